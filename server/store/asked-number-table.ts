import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { Sql } from './engine/sql.ts';

/** Which numbers a unit has asked about, wanted to or keeps, each under its blind index: a number can be looked up, none can be read. */
export class AskedNumberTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
  }

  async note(asked: readonly { readonly unit: string; readonly citizenId: string }[], at: number): Promise<void> {
    await this.#sql.insertMany(
      { table: 'asked_numbers', columns: { unit: 'text', numberIndex: 'text', at: 'integer' } },
      asked.map(({ unit, citizenId }) => ({ unit, numberIndex: this.#cipher.index(citizenId), at })),
      'ON CONFLICT (unit, number_index) DO NOTHING',
    );
  }

  async purgeOlder(before: number): Promise<void> {
    await this.#sql.run('DELETE FROM asked_numbers WHERE at < @before', { before });
  }

  /** Those of the numbers that the unit has asked about, or that stand in one of its rows. */
  async known(unit: string, citizenIds: Iterable<string>): Promise<ReadonlySet<string>> {
    const numberOf = new Map([...citizenIds].map((number) => [this.#cipher.index(number), number]));
    if (numberOf.size === 0) return new Set();
    const numbers = [...numberOf.keys()];
    const found = await this.#sql.all<{ numberIndex: string }>(
      `SELECT number_index AS numberIndex FROM LIST(@numbers) AS wanted CROSS JOIN asked_numbers
       WHERE unit = @unit AND number_index = wanted.value
       UNION
       SELECT number_index AS numberIndex FROM LIST(@numbers) AS sought CROSS JOIN records INDEXED BY records_by_number
       WHERE unit = @unit AND number_index = sought.value`,
      { unit, numbers },
    );
    return new Set(found.flatMap(({ numberIndex }) => numberOf.get(numberIndex) ?? []));
  }
}
