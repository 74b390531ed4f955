import { loopState } from '../../contract/loop/loop-state.ts';
import type { RecordHistory, Round } from '../../contract/schemas/loop.ts';
import { isoInstant, isoInstantOrNull } from '../clock.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { ClassesInSight } from '../store/class-in-sight.ts';
import type { StoredNotice } from '../store/notice-table.ts';
import type { Tables } from '../store/tables.ts';

/** Everything that happened to one record from question to question. Throws `not-found`. */
export async function recordHistory(
  tables: Tables,
  unit: string,
  recordId: string,
  classes: ClassesInSight,
): Promise<RecordHistory> {
  const record = await tables.records.find(unit, recordId);
  const status = (await tables.statuses.ofRecords(unit, [recordId], classes)).get(recordId);
  if (!record || !status) throw new ApiProblem('not-found');
  const rounds = (await tables.rounds.ofRecords(unit, [recordId])).get(recordId) ?? [];
  const transfer = await tables.releases.findTransfer({ unit, recordId });
  const steps = await tables.loop.stepsOf({ unit, recordId });
  const notices = new Map((await tables.notices.ofRecords(unit, [recordId])).map((notice) => [notice.round, notice]));
  return {
    recordId,
    rowId: record.rowId,
    workbookId: record.workbookId,
    state: loopState(status),
    transfer: transfer
      ? {
          direction: transfer.direction,
          releasedAt: isoInstant(transfer.releasedAt),
          claimedAt: isoInstantOrNull(transfer.claimedAt),
        }
      : null,
    rounds: rounds.map(({ round, at, by, changed, verdict }): Round => {
      const notice = notices.get(round);
      return {
        round,
        at: isoInstant(at),
        by,
        changed: [...changed],
        askedAt: isoInstantOrNull(verdict?.askedAt),
        answeredAt: isoInstantOrNull(verdict?.answeredAt),
        outcome: verdict?.outcome ?? null,
        compared: [...(verdict?.compared ?? [])],
        flags: [...(verdict?.flags ?? [])],
        notice: notice ? noticeOf(notice) : null,
        steps: steps
          .filter((step) => step.round === round)
          .map((step) => ({ at: isoInstant(step.at), by: step.by, action: step.action, state: step.state })),
      };
    }),
  };
}

function noticeOf(notice: StoredNotice & { readonly by: string | null }): NonNullable<Round['notice']> {
  const { number, date, issuer, compared, at, by } = notice;
  return { number: masked(number), date, issuer, compared: [...compared], at: isoInstant(at), by };
}

/** Enough to tell one paper from another; whoever needs the rest has the paper. */
const SHOWN = 3;

function masked(number: string): string {
  const length = [...number].length;
  const shown = Math.min(SHOWN, Math.floor(length / 2));
  return '•'.repeat(length - shown) + [...number].slice(length - shown).join('');
}
