import { addToGroup } from '../../rules/add-to-group.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { FieldId } from '../../rules/field.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { Sql, TableShape } from './engine/sql.ts';
import { SealedColumn } from './sealed-column.ts';
import type { SealedTable } from './sealed-table.ts';

/** Changed fields with what they held before; null for a blank. */
export type FormerCells = { readonly [F in FieldId]?: CellValue };

/** One change of a record: who made it, when, and what it replaced. */
export interface RecordChange {
  readonly unit: string;
  readonly recordId: string;
  /** The revision that it made. */
  readonly revision: number;
  readonly pushId: string;
  readonly workbookId: string;
  readonly accountId: string;
  readonly at: number;
  /** Which fields it changed. */
  readonly fields: readonly FieldId[];
  readonly before: FormerCells;
  /** The question and the round before it, and the round from then on. */
  readonly claimHash: string;
  readonly round: number;
  readonly newRound: number;
}

/** Sealed as a whole: a former number is a number, and the hash of a question gives one away. */
type Secret = Pick<RecordChange, 'before' | 'claimHash'>;

type ChangeRow = Omit<RecordChange, 'fields' | keyof Secret> & { readonly fields: string; readonly secrets: string };

const CHANGES: TableShape = {
  table: 'record_changes',
  columns: {
    unit: 'text',
    recordId: 'text',
    revision: 'integer',
    pushId: 'text',
    workbookId: 'text',
    accountId: 'text',
    at: 'integer',
    fields: 'text',
    secrets: 'text',
    round: 'integer',
    newRound: 'integer',
  },
};

const COLUMNS = `unit, record_id AS recordId, revision, push_id AS pushId, workbook_id AS workbookId, account_id AS accountId,
  at, fields, secrets, round, new_round AS newRound`;

type ChangeKey = Pick<RecordChange, 'unit' | 'recordId' | 'revision'>;

/** The history of the records. A record's first state has no entry: it stands in the record, with who made it and when. */
export class ChangeTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;
  readonly sealed: SealedTable;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
    this.sealed = new SealedColumn<ChangeKey>(sql, cipher, {
      table: 'record_changes',
      keys: { unit: 'text', recordId: 'text', revision: 'integer' },
      column: 'secrets',
      place: placeOf,
    });
  }

  async insert(changes: readonly RecordChange[]): Promise<void> {
    await this.#sql.insertMany(
      CHANGES,
      changes.map(({ fields, before, claimHash, ...change }) => ({
        ...change,
        fields: JSON.stringify(fields),
        secrets: this.#cipher.seal(JSON.stringify({ before, claimHash } satisfies Secret), placeOf(change)),
      })),
    );
  }

  /** Every change of these records, by record id, newest first. */
  async ofRecords(unit: string, recordIds: readonly string[]): Promise<ReadonlyMap<string, readonly RecordChange[]>> {
    if (recordIds.length === 0) return new Map();
    return this.#byRecord(
      await this.#sql.all<ChangeRow>(
        `SELECT ${COLUMNS} FROM LIST(@recordIds) AS wanted CROSS JOIN record_changes
         WHERE unit = @unit AND record_id = wanted.value ORDER BY record_id, revision DESC`,
        { unit, recordIds },
      ),
    );
  }

  /** What these pushes changed, by record id, newest first. */
  async ofPushes(unit: string, pushIds: readonly string[]): Promise<ReadonlyMap<string, readonly RecordChange[]>> {
    if (pushIds.length === 0) return new Map();
    return this.#byRecord(
      await this.#sql.all<ChangeRow>(
        `SELECT ${COLUMNS} FROM LIST(@pushIds) AS wanted CROSS JOIN record_changes
         WHERE unit = @unit AND push_id = wanted.value ORDER BY record_id, revision DESC`,
        { unit, pushIds },
      ),
    );
  }

  #byRecord(rows: readonly ChangeRow[]): ReadonlyMap<string, readonly RecordChange[]> {
    const found = new Map<string, RecordChange[]>();
    for (const { fields, secrets, ...row } of rows) {
      const secret = JSON.parse(this.#cipher.open(secrets, placeOf(row))) as Secret;
      addToGroup(found, row.recordId, { ...row, ...secret, fields: JSON.parse(fields) as readonly FieldId[] });
    }
    return found;
  }
}

/** Where a change's sealed part lies: in another's place it does not open. */
function placeOf({ unit, recordId, revision }: ChangeKey): string {
  return `${unit}/${recordId}/${revision}`;
}
