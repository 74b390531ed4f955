import type { RecordCipher } from '../crypto/record-cipher.ts';
import { type ColumnType, columnName, type Sql, type SqlValue, type TableShape } from './engine/sql.ts';
import type { SealedTable } from './sealed-table.ts';

/** Which column is sealed, and how its rows are told apart. */
export interface SealedColumnShape<Key> {
  readonly table: string;
  readonly keys: Readonly<Record<keyof Key & string, ColumnType>>;
  /** As the code names it; NULL where there is nothing to seal. */
  readonly column: string;
  /** Where a row's value lies: anywhere else it does not open. */
  readonly place: (key: Key) => string;
}

/** One sealed column of a table whose other columns nobody seals. */
export class SealedColumn<Key extends Readonly<Record<keyof Key, SqlValue>>> implements SealedTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;
  readonly #shape: SealedColumnShape<Key>;

  constructor(sql: Sql, cipher: RecordCipher, shape: SealedColumnShape<Key>) {
    this.#sql = sql;
    this.#cipher = cipher;
    this.#shape = shape;
  }

  async countByKey(): Promise<ReadonlyMap<string, number>> {
    const column = columnName(this.#shape.column);
    const counted = await this.#sql.all<{ keyId: string; n: number }>(
      `SELECT substr(${column}, 4, 8) AS keyId, count(*) AS n FROM ${this.#shape.table}
       WHERE ${column} IS NOT NULL GROUP BY substr(${column}, 4, 8)`,
    );
    return new Map(counted.map(({ keyId, n }) => [keyId, n]));
  }

  async reseal(limit: number): Promise<number> {
    const { table, keys, column, place } = this.#shape;
    const names = Object.keys(keys);
    const rows = await this.#sql.all<Key & { readonly sealed: string }>(
      `SELECT ${names.map((name) => `${columnName(name)} AS ${name}`).join()}, ${columnName(column)} AS sealed FROM ${table}
       WHERE substr(${columnName(column)}, 4, 8) <> @keyId ORDER BY ${names.map(columnName).join()} LIMIT @limit`,
      { keyId: this.#cipher.keyId, limit },
    );
    const shape: TableShape = { table, columns: { ...keys, [column]: 'text' } };
    await this.#sql.updateMany(
      shape,
      names,
      rows.map((row) => {
        const { sealed, ...key } = row;
        return { ...key, [column]: this.#cipher.reseal(sealed, place(row)) };
      }),
    );
    return rows.length;
  }
}
