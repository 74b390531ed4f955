import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { RecordCipher } from '../../crypto/record-cipher.ts';
import { ServerError } from '../../server-error.ts';
import { migratePostgres, STORE_LOCK } from './migrate-postgres.ts';
import { plainSql } from './plain-sql.ts';
import { InTurn, PostgresSql } from './postgres-sql.ts';
import { asDatabaseTrouble, type DatabaseAddress, isTransactionConflict } from './postgres-trouble.ts';
import type { Sql, SqlEngine } from './sql.ts';

/**
 * Connections a process: reads are short and writes mostly wait for one another, so more would only be held idle. Sixteen
 * processes fit into PostgreSQL's usual hundred connections.
 */
const READERS = 3;
const WRITERS = 3;

/** A server that has not answered by then will not answer a clerk either. */
export const CONNECT_TIMEOUT_MS = 10_000;
/** As long as SQLite waits for its turn to write, and half as much again. */
const LOCK_TIMEOUT_MS = 15_000;
/** A process that was cut off in the middle of a transaction must not hold its locks until TCP notices, which takes hours. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** Two transactions in each other's way: the second try nearly always passes, the sixth only fails when something is wrong. */
const TRIES = 6;
const RETRY_BASE_MS = 20;

type StoreLock = 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared';

/**
 * The store in a PostgreSQL database, for many processes at once.
 *
 * The store's code is written for one writer at a time: it reads, decides and writes. Across processes that holds by a lock on
 * the whole store, which every write transaction takes first. It comes before the first snapshot, so READ COMMITTED is enough: each
 * later statement sees all that was committed before the lock was given. `writeAlongside` shares the lock with its like: for the few
 * transactions that carry the load and themselves say, by `lock` and by row, what they must have alone. SERIALIZABLE would need no
 * locks, but all that is counted (statuses, the audit trail, the pace) is one hot row each: nearly every transaction would be
 * thrown away and run again.
 */
export class PostgresEngine implements SqlEngine {
  readonly kind = 'postgres';
  readonly plain: Sql;
  readonly #readers: pg.Pool;
  readonly #writers: pg.Pool;

  private constructor(readers: pg.Pool, writers: pg.Pool) {
    this.#readers = readers;
    this.#writers = writers;
    this.plain = plainSql(new PostgresSql(readers, false), (work) => this.write(work));
  }

  /**
   * Connects and brings the schema up to date. Throws `ServerError`: `database-url-malformed`, `database-unreachable`,
   * `database-refused`, `database-missing`, `database-unusable`, `database-foreign`, `store-newer`. No text of theirs holds the
   * user or the password.
   * @param url `postgres://user:password@host:port/database?sslmode=verify-full`
   */
  static async open(url: string, cipher: RecordCipher): Promise<PostgresEngine> {
    const address = addressOrReject(url);
    const readers = makePool(url, READERS);
    const writers = makePool(url, WRITERS);
    try {
      const client = await writers.connect();
      try {
        await migratePostgres(client, cipher);
      } finally {
        client.release();
      }
      return new PostgresEngine(readers, writers);
    } catch (error) {
      await Promise.all([readers.end(), writers.end()]);
      throw asDatabaseTrouble(error, address);
    }
  }

  async read<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transact(this.#readers, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (client) =>
      work(new PostgresSql(client, false)),
    );
  }

  write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#write('pg_advisory_xact_lock', work);
  }

  /** As `write`, at the same time as others that ask for no more than this. */
  writeAlongside<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#write('pg_advisory_xact_lock_shared', work);
  }

  /** Of the whole database, its indexes included. */
  async size(): Promise<number> {
    const row = await this.plain.get<{ bytes: number }>('SELECT pg_database_size(current_database()) AS bytes');
    return row?.bytes ?? 0;
  }

  /** A deleted row's bytes stay in its page until their place is needed; only VACUUM FULL, which shuts everybody out, takes them away. */
  async erase(): Promise<boolean> {
    return false;
  }

  /** Lets open transactions end. */
  async close(): Promise<void> {
    await Promise.all([this.#readers.end(), this.#writers.end()]);
  }

  async #write<T>(lock: StoreLock, work: (sql: Sql) => Promise<T>): Promise<T> {
    const begin = `BEGIN ISOLATION LEVEL READ COMMITTED; SELECT ${lock}(${STORE_LOCK})`;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#transact(this.#writers, begin, (client) => work(new PostgresSql(client, true)));
      } catch (error) {
        if (attempt === TRIES || !isTransactionConflict(error)) throw error;
        await pause(RETRY_BASE_MS * 2 ** attempt * Math.random());
      }
    }
  }

  /** A connection that broke is thrown away; whether a COMMIT that was cut off took place, only asking again can tell. */
  async #transact<T>(pool: pg.Pool, begin: string, work: (client: InTurn) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const inTurn = new InTurn(client);
    try {
      await client.query(begin);
      const result = await work(inTurn);
      await inTurn.query({ text: 'COMMIT' });
      client.release();
      return result;
    } catch (error) {
      await inTurn.query({ text: 'ROLLBACK' }).then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  }
}

/** Throws `database-url-malformed`. */
export function addressOrReject(url: string): DatabaseAddress {
  // What Node throws for a malformed URL holds the URL, and that the password.
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const database = decodeURIComponent(parsed?.pathname.slice(1) ?? '');
  if (!parsed || !/^postgres(?:ql)?:$/.test(parsed.protocol) || database === '') {
    throw new ServerError('database-url-malformed');
  }
  return { host: parsed.searchParams.get('host') ?? parsed.host, database };
}

function makePool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'sosach',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // A connection broke. Idle, the pool has dropped it and makes another when one is needed; in use, its next query fails and says
  // so. Without a listener, Node would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
