import type { Stage } from './school-line.ts';

/** A sign beside every colour (promise 10). */
export const STAGE_SYMBOLS = {
  'not-opened': '○',
  'not-sent': '◐',
  unverified: '!',
  done: '✓',
} as const satisfies Record<Stage, string>;
