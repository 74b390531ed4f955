import { addToGroup } from '../../rules/add-to-group.ts';
import type { RecordKind } from '../../rules/record.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { Sql } from './engine/sql.ts';
import type { RecordKey } from './record-table.ts';

/** A record under a number, in whichever unit. Nothing of the person is in it. */
export interface NumberBearer extends RecordKey {
  readonly template: RecordKind;
  /** Equal for an equal number. */
  readonly numberIndex: string;
  /** It is told already that another unit has the number too. */
  readonly told: boolean;
}

/** Records whose number stands in another unit as well. Each unit is told that it is so, and nothing of the other's. */
export class SharedNumberTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
  }

  /** Everyone under any of these numbers, in all units. */
  async bearers(numbers: readonly string[]): Promise<readonly NumberBearer[]> {
    if (numbers.length === 0) return [];
    const rows = await this.#sql.all<Omit<NumberBearer, 'told'> & { readonly told: 0 | 1 }>(
      `SELECT records.unit, records.record_id AS recordId, template, number_index AS numberIndex,
         CASE WHEN shared.record_id IS NULL THEN 0 ELSE 1 END AS told
       FROM LIST(@indexes) AS wanted CROSS JOIN records INDEXED BY records_by_number_anywhere
       LEFT JOIN shared_numbers shared ON shared.unit = records.unit AND shared.record_id = records.record_id
       WHERE number_index = wanted.value`,
      { indexes: numbers.map((number) => this.#cipher.index(number)) },
    );
    return rows.map((row) => ({ ...row, told: row.told === 1 }));
  }

  /** Those of the numbers that another unit has. */
  async foundElsewhere(unit: string, numbers: readonly string[]): Promise<readonly string[]> {
    if (numbers.length === 0) return [];
    const byIndex = new Map(numbers.map((number) => [this.#cipher.index(number), number]));
    const found = await this.#sql.all<{ numberIndex: string }>(
      `SELECT number_index AS numberIndex FROM LIST(@indexes) AS wanted
         CROSS JOIN records INDEXED BY records_by_number_anywhere
       WHERE number_index = wanted.value AND unit <> @unit`,
      { unit, indexes: [...byIndex.keys()] },
    );
    return found.flatMap(({ numberIndex }) => byIndex.get(numberIndex) ?? []);
  }

  async add(records: readonly RecordKey[]): Promise<void> {
    await this.#sql.insertMany(
      { table: 'shared_numbers', columns: { unit: 'text', recordId: 'text' } },
      records.map(({ unit, recordId }) => ({ unit, recordId })),
      'ON CONFLICT (unit, record_id) DO NOTHING',
    );
  }

  /** Returns those that were there. */
  async remove(records: readonly RecordKey[]): Promise<readonly RecordKey[]> {
    const removed: RecordKey[] = [];
    for (const [unit, recordIds] of idsByUnit(records)) {
      removed.push(
        ...(await this.#sql.returning<RecordKey>(
          `DELETE FROM shared_numbers
           WHERE unit = @unit AND record_id IN (SELECT wanted.value FROM LIST(@recordIds) AS wanted)
           RETURNING unit, record_id AS recordId`,
          { unit, recordIds },
        )),
      );
    }
    return removed;
  }
}

function idsByUnit(records: readonly RecordKey[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { unit, recordId } of records) addToGroup(found, unit, recordId);
  return found;
}
