import { type Decision, decideAction } from '../../contract/loop/decide-action.ts';
import { LOOP_ACTIONS } from '../../contract/loop/loop-actions.ts';
import { LOOP_STEPS, type LoopState, loopState } from '../../contract/loop/loop-state.ts';
import { may } from '../../contract/role.ts';
import type { PerformAnswer, PerformRequest } from '../../contract/schemas/loop.ts';
import type { RowStatus } from '../../contract/schemas/status.ts';
import { rowState } from '../../contract/verdict.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import { sha256 } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Caller } from '../http/authenticate.ts';
import type { StoredNotice } from '../store/notice-table.ts';
import type { Tables } from '../store/tables.ts';
import { askAnew } from './ask-anew.ts';

export interface IncomingActions {
  readonly unit: string;
  readonly caller: Caller;
  readonly idempotencyKey: string;
  readonly body: PerformRequest;
}

export interface PerformedActions {
  readonly answer: PerformAnswer;
  /** The request had come before: nothing was done. */
  readonly isRepeat: boolean;
}

type RowAnswer = PerformAnswer['rows'][number];

/** A row at which the action is done. */
interface Doing {
  readonly status: RowStatus;
  readonly after: Extract<Decision, { result: 'done' }>['after'];
}

/**
 * Performs one action at rows of one unit, each as the contract's table allows; runs inside one write transaction. The same key with
 * the same body gets the same answer again and changes nothing. Throws `forbidden`, `idempotency-key-reused` or `body-invalid` (a
 * notice of a day to come).
 */
export async function performActions(
  tables: Tables,
  { unit, caller, idempotencyKey, body }: IncomingActions,
  now: number,
): Promise<PerformedActions> {
  const { action, notice } = body;
  const { accountId, role } = caller.account;
  if (!may(role, LOOP_ACTIONS[action].permission)) throw new ApiProblem('forbidden');
  if (notice && notice.date > vietnamDay(now)) throw new ApiProblem('body-invalid', { where: 'body.notice.date' });
  // A push of the unit moves rounds on: it goes before, or after.
  await tables.lock(`push ${unit}`);
  const bodyHash = sha256(JSON.stringify(body));
  const earlier = await tables.loop.findRequest(unit, idempotencyKey, bodyHash);
  if (earlier) {
    if (!earlier.isSameBody) throw new ApiProblem('idempotency-key-reused');
    return { answer: earlier.answer, isRepeat: true };
  }
  const recordIds = [...new Set(body.rows.map(({ recordId }) => recordId))];
  const statuses = await tables.statuses.ofRecords(unit, recordIds, caller.scope.classes);
  const notices = new Map(
    (await tables.notices.ofRecords(unit, recordIds)).map((found) => [`${found.recordId} ${found.round}`, found]),
  );
  const rows = new Map<string, RowAnswer>();
  const doing: Doing[] = [];
  for (const { recordId, round } of body.rows) {
    const status = statuses.get(recordId);
    const known = status && notices.get(`${recordId} ${status.round}`);
    const decision = status ? decide(status, body, round, known) : undefined;
    const state = status ? loopState(status) : null;
    if (!status || decision === undefined) rows.set(recordId, { recordId, result: 'not-found', state });
    else if (decision.result !== 'done') rows.set(recordId, { recordId, result: decision.result, state });
    else if (!rows.has(recordId)) {
      doing.push({ status, after: decision.after });
      rows.set(recordId, { recordId, result: 'done', state: stateOf(status, decision.after) });
      if (notice) {
        const { date, issuer, compared } = notice;
        const number = notice.number ?? known?.number ?? '';
        await tables.notices.save({ unit, recordId, round, number, date, issuer, compared, at: now, accountId });
      }
    }
  }
  await settle(tables, { unit, action, accountId, doing, now });
  const answer = { rows: [...rows.values()] };
  await tables.loop.insertRequest({ unit, idempotencyKey, bodyHash, at: now, answer });
  return { answer, isRepeat: false };
}

/** A paper without a number is none, unless its number was recorded in this round already. */
function decide(
  status: RowStatus,
  { action, notice }: PerformRequest,
  seenRound: number,
  known: StoredNotice | undefined,
): Decision {
  const standing = { state: loopState(status), round: status.round, compared: known?.compared ?? null };
  const decision = decideAction(standing, action, seenRound);
  const lacksNumber = notice !== undefined && notice.number === undefined && known === undefined;
  return decision.result === 'done' && lacksNumber ? { result: 'notice-incomplete' } : decision;
}

function stateOf(status: RowStatus, after: Doing['after']): LoopState {
  return after === 'by-verdict' ? rowState(status) : after;
}

interface Settling {
  readonly unit: string;
  readonly action: PerformRequest['action'];
  readonly accountId: string;
  readonly doing: readonly Doing[];
  readonly now: number;
}

async function settle(tables: Tables, { unit, action, accountId, doing, now }: Settling): Promise<void> {
  const acted = doing.map(({ status: { recordId, round }, after }) => ({ unit, recordId, round, after }));
  const stepOf = (after: Doing['after']) => LOOP_STEPS.find((step) => step === after) ?? null;
  await tables.loop.insertSteps(
    acted.map(({ after, ...record }) => ({ ...record, at: now, accountId, action, state: stepOf(after) })),
  );
  const standing = acted.flatMap(({ after, ...record }) => {
    const step = stepOf(after);
    return step === null ? [] : [{ ...record, step }];
  });
  await tables.loop.stand(standing, now);
  const gone = acted.filter(({ after }) => stepOf(after) === null);
  await tables.loop.drop(
    unit,
    gone.map(({ recordId }) => recordId),
  );
  const asked = acted.filter(({ after }) => after === 'pending');
  // A person waits for it, as for a mended row.
  await askAnew(tables, asked, accountId, 0, now);
  await tables.records.touch(acted.filter(({ after }) => after !== 'pending'));
}
