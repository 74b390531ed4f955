import type { NotAskedTransport } from '../population/population-adapter.ts';
import type { Sql } from './engine/sql.ts';

/** How much of the granted rate is left, and until when a service asked not to be asked. */
export interface Pace {
  readonly tokens: number;
  readonly refilledAt: number;
  readonly pausedUntil: number;
  readonly pausedBy: NotAskedTransport | null;
  /** Transport failures in a row. */
  readonly failures: number;
}

const SELECT = `SELECT tokens, refilled_at AS refilledAt, paused_until AS pausedUntil, paused_by AS pausedBy, failures
  FROM paces WHERE adapter = @adapter`;

export class PaceTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  find(adapter: string): Promise<Pace | undefined> {
    return this.#sql.get(SELECT, { adapter });
  }

  async save(adapter: string, pace: Pace): Promise<void> {
    await this.#sql.run(
      `INSERT INTO paces VALUES (@adapter, @tokens, @refilledAt, @pausedUntil, @pausedBy, @failures)
       ON CONFLICT (adapter) DO UPDATE SET tokens = excluded.tokens, refilled_at = excluded.refilled_at,
         paused_until = excluded.paused_until, paused_by = excluded.paused_by, failures = excluded.failures`,
      { adapter, ...pace },
    );
  }
}
