import { inventRoster, PLANTED_FAULTS, type RosterRow } from '../../cli/tryout/invent-roster.ts';
import { TRYOUT_WORLD } from '../../cli/tryout/tryout-world.ts';
import { ROW_STATE_WORDS, rowState } from '../../contract/verdict.ts';

export interface KnownRow extends RosterRow {
  /** The word that must stand in *Kết quả xác thực* in the end, because the register says so. */
  readonly verdict: string;
}

/**
 * Pupils whose rows no rule finds fault with, with the verdict each must get: most agree with the register, some were planted
 * to disagree with it in a way that only the population service can see.
 */
export function knownRoster(): readonly KnownRow[] {
  const roster = inventRoster({
    kind: 'student',
    seed: TRYOUT_WORLD.seed,
    rows: 60,
    firstCitizen: 0,
    plantFaults: true,
  });
  return roster.flatMap((row, at) => {
    if (row.planted !== null && !row.planted.startsWith('register.')) return [];
    const outcome = row.planted === null ? 'match' : PLANTED_FAULTS.find(({ id }) => id === row.planted)?.expects;
    if (outcome === undefined) throw new Error(`no expected outcome for ${row.planted} in row ${at}`);
    const state = rowState({ transport: 'answered', outcome, compared: [], flags: [] });
    return [{ ...row, verdict: ROW_STATE_WORDS[state].vi }];
  });
}
