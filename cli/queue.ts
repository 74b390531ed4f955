import type { Message } from '../rules/messages.ts';
import { redriveQuestions, unitOrReject } from '../server/admin/redrive-questions.ts';
import { isoInstant } from '../server/clock.ts';
import type { AsideReason } from '../server/store/aside-table.ts';
import type { CliIo } from './cli-io.ts';
import { openStoreOf } from './open-store.ts';

interface QueueOptions {
  readonly data: string;
  readonly unit?: string;
}

const REASON_WORDS = {
  'adapter-failed': { vi: 'bộ nối gặp lỗi với dòng này', en: 'the adapter fails on this row' },
  'not-answered': {
    vi: 'dịch vụ trả lời các dòng khác, không trả lời dòng này',
    en: 'the service answers others, not this row',
  },
} as const satisfies Record<AsideReason, Message>;

/** `sosach queue list`: how many questions wait for what, and those that were set aside. Ids and counts, no person. Throws ServerError. */
export async function runQueueList(options: QueueOptions, io: CliIo): Promise<void> {
  const unit = options.unit ?? null;
  const store = await openStoreOf(options.data);
  try {
    const { waiting, aside } = await store.read(async (tables) => {
      await unitOrReject(tables, unit);
      return { waiting: await tables.verifications.countByTransport(), aside: await tables.asides.list(unit) };
    });
    for (const { transport, rows } of waiting) io.out(`${transport}: ${rows}\n`);
    for (const { unit: of, recordId, round, attempts, reason, askedAt } of aside) {
      const { vi, en } = REASON_WORDS[reason];
      io.out(`${of}  ${recordId}  lần/round ${round}  hỏi/asked ${attempts}×  ${isoInstant(askedAt)}  ${vi} / ${en}\n`);
    }
    if (waiting.length === 0) io.out('Không có gì đang chờ. / Nothing waits.\n');
  } finally {
    await store.close();
  }
}

/** `sosach queue redrive`: may run beside `serve`. Throws ServerError. */
export async function runQueueRedrive({ data, unit }: QueueOptions, io: CliIo): Promise<void> {
  const store = await openStoreOf(data);
  try {
    const rows = await redriveQuestions(store, unit ?? null);
    io.out(`Sẽ hỏi lại ${rows} dòng đã gác lại. / ${rows} rows that were set aside will be asked again.\n`);
  } finally {
    await store.close();
  }
}
