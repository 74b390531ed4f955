import pg from 'pg';
import { ServerError } from '../../server-error.ts';
import type { StoreFacts } from '../inspect-store.ts';
import { MIGRATIONS } from '../migrations.ts';
import { inspectServer, schemaVersion } from './migrate-postgres.ts';
import { addressOrReject, CONNECT_TIMEOUT_MS } from './postgres-engine.ts';
import { asDatabaseTrouble } from './postgres-trouble.ts';

/** What is known of a store that lies in a PostgreSQL. */
export interface DatabaseFacts extends StoreFacts {
  readonly host: string;
  /** What the database's clock says, milliseconds since 1970. */
  readonly now: number;
  /** The line to it is encrypted, or leaves no machine. */
  readonly isPrivate: boolean;
}

/** Looks at the store and changes nothing, its schema neither. Throws what `PostgresEngine.open` throws, and `store-missing`. */
export async function inspectPostgres(url: string): Promise<DatabaseFacts> {
  const address = addressOrReject(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // A line that breaks is told by the query that runs on it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await inspectServer(client);
    const schema = await schemaVersion(client);
    if (schema === 0) throw new ServerError('store-missing', { folder: address.host });
    const { rows } = await client.query(
      `SELECT pg_database_size(current_database())::float8 AS bytes, extract(epoch FROM clock_timestamp())::float8 * 1000 AS now,
         (SELECT count(*) FROM meta WHERE key = 'tryOut' AND value = '1')::int AS "tryOut",
         (SELECT at::float8 FROM audit_events ORDER BY id DESC LIMIT 1) AS "newestEventAt",
         coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false)
           OR coalesce(host(inet_client_addr()) IN ('127.0.0.1', '::1'), true) AS "isPrivate"`,
    );
    const { tryOut, ...facts } = rows[0];
    return { ...facts, tryOut: tryOut === 1, host: address.host, schema, knownSchema: MIGRATIONS.length };
  } catch (error) {
    throw asDatabaseTrouble(error, address);
  } finally {
    await client.end();
  }
}
