import type Database from 'better-sqlite3';
import type { NotAskedTransport } from '../population/population-adapter.ts';

/** How much of the granted rate is left, and until when a service asked not to be asked. */
export interface Pace {
  readonly tokens: number;
  readonly refilledAt: number;
  readonly pausedUntil: number;
  readonly pausedBy: NotAskedTransport | null;
  /** Transport failures in a row. */
  readonly failures: number;
}

export class PaceTable {
  readonly #find: Database.Statement<[string], Pace>;
  readonly #save: Database.Statement<[Pace & { readonly adapter: string }]>;

  constructor(database: Database.Database) {
    this.#find = database.prepare(
      `SELECT tokens, refilled_at AS refilledAt, paused_until AS pausedUntil, paused_by AS pausedBy,
         failures FROM paces WHERE adapter = ?`,
    );
    this.#save = database.prepare(
      `INSERT INTO paces VALUES (@adapter, @tokens, @refilledAt, @pausedUntil, @pausedBy, @failures)
       ON CONFLICT (adapter) DO UPDATE SET tokens = excluded.tokens, refilled_at = excluded.refilled_at,
         paused_until = excluded.paused_until, paused_by = excluded.paused_by, failures = excluded.failures`,
    );
  }

  find(adapter: string): Pace | undefined {
    return this.#find.get(adapter);
  }

  save(adapter: string, pace: Pace): void {
    this.#save.run({ adapter, ...pace });
  }
}
