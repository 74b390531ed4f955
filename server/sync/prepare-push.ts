import type { PushRequest } from '../../contract/schemas/push.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import { mintOrderedId, sha256 } from '../crypto.ts';
import { type SealedRecord, sealRecord } from '../store/seal-record.ts';
import { type JudgedRow, judgeRows } from './judge-rows.ts';
import { type PushedRow, readPush } from './read-push.ts';

/** A row with what follows from it alone. */
export interface PreparedRow extends PushedRow {
  /** What the rules say; null for a row that came without cells. */
  readonly judged: JudgedRow | null;
  /** SHA-256 of the cells as they came; null for a row that came without. */
  readonly received: string | null;
  /** As the record that it will be; null for a row that has one already, or may not have any. */
  readonly draft: RecordDraft | null;
}

export type RecordDraft = SealedRecord & { readonly recordId: string };

/** A push with everything that follows from it alone: half of the work, done before the store is looked at, and where there is time. */
export interface PreparedPush {
  readonly head: Omit<PushRequest, 'rows'>;
  /** SHA-256 of the whole request. */
  readonly bodyHash: string;
  readonly rows: readonly PreparedRow[];
}

/**
 * @param now milliseconds since 1970 UTC; the rows are judged on that day
 * Throws `body-invalid`.
 */
export function preparePush(push: PushRequest, cipher: RecordCipher, now: number): PreparedPush {
  const { rows: _rows, ...head } = push;
  const { template, schoolYear, unit } = push.workbook;
  const rows = readPush(push);
  const whole = rows.flatMap(({ rowId, cells }) => (cells ? { rowId, cells } : []));
  const judged = new Map(
    judgeRows(template, whole, new Set(push.columns), vietnamDay(now), schoolYear).map((row) => [row.rowId, row]),
  );
  return {
    head,
    bodyHash: sha256(JSON.stringify(push)),
    rows: rows.map(({ rowId, cells, base }) => {
      const row = judged.get(rowId) ?? null;
      return {
        rowId,
        cells,
        base,
        judged: row,
        received: cells && sha256(JSON.stringify(cells)),
        // Never acknowledged: new, unless another sheet has brought the person.
        draft: row && base === null && row.fate !== 'stays' ? draftOf(cipher, unit, row, now) : null,
      };
    }),
  };
}

function draftOf(cipher: RecordCipher, unit: string, row: JudgedRow, now: number): RecordDraft {
  const recordId = mintOrderedId(now);
  const { cells, claimHash, citizenId } = row;
  return { recordId, ...sealRecord(cipher, { unit, recordId, cells, claimHash, citizenId }) };
}
