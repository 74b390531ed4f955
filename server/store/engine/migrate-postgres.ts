import type { ClientBase } from 'pg';
import type { RecordCipher } from '../../crypto/record-cipher.ts';
import { ServerError } from '../../server-error.ts';
import { MIGRATIONS } from '../migrations.ts';
import { InTurn, PostgresSql } from './postgres-sql.ts';
import type { SqlParams } from './sql.ts';
import { NOCASE_COLLATION, translateSchema } from './translate-schema.ts';

/** `SoSa` in ASCII: the first half of our advisory locks, which whatever else lives in the database then never meets. */
const OUR_LOCKS = 0x536f5361;
/** Held by whoever changes the store, so that they do so one after the other. */
export const STORE_LOCK = `${OUR_LOCKS}, 1`;
const MIGRATION_LOCK = `${OUR_LOCKS}, 2`;

/** The oldest release that its makers still mended when this was written (postgresql.org/support/versioning) is 14. */
const OLDEST_RELEASE = 14;

/**
 * Brings the database's schema up to date in one transaction; of several processes that start at once, one does and the others
 * wait for it. Throws `database-unusable` (release, encoding), `database-foreign` or `store-newer` and has changed nothing then.
 */
export async function migratePostgres(client: ClientBase, cipher: RecordCipher): Promise<void> {
  await inspectServer(client);
  if ((await schemaVersion(client)) === MIGRATIONS.length) return;
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    // However long another's migration takes.
    await client.query('SET LOCAL lock_timeout = 0');
    await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK}), pg_advisory_xact_lock(${STORE_LOCK})`);
    const version = await schemaVersion(client);
    if (version === 0) {
      await client.query(`CREATE TABLE so_sach_schema (version BIGINT NOT NULL)`);
      await client.query('INSERT INTO so_sach_schema VALUES (0)');
      await client.query(NOCASE_COLLATION);
    }
    const sql = new MigratingSql(new InTurn(client), true);
    for (const migration of MIGRATIONS.slice(version)) {
      if (typeof migration === 'string') await client.query(translateSchema(migration));
      else await migration(sql, cipher);
    }
    await client.query(`UPDATE so_sach_schema SET version = ${MIGRATIONS.length}`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** A step of a migration changes tables with `run` as well. */
class MigratingSql extends PostgresSql {
  override run(statement: string, params: SqlParams = {}): Promise<number> {
    return super.run(/^\s*(?:CREATE|ALTER|DROP)\b/.test(statement) ? translateSchema(statement) : statement, params);
  }
}

/** Throws `database-unusable` for a release or an encoding that the store cannot live in. */
export async function inspectServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int / 10000 AS release, current_setting('server_encoding') AS encoding`,
  );
  const { release, encoding } = rows[0] as { readonly release: number; readonly encoding: string };
  if (release < OLDEST_RELEASE) throw new ServerError('database-unusable', { detail: `PostgreSQL ${release}` });
  if (encoding !== 'UTF8') throw new ServerError('database-unusable', { detail: encoding });
}

/** How many migrations have run; 0 in an empty database. Throws `database-foreign` or `store-newer`. */
export async function schemaVersion(client: ClientBase): Promise<number> {
  // Tables of an extension (PostGIS puts some into every database) are nobody's data.
  const { rows: tables } = await client.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')`,
  );
  if (tables.length === 0) return 0;
  if (!tables.some(({ name }) => name === 'so_sach_schema')) throw new ServerError('database-foreign');
  const { rows } = await client.query('SELECT version::int AS version FROM so_sach_schema');
  const { version } = rows[0] as { readonly version: number };
  if (version > MIGRATIONS.length) {
    throw new ServerError('store-newer', { found: String(version), known: String(MIGRATIONS.length) });
  }
  return version;
}
