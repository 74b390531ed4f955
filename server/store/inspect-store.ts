import { statSync } from 'node:fs';
import { ServerError } from '../server-error.ts';
import { MIGRATIONS } from './migrations.ts';
import { openForReading, schemaVersion } from './open-database.ts';

export interface StoreFacts {
  readonly bytes: number;
  readonly schema: number;
  /** The newest schema that this program knows. */
  readonly knownSchema: number;
  readonly tryOut: boolean;
  /** Milliseconds since 1970; null before the first event. */
  readonly newestEventAt: number | null;
}

/** Examines the store's file whole and changes nothing. Throws what `openForReading` throws, and `store-damaged`. */
export function inspectStore(path: string): StoreFacts {
  const database = openForReading(path);
  try {
    const verdict = database.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok') throw new ServerError('store-damaged', { detail: 'integrity_check' });
    const orphans = database.pragma('foreign_key_check') as readonly unknown[];
    if (orphans.length > 0) throw new ServerError('store-damaged', { detail: 'foreign_key_check' });
    const value = (sql: string) => database.prepare<[], number | null>(sql).pluck().get() ?? null;
    return {
      bytes: statSync(path).size,
      schema: schemaVersion(database),
      knownSchema: MIGRATIONS.length,
      tryOut: value(`SELECT value = '1' FROM meta WHERE key = 'tryOut'`) === 1,
      newestEventAt: value('SELECT at FROM audit_events ORDER BY id DESC LIMIT 1'),
    };
  } finally {
    database.close();
  }
}
