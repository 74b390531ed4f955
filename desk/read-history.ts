import { PERFORM_RESULTS } from '../contract/loop/decide-action.ts';
import { STEP_ACTIONS } from '../contract/loop/loop-actions.ts';
import { LOOP_STATES, LOOP_STEPS } from '../contract/loop/loop-state.ts';
import { TRANSFER_DIRECTIONS } from '../contract/loop/transfer.ts';
import type { PerformAnswer, RecordHistory, Round } from '../contract/schemas/loop.ts';
import type { RoundSummary } from '../contract/schemas/status.ts';
import { COMPARED_FIELDS, FLAGS, OUTCOMES } from '../contract/verdict.ts';
import { FIELDS } from '../rules/field.ts';
import { list, number, object, oneOf, text, textOrNull } from './read-json.ts';

/** Readers of what the server tells of a row's way through the loop; they throw `answer-not-understood` as all readers do. */
export function getHistory(body: unknown): RecordHistory {
  const where = 'history';
  const history = object(body, where);
  return {
    recordId: text(history.recordId, where),
    rowId: text(history.rowId, where),
    workbookId: text(history.workbookId, where),
    state: oneOf(LOOP_STATES, history.state, where),
    transfer: history.transfer === null ? null : getTransfer(history.transfer, where),
    rounds: list(history.rounds, where).map((item) => getRound(item, where)),
  };
}

function getTransfer(item: unknown, where: string): RecordHistory['transfer'] {
  const transfer = object(item, where);
  return {
    direction: oneOf(TRANSFER_DIRECTIONS, transfer.direction, where),
    releasedAt: text(transfer.releasedAt, where),
    claimedAt: textOrNull(transfer.claimedAt, where),
  };
}

export function getPerformAnswer(body: unknown): PerformAnswer {
  const where = 'loop-actions';
  return {
    rows: list(object(body, where).rows, where).map((item) => {
      const row = object(item, where);
      return {
        recordId: text(row.recordId, where),
        result: oneOf(PERFORM_RESULTS, row.result, where),
        state: row.state === null ? null : oneOf(LOOP_STATES, row.state, where),
      };
    }),
  };
}

export function getRoundSummary(item: unknown, where: string): RoundSummary {
  const round = object(item, where);
  return {
    round: number(round.round, where),
    ...getDone(round, where),
    changed: list(round.changed, where).map((field) => oneOf(FIELDS, field, where)),
    outcome: round.outcome === null ? null : oneOf(OUTCOMES, round.outcome, where),
  };
}

function getRound(item: unknown, where: string): Round {
  const round = object(item, where);
  const compared = (fields: unknown) => list(fields, where).map((field) => oneOf(COMPARED_FIELDS, field, where));
  const notice = round.notice === null ? null : object(round.notice, where);
  return {
    ...getRoundSummary(item, where),
    askedAt: textOrNull(round.askedAt, where),
    answeredAt: textOrNull(round.answeredAt, where),
    compared: compared(round.compared),
    flags: list(round.flags, where).map((flag) => oneOf(FLAGS, flag, where)),
    notice: notice && {
      ...getDone(notice, where),
      number: text(notice.number, where),
      date: text(notice.date, where),
      issuer: text(notice.issuer, where),
      compared: compared(notice.compared),
    },
    steps: list(round.steps, where).map((entry) => {
      const step = object(entry, where);
      return {
        ...getDone(step, where),
        action: oneOf(STEP_ACTIONS, step.action, where),
        state: step.state === null ? null : oneOf(LOOP_STEPS, step.state, where),
      };
    }),
  };
}

function getDone(item: Record<string, unknown>, where: string): { at: string; by: string | null } {
  return { at: text(item.at, where), by: textOrNull(item.by, where) };
}
