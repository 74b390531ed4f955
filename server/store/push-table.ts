import type { FieldDifference, PushAnswer } from '../../contract/schemas/push.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { Sql } from './engine/sql.ts';
import { SealedColumn } from './sealed-column.ts';
import type { SealedTable } from './sealed-table.ts';

export interface StoredPush {
  readonly unit: string;
  readonly idempotencyKey: string;
  /** Kept as a blind index: the hash of a push of one row would give its number away. */
  readonly bodyHash: string;
  readonly workbookId: string;
  readonly accountId: string;
  readonly at: number;
  readonly answer: PushAnswer;
  /** Ids of the rows that came as unchanged, of which the answer says nothing. */
  readonly seenRows: readonly string[];
}

/** What was answered before under the same key. */
export interface EarlierPush {
  readonly answer: PushAnswer;
  readonly isSameBody: boolean;
}

type PushKey = Pick<StoredPush, 'unit' | 'idempotencyKey'>;

/** What was answered to each push, so that a repeated request gets the same answer. Holds ids and codes; what others had changed is sealed. */
export class PushTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;
  readonly sealed: SealedTable;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
    this.sealed = new SealedColumn<PushKey>(sql, cipher, {
      table: 'pushes',
      keys: { unit: 'text', idempotencyKey: 'text' },
      column: 'differences',
      place: placeOf,
    });
  }

  async insert(push: StoredPush): Promise<void> {
    await this.#sql.run(
      `INSERT INTO pushes (unit, idempotency_key, body_hash, workbook_id, account_id, at, answer, seen_rows, differences)
       VALUES (@unit, @idempotencyKey, @bodyHash, @workbookId, @accountId, @at, @answer, @seenRows, @differences)`,
      {
        ...push,
        bodyHash: this.#cipher.index(push.bodyHash),
        seenRows: JSON.stringify(push.seenRows),
        ...this.#sealAnswer(push),
      },
    );
  }

  async find(unit: string, idempotencyKey: string, bodyHash: string): Promise<EarlierPush | undefined> {
    const row = await this.#find(unit, idempotencyKey);
    return row && { answer: row.answer, isSameBody: row.bodyHash === this.#cipher.index(bodyHash) };
  }

  /** What was answered under a key, whatever was asked. */
  async findAnswer(unit: string, idempotencyKey: string): Promise<PushAnswer | undefined> {
    return (await this.#find(unit, idempotencyKey))?.answer;
  }

  async #find(unit: string, idempotencyKey: string): Promise<{ bodyHash: string; answer: PushAnswer } | undefined> {
    const row = await this.#sql.get<{ bodyHash: string; answer: string; differences: string | null }>(
      `SELECT body_hash AS bodyHash, answer, differences FROM pushes
       WHERE unit = @unit AND idempotency_key = @idempotencyKey`,
      { unit, idempotencyKey },
    );
    return row && { bodyHash: row.bodyHash, answer: this.#openAnswer(unit, idempotencyKey, row) };
  }

  /** What others changed are cells: they are not kept in the open. */
  #sealAnswer({ unit, idempotencyKey, answer }: StoredPush): { answer: string; differences: string | null } {
    const differing = answer.rows.flatMap(({ rowId, differences }) =>
      differences ? [[rowId, differences] as const] : [],
    );
    const rows = answer.rows.map(({ differences: _sealed, ...row }) => row);
    return {
      answer: JSON.stringify({ ...answer, rows }),
      differences:
        differing.length === 0 ? null : this.#cipher.seal(JSON.stringify(differing), placeOf({ unit, idempotencyKey })),
    };
  }

  #openAnswer(
    unit: string,
    idempotencyKey: string,
    row: { readonly answer: string; readonly differences: string | null },
  ): PushAnswer {
    const answer = JSON.parse(row.answer) as PushAnswer;
    if (row.differences === null) return answer;
    const opened = JSON.parse(this.#cipher.open(row.differences, placeOf({ unit, idempotencyKey })));
    const differing = new Map(opened as readonly (readonly [string, readonly FieldDifference[]])[]);
    return {
      ...answer,
      rows: answer.rows.map((one) => {
        const differences = differing.get(one.rowId);
        return differences ? { ...one, differences: [...differences] } : one;
      }),
    };
  }

  /** Row ids that were pushed from a workbook since an instant. */
  async recentRowIds(unit: string, workbookId: string, since: number): Promise<ReadonlySet<string>> {
    const found = await this.#sql.all<{ answer: string; seenRows: string }>(
      'SELECT answer, seen_rows AS seenRows FROM pushes WHERE unit = @unit AND workbook_id = @workbookId AND at >= @since',
      { unit, workbookId, since },
    );
    return new Set(
      found.flatMap(({ answer, seenRows }) => [
        ...(JSON.parse(answer) as PushAnswer).rows.map((row) => row.rowId),
        ...(JSON.parse(seenRows) as readonly string[]),
      ]),
    );
  }

  /** Forgets what these pushes were answered: should one come once more, it is taken in anew. */
  async remove(unit: string, idempotencyKeys: readonly string[]): Promise<void> {
    await this.#sql.run(
      `DELETE FROM pushes
       WHERE unit = @unit AND idempotency_key IN (SELECT wanted.value FROM LIST(@idempotencyKeys) AS wanted)`,
      { unit, idempotencyKeys },
    );
  }
}

/** Where a push's sealed part lies: in another's place it does not open. */
function placeOf({ unit, idempotencyKey }: PushKey): string {
  return `${unit}/push/${idempotencyKey}`;
}
