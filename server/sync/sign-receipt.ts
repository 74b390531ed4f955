import { receiptText } from '../../contract/push-receipt.ts';
import type { PushAnswer, PushRequest } from '../../contract/schemas/push.ts';
import type { PushCounts, PushReceipt } from '../../contract/schemas/sending.ts';
import type { Unit } from '../../contract/schemas/unit.ts';
import { isoInstant } from '../clock.ts';
import { sha256, type WorkbookSigner } from '../crypto.ts';
import type { StoredPushReceipt } from '../store/push-receipt-table.ts';
import type { Tables } from '../store/tables.ts';
import type { RowWork } from './intake.ts';

/** A push that has been taken in, as far as its receipt tells of it. */
export interface ReceivedRows {
  readonly unit: Unit;
  readonly workbook: PushRequest['workbook'];
  readonly pushId: string;
  readonly sendingId: string;
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly at: number;
  readonly answer: PushAnswer;
  readonly works: readonly RowWork[];
}

/** Signs what was received, chained to the unit's receipt before. Expects the unit's pushes to wait for each other. */
export async function signReceipt(tables: Tables, signer: WorkbookSigner, received: ReceivedRows): Promise<void> {
  const { unit, workbook, pushId, sendingId, at, accountId, idempotencyKey, works } = received;
  const digests = works
    .flatMap((work) => (work.received === null ? [] : sha256(`${work.rowId} ${work.received}`)))
    .sort();
  const last = await tables.pushReceipts.last(unit.code);
  const { workbookId, template, campaign } = workbook;
  const counts = countsOf(received);
  const stated = {
    ...{
      number: (last?.number ?? 0) + 1,
      pushId,
      sendingId,
      unit: unit.code,
      unitName: unit.name,
      workbookId,
      template,
    },
    ...{ campaign, rowsHash: sha256(digests.join('')), previous: last?.hash ?? null },
  };
  const text = receiptText({ ...stated, at: isoInstant(at), counts });
  await tables.pushReceipts.insert({
    ...{ ...stated, ...counts, at, accountId, idempotencyKey, hash: sha256(text), signature: signer.sign(text) },
    rows: digests,
  });
}

/** As the school gets it. */
export function receiptOf(stored: StoredPushReceipt): PushReceipt {
  const { number, pushId, sendingId, at, unit, unitName, workbookId, template, campaign } = stored;
  const { queued, kept, unchanged, stays, conflict, rowsHash, previous, signature, rows } = stored;
  return {
    ...{ number, pushId, sendingId, at: isoInstant(at), unit, unitName, workbookId, template, campaign },
    counts: { queued, kept, unchanged, stays, conflict },
    ...{ rowsHash, previous, signature, rows: [...rows] },
  };
}

function countsOf({ answer, works }: ReceivedRows): PushCounts {
  const count = (result: PushAnswer['rows'][number]['result']) =>
    answer.rows.filter((row) => row.result === result).length;
  const silent = works.filter(({ fate, differences }) => fate === 'seen' && differences.length === 0).length;
  return {
    queued: count('queued'),
    kept: count('kept'),
    unchanged: count('unchanged') + silent,
    stays: count('stays'),
    conflict: count('conflict'),
  };
}
