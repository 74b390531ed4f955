import pg, { type CustomTypesConfig, type QueryConfig, type QueryResult } from 'pg';
import { type ColumnType, columnName, type ShapedRow, type Sql, type SqlParams, type TableShape } from './sql.ts';
import { type ParamKind, type PostgresStatement, translateSql } from './translate-sql.ts';

/** Whatever runs a query: one connection, or any of several. */
export interface Queryable {
  query(config: QueryConfig): Promise<QueryResult>;
}

/** One connection: what is asked for at once runs one after the other, as it came. */
export class InTurn implements Queryable {
  readonly #connection: Queryable;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: Queryable) {
    this.#connection = connection;
  }

  query(config: QueryConfig): Promise<QueryResult> {
    const turn = this.#last.then(() => this.#connection.query(config));
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

interface Named extends PostgresStatement {
  /** Under which PostgreSQL keeps the prepared statement, one a connection. */
  readonly name: string;
}

/** By the kinds of the values and the statement. There are about a hundred statements, most of them with one list of kinds. */
const TRANSLATED = new Map<string, Named>();
let statements = 0;

const ARRAYS: Readonly<Record<ColumnType, string>> = {
  text: 'text[]',
  integer: 'bigint[]',
  real: 'double precision[]',
  bytes: 'bytea[]',
};

/** The store's statements on PostgreSQL. */
export class PostgresSql implements Sql {
  readonly inTransaction: boolean;
  readonly #connection: Queryable;

  constructor(connection: Queryable, inTransaction: boolean) {
    this.#connection = connection;
    this.inTransaction = inTransaction;
  }

  async all<Row>(statement: string, params: SqlParams = {}): Promise<readonly Row[]> {
    return (await this.#query(statement, params)).rows;
  }

  async get<Row>(statement: string, params: SqlParams = {}): Promise<Row | undefined> {
    return (await this.#query(statement, params)).rows[0];
  }

  async run(statement: string, params: SqlParams = {}): Promise<number> {
    return (await this.#query(statement, params)).rowCount ?? 0;
  }

  async returning<Row>(statement: string, params: SqlParams = {}): Promise<readonly Row[]> {
    return (await this.#query(statement, params)).rows;
  }

  async insertMany(shape: TableShape, rows: readonly ShapedRow[], conflict = ''): Promise<void> {
    if (rows.length === 0) return;
    const columns = Object.keys(shape.columns).map(columnName);
    const text = `INSERT INTO ${shape.table} (${columns.join()}) SELECT * FROM ${unnest(shape)}
      ${translateSql(conflict, {}).text}`;
    await this.#send(prepared(text), columnsOf(shape, rows));
  }

  async updateMany(shape: TableShape, keys: readonly string[], rows: readonly ShapedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = Object.keys(shape.columns);
    const changed = columns.filter((name) => !keys.includes(name)).map(columnName);
    const text = `UPDATE ${shape.table} SET ${changed.map((name) => `${name} = wanted.${name}`).join()}
      FROM ${unnest(shape)} AS wanted (${columns.map(columnName).join()})
      WHERE ${keys.map((name) => `${shape.table}.${columnName(name)} = wanted.${columnName(name)}`).join(' AND ')}`;
    await this.#send(prepared(text), columnsOf(shape, lastOfEach(keys, rows)));
  }

  /** Held until the transaction ends; the hash of a name may be another's too, which then waits for nothing. */
  async lock(...names: readonly string[]): Promise<void> {
    if (!this.inTransaction) throw new Error('a lock is held by a transaction');
    await this.run('SELECT pg_advisory_xact_lock(hashtextextended(wanted.value, 0)) FROM LIST(@names) AS wanted', {
      names,
    });
  }

  #query(statement: string, params: SqlParams): Promise<QueryResult> {
    const translated = translate(statement, params);
    const values = translated.names.map((name) => storable(params[name]));
    return this.#send({ name: translated.name, text: translated.text }, values);
  }

  #send(statement: { readonly name: string; readonly text: string }, values: readonly unknown[]): Promise<QueryResult> {
    return this.#connection.query({ ...statement, values: [...values], types: TYPES });
  }
}

function translate(statement: string, params: SqlParams): Named {
  const kinds: Record<string, ParamKind> = {};
  for (const [name, value] of Object.entries(params)) kinds[name] = kindOf(value);
  const key = `${Object.values(kinds).join()} ${statement}`;
  const known = TRANSLATED.get(key);
  if (known) return known;
  const translated = { ...translateSql(statement, kinds), name: nextName() };
  TRANSLATED.set(key, translated);
  return translated;
}

/** A statement that is PostgreSQL's already. */
function prepared(text: string): Named {
  const known = TRANSLATED.get(text);
  if (known) return known;
  const named = { text, names: [], name: nextName() };
  TRANSLATED.set(text, named);
  return named;
}

function nextName(): string {
  return `s${++statements}`;
}

function kindOf(value: SqlParams[string]): ParamKind {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'real';
  return value instanceof Uint8Array ? 'bytes' : 'texts';
}

/**
 * PostgreSQL's text holds every character but U+0000. One that came in a name or a code of a class would have the whole push refused,
 * and again at each try: it stands as the sign for a character that cannot be shown, in what is written and in what is looked for.
 */
function storable(value: SqlParams[string] | undefined): SqlParams[string] | undefined {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
  return Array.isArray(value) ? value.map((item) => storable(item) as string) : value;
}

function unnest(shape: TableShape): string {
  return `unnest(${Object.values(shape.columns)
    .map((type, index) => `$${index + 1}::${ARRAYS[type]}`)
    .join()})`;
}

function columnsOf(shape: TableShape, rows: readonly ShapedRow[]): readonly unknown[] {
  return Object.keys(shape.columns).map((name) =>
    rows.map((row) => {
      const value = row[name];
      if (value === undefined) throw new Error(`no value for ${shape.table}.${columnName(name)}`);
      return storable(value);
    }),
  );
}

/** One statement changes a row once, to no particular one of several values; in a loop the last one stays. */
function lastOfEach(keys: readonly string[], rows: readonly ShapedRow[]): readonly ShapedRow[] {
  const last = new Map(rows.map((row) => [JSON.stringify(keys.map((key) => row[key])), row]));
  return last.size === rows.length ? rows : [...last.values()];
}

/** Truth values are 0 and 1, as in SQLite; 64-bit integers and sums of them are numbers, which hold every count and instant. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
  [pg.types.builtins.INT8, safeNumber],
  [pg.types.builtins.NUMERIC, safeNumber],
]);

function safeNumber(text: string): number {
  const number = Number(text);
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) throw new Error('a number of the store is too large');
  return number;
}

const TYPES: CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
};
