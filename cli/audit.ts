import { type AuditVerdict, verifyAudit } from '../server/admin/verify-audit.ts';
import { type CliIo, EXIT, UsageError } from './cli-io.ts';
import { openStoreOf } from './open-store.ts';

export interface AuditVerifyOptions {
  readonly dataDir: string;
  /** An end of the chain, printed or logged earlier. */
  readonly expect?: string;
}

/** A SHA-256 in base64url. */
const HASH = /^[\w-]{43}$/;

/** `sosach audit verify`: resolves to the exit code, 1 for a trail that is not what was written. May run beside `serve`. */
export async function runAuditVerify({ dataDir, expect }: AuditVerifyOptions, io: CliIo): Promise<number> {
  if (expect !== undefined && !HASH.test(expect)) {
    throw new UsageError(`--expect ${expect}: cần 43 ký tự đã in ra trước đây (a hash printed earlier is needed)`);
  }
  const store = await openStoreOf(dataDir);
  try {
    const verdict = await verifyAudit(store, expect);
    io.out(`${wordsOf(verdict)}\n`);
    return verdict.state === 'intact' ? EXIT.clean : EXIT.findings;
  } finally {
    await store.close();
  }
}

function wordsOf(verdict: AuditVerdict): string {
  if (verdict.state === 'broken') {
    return (
      `Nhật ký KHÔNG còn nguyên vẹn từ sự kiện ${verdict.eventId}: có sự kiện bị sửa, xóa, đổi chỗ hoặc chèn thêm. ` +
      'Giữ nguyên thư mục dữ liệu và đối chiếu với bản sao lưu. / ' +
      'The trail is broken from that event on: keep the data folder as it is and compare it with a backup.'
    );
  }
  const end = `${verdict.events} sự kiện / events, đầu chuỗi / head ${verdict.head || '-'}`;
  if (verdict.state === 'end-missing') {
    return (
      `Nhật ký KHÔNG còn nguyên vẹn: đầu chuỗi đã ghi lại không có trong nhật ký, đoạn cuối bị cắt hoặc viết lại. ${end}. ` +
      'Giữ nguyên thư mục dữ liệu và đối chiếu với bản sao lưu. / ' +
      'The end noted earlier is not in the trail: it was cut off or written anew. Compare with a backup.'
    );
  }
  return `Nhật ký nguyên vẹn / the trail is intact: ${end}`;
}
