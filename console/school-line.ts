import { type Deadline, deadlineInstant, isOverdue } from '../contract/deadline.ts';
import type { Campaign, KindProgress, UnitProgress } from '../contract/schemas/campaign.ts';
import type { RecordKind } from '../rules/record.ts';
import { LAYOUTS } from '../templates/layouts.ts';

/** How far a school has come, the furthest behind first. */
export const STAGES = ['not-opened', 'not-sent', 'unverified', 'done'] as const;
export type Stage = (typeof STAGES)[number];

/** One record kind of one school, with what follows from its numbers. */
export interface KindLine extends KindProgress {
  readonly stage: Stage;
  /** The workbook in use was made from an older template. */
  readonly outdated: boolean;
  /** The next one that is still ahead; when all are over, the last. */
  readonly deadline: Deadline;
  /** A deadline is over and the work is not done. */
  readonly late: boolean;
}

/** One school in a campaign. Its stage is that of the kind that is furthest behind. */
export interface SchoolLine {
  readonly unit: string;
  readonly name: string;
  readonly stage: Stage;
  readonly late: boolean;
  readonly kinds: readonly KindLine[];
}

/** @param now of the server's clock, milliseconds since 1970 */
export function schoolLine(campaign: Campaign, { unit, name, kinds }: UnitProgress, now: number): SchoolLine {
  const lines = kinds.map((progress): KindLine => {
    const deadlines = kindDeadlines(campaign, progress.kind);
    const stage = stageOf(progress);
    return {
      ...progress,
      stage,
      outdated: progress.version !== null && progress.version < LAYOUTS[progress.kind].version,
      deadline: nextDeadline(deadlines, now),
      late: stage !== 'done' && deadlines.some((deadline) => isOverdue(deadline, now)),
    };
  });
  const furthestBehind = Math.min(...lines.map(({ stage }) => STAGES.indexOf(stage)));
  return {
    unit,
    name,
    kinds: lines,
    stage: STAGES[furthestBehind] ?? 'not-opened',
    late: lines.some(({ late }) => late),
  };
}

/** Done is claimed only where every row has its verdict, or is not to have one yet, and none was kept back: unknown is never shown as finished. */
export function stageOf(progress: KindProgress): Stage {
  if (progress.pushedAt === null) return progress.openedAt === null ? 'not-opened' : 'not-sent';
  if (progress.rows === 0 && progress.stays === 0) return 'not-sent';
  return unverifiedRows(progress) === 0 && progress.stays === 0 ? 'done' : 'unverified';
}

/** Rows with neither a good verdict nor a reason to have none: whoever waits for a new number can do no more. */
export function unverifiedRows({ rows, verified, notApplicable, awaitingNumber }: KindProgress): number {
  return Math.max(0, rows - verified - notApplicable - awaitingNumber);
}

function kindDeadlines({ parts }: Campaign, kind: RecordKind): readonly Deadline[] {
  return parts.filter((part) => part.kind === kind).map(({ deadline }) => deadline);
}

/** The next of several that is still ahead; when all are over, the last. A campaign has at least one part. */
function nextDeadline(deadlines: readonly Deadline[], now: number): Deadline {
  const sorted = [...deadlines].sort((a, b) => deadlineInstant(a) - deadlineInstant(b));
  const next = sorted.find((deadline) => !isOverdue(deadline, now)) ?? sorted.at(-1);
  if (!next) throw new RangeError('no deadline to choose from');
  return next;
}
