import type { Sql } from './engine/sql.ts';

/** What decides when a question is asked: the lower priority first, within it the lower turn. */
export interface Place {
  readonly unit: string;
  readonly priority: number;
}

/**
 * Fair share between the units (start-time fair queueing: Goyal, Vin, Cheng, SIGCOMM 1996). Each question of a unit takes the turn
 * after the unit's last one that waits, and never one that has been served already: of two units that send at the same time one
 * row each is asked in turn, so that a school of 30 rows is through after 60 and not after another's 3,000, and who sends nothing
 * for a while saves up no right to overtake.
 */
export class TurnTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The questions with their turns, in the order in which they are given. */
  async give<Question extends Place>(
    questions: readonly Question[],
  ): Promise<readonly (Question & { readonly turn: number })[]> {
    const last = new Map<string, number>();
    const given: (Question & { turn: number })[] = [];
    for (const question of questions) {
      const key = `${question.priority} ${question.unit}`;
      const turn = (last.get(key) ?? (await this.#lastOf(question))) + 1;
      last.set(key, turn);
      given.push({ ...question, turn });
    }
    return given;
  }

  /** These were taken to be asked: whoever comes now comes after them. */
  async served(questions: readonly { readonly priority: number; readonly turn: number }[]): Promise<void> {
    const highest = new Map<number, number>();
    for (const { priority, turn } of questions) highest.set(priority, Math.max(turn, highest.get(priority) ?? 0));
    for (const [priority, turn] of highest) {
      await this.#sql.run('UPDATE queue_turns SET turn = @turn WHERE priority = @priority AND turn < @turn', {
        priority,
        turn,
      });
    }
  }

  async #lastOf({ unit, priority }: Place): Promise<number> {
    const found = await this.#sql.get<{ turn: number | null }>(
      `SELECT max(turn) AS turn FROM
         (SELECT turn FROM queue_turns WHERE priority = @priority
          UNION ALL
          SELECT max(turn) FROM verification_jobs WHERE unit = @unit AND priority = @priority) AS taken`,
      { unit, priority },
    );
    return found?.turn ?? 0;
  }
}
