import { COMPARED_FIELDS, type ComparedField } from '../verdict.ts';
import { LOOP_ACTIONS, type PerformedAction } from './loop-actions.ts';
import type { LoopState } from './loop-state.ts';
import { type StateAfter, stateAfter } from './loop-table.ts';

/** What decides whether an action may be done at a row now. */
export interface LoopStanding {
  readonly state: LoopState;
  readonly round: number;
  /** The fields that were compared with this round's notice; null while there is none. */
  readonly compared: readonly ComparedField[] | null;
}

/**
 * `not-allowed`: not in this state · `changed`: sent again since the person looked · `not-found`: no such row in the unit ·
 * `notice-incomplete`: no notice in this round, or not every field was compared with it.
 */
export const PERFORM_RESULTS = ['done', 'not-allowed', 'changed', 'not-found', 'notice-incomplete'] as const;

export type PerformResult = (typeof PERFORM_RESULTS)[number];

export type Decision =
  | { readonly result: 'done'; readonly after: StateAfter }
  | { readonly result: Exclude<PerformResult, 'done' | 'not-found'> };

/**
 * The one judge of an action: the server performs by it, the pane offers by it.
 * @param seenRound the round that the person was looking at
 */
export function decideAction(
  { state, round, compared }: LoopStanding,
  action: PerformedAction,
  seenRound: number,
): Decision {
  if (seenRound !== round) return { result: 'changed' };
  const after = stateAfter(state, action);
  if (after === undefined) return { result: 'not-allowed' };
  if (LOOP_ACTIONS[action].needs === 'whole-notice' && !COMPARED_FIELDS.every((field) => compared?.includes(field))) {
    return { result: 'notice-incomplete' };
  }
  return { result: 'done', after };
}
