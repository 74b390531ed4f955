import type { LoopState } from '../../contract/loop/loop-state.ts';
import { MARK_LOOKS } from '../../templates/mark-looks.ts';

/** Beside each state's word in the pane: the symbol of its mark in the sheet, or one of its own where it shares a mark. */
export const LOOP_STATE_SYMBOLS = {
  'not-sent': '○',
  pending: MARK_LOOKS.W.symbol,
  verified: MARK_LOOKS.V.symbol,
  'wrong-information': MARK_LOOKS.D.symbol,
  'not-confirmed': MARK_LOOKS.Q.symbol,
  duplicate: '⧉',
  'could-not-ask': '↻',
  'not-applicable': '–',
  'awaiting-notice': '✉',
  'notice-received': '▤',
  mended: '✎',
  'parents-guided': '☎',
  'awaiting-number': '№',
} as const satisfies Record<LoopState, string>;
