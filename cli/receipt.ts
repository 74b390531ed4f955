import type { SigningKey } from '../contract/schemas/campaign.ts';
import { SheetError } from '../desk/sheet-error.ts';
import { type CliIo, EXIT, UsageError } from './cli-io.ts';
import { findSigningKey } from './read-signing-key.ts';
import { type CheckedReceipt, checkReceipts, RECEIPT_FAULTS, readReceipts } from './receipt/check-receipts.ts';
import { compareWorkbook, type WorkbookComparison } from './receipt/compare-workbook.ts';
import { readBytes, sheetErrorLine } from './workbook-input.ts';

export interface ReceiptVerifyOptions {
  /** File with what the server gives at `/api/v1/signing-key`. */
  readonly key?: string;
  readonly server?: string;
  /** The workbook whose rows the receipt is to be of. */
  readonly workbook?: string;
}

/** `sosach receipt verify`: resolves to the exit code, 1 for a receipt that is not what the server signed. Needs no line with `--key`. */
export async function runReceiptVerify(
  file: string,
  { key: signingKey, server, workbook }: ReceiptVerifyOptions,
  io: CliIo,
): Promise<number> {
  const receipts = await readReceipts(file);
  const key = await findSigningKey({
    ...(signingKey === undefined ? {} : { signingKey }),
    ...(server === undefined ? {} : { server }),
  });
  if (!key) {
    throw new UsageError('cần --key TỆP (lưu từ /api/v1/signing-key) hoặc --server URL (the server’s key is needed)');
  }
  const checked = await checkReceipts(receipts, key);
  for (const each of checked) io.out(`${lineOf(each, key)}\n`);
  const isSound = checked.every(({ faults }) => faults.length === 0);
  if (!isSound || workbook === undefined) return isSound ? EXIT.clean : EXIT.findings;
  const comparison = await compared(workbook, receipts);
  io.out(`${workbookLine(workbook, comparison)}\n`);
  return comparison.missing === 0 ? EXIT.clean : EXIT.findings;
}

async function compared(file: string, receipts: Parameters<typeof compareWorkbook>[1]): Promise<WorkbookComparison> {
  try {
    return await compareWorkbook(await readBytes(file), receipts);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    throw new UsageError(`${file}: ${sheetErrorLine(error, 'vi')}`, { cause: error });
  }
}

function lineOf({ receipt, faults }: CheckedReceipt, key: SigningKey): string {
  const { number, at, unit, unitName, counts, rows } = receipt;
  const what = `Biên nhận / receipt ${number} · ${at} · ${unitName} (${unit}) · ${rows.length} dòng / rows`;
  if (faults.length > 0) {
    const words = faults.map((fault) => `${RECEIPT_FAULTS[fault].vi} / ${RECEIPT_FAULTS[fault].en} [${fault}]`);
    return `KHÔNG ĐÚNG / NOT SOUND: ${what}: ${words.join('; ')}`;
  }
  const { queued, kept, unchanged, stays, conflict } = counts;
  return (
    `ĐÚNG / SOUND: ${what}: ${queued} chờ đối chiếu / queued, ${kept} lưu / kept, ${unchanged} không đổi / unchanged, ` +
    `${stays} ở lại / stayed, ${conflict} xung đột / in conflict; khóa / key ${key.keyId}`
  );
}

function workbookLine(file: string, { rows, same, missing }: WorkbookComparison): string {
  const state = missing === 0 ? 'ĐÚNG / SOUND' : 'KHÁC / DIFFERS';
  return (
    `${state}: ${file}: ${same}/${rows} dòng của sổ đúng như lúc gửi; ${missing} dòng trong biên nhận không còn như vậy trong sổ / ` +
    `${same} of ${rows} rows of the workbook are as they were received; ${missing} received rows are not in it any more as they were`
  );
}
