import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { ServerError } from '../server-error.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';

/**
 * Asks once more the questions that were set aside, in one unit or in all (null). Returns how many. May run beside the server, which
 * looks into its queue every minute. Throws `unit-unknown`.
 */
export function redriveQuestions(store: Store, unit: string | null, clock: Clock = SYSTEM_CLOCK): Promise<number> {
  return store.write(async (tables) => {
    await unitOrReject(tables, unit);
    const at = clock.now();
    const redriven = await tables.asides.redrive(unit, at);
    if (redriven.length === 0) return 0;
    await tables.records.touch(redriven);
    const counts = { rows: redriven.length };
    await tables.audit.insert({ at, accountId: null, action: 'questions-redriven', unit, counts, requestId: null });
    return redriven.length;
  });
}

export async function unitOrReject(tables: Tables, unit: string | null): Promise<void> {
  if (unit !== null && !(await tables.units.find(unit))) throw new ServerError('unit-unknown', { unit });
}
