import { idAgrees } from '../fields/citizen-id.ts';
import { CITIZEN_ID_RULES } from '../fields/citizen-id-rules.ts';
import type { SheetState } from '../sheet-state.ts';

/** Two neighbouring rows whose numbers fit each other's sex and birth year, and not their own. */
export function checkNeighbours(state: SheetState): void {
  for (let at = 0; at + 1 < state.rows.length; at++) {
    if (state.disagrees[at] !== 1 || state.disagrees[at + 1] !== 1) continue;
    const own = state.ids[at] ?? -1;
    const next = state.ids[at + 1] ?? -1;
    if (!idAgrees(state, at, next) || !idAgrees(state, at + 1, own)) continue;
    state.found.report(
      CITIZEN_ID_RULES['citizen-id.swapped-with-neighbour'],
      at,
      'citizenId',
      state.rows[at]?.citizenId,
      {
        params: { expected: twelve(next) },
        rows: [at + 1],
        fix: {
          changes: [
            { row: at, field: 'citizenId', after: twelve(next) },
            { row: at + 1, field: 'citizenId', after: twelve(own) },
          ],
          safe: false,
        },
      },
    );
    at++;
  }
}

function twelve(number: number): string {
  return String(number).padStart(12, '0');
}
