import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Decision, decideAction, type LoopStanding } from '../../../contract/loop/decide-action.ts';
import {
  LOOP_ACTION_IDS,
  LOOP_ACTIONS,
  type LoopActionId,
  PERFORMED_ACTIONS,
  type PerformedAction,
} from '../../../contract/loop/loop-actions.ts';
import {
  FAILED_STATES,
  findStateByWord,
  LOOP_STATE_WORDS,
  LOOP_STATES,
  LOOP_STEPS,
  type LoopState,
  loopState,
  loopWords,
} from '../../../contract/loop/loop-state.ts';
import { LOOP, type LoopRule, offeredActions, stateAfter } from '../../../contract/loop/loop-table.ts';
import { may, ROLES } from '../../../contract/role.ts';
import { PerformRequest } from '../../../contract/schemas/loop.ts';
import { COMPARED_FIELDS, OUTCOMES, ROW_STATES, TRANSPORTS } from '../../../contract/verdict.ts';
import { VERDICT_DAYS, verdictExpiry } from '../../../contract/verdict-age.ts';

/** What the service's answer, or our own knowledge, can make of a row. */
const BY_VERDICT: readonly LoopState[] = ['verified', 'not-applicable', ...FAILED_STATES, ...LOOP_STEPS];
const rules = LOOP as Readonly<Record<LoopState, LoopRule>>;

function statesAfter(state: LoopState, action: LoopActionId): readonly LoopState[] {
  const after = stateAfter(state, action);
  return after === undefined ? [] : after === 'by-verdict' ? BY_VERDICT : [after];
}

/** Every state that can be come to from this one without editing it. */
function within(state: LoopState): ReadonlySet<LoopState> {
  const found = new Set<LoopState>();
  const visit = (from: LoopState) => {
    for (const action of LOOP_ACTION_IDS.filter((id) => id !== 'edit')) {
      for (const next of statesAfter(from, action)) {
        // A step stands on a failed answer: an answer itself makes none where people had made none.
        if (found.has(next)) continue;
        found.add(next);
        visit(next);
      }
    }
  };
  visit(state);
  return found;
}

describe('the table of the loop', () => {
  it('reaches every state from a row that was not sent', () => {
    const walked = new Set<LoopState>(['not-sent']);
    const visit = (state: LoopState) => {
      for (const action of LOOP_ACTION_IDS) {
        const after = stateAfter(state, action);
        const next = after === 'by-verdict' ? (['verified', 'not-applicable', ...FAILED_STATES] as const) : [after];
        for (const one of next) {
          if (one === undefined || walked.has(one)) continue;
          walked.add(one);
          visit(one);
        }
      }
    };
    visit('not-sent');
    assert.deepEqual([...walked].sort(), [...LOOP_STATES].sort());
  });

  it('leads from every state to a verified row, but from one that is never asked about', () => {
    for (const state of LOOP_STATES) {
      if (state === 'not-applicable') assert.deepEqual([...within(state)], []);
      else assert.ok(within(state).has('verified'), state);
    }
  });

  it('gives every role that may push a way out of every failed row', () => {
    for (const role of ROLES.filter((each) => may(each, 'records:push'))) {
      for (const state of [...FAILED_STATES, ...LOOP_STEPS])
        assert.notDeepEqual(offeredActions(state, role), [], state);
      for (const state of ['verified', 'not-applicable', 'pending', 'not-sent'] as const) {
        assert.deepEqual(offeredActions(state, role), [], `${state} asks nothing of anybody`);
      }
    }
    for (const state of LOOP_STATES) assert.deepEqual(offeredActions(state, 'viewer'), []);
  });

  it('voids the verdict by an edit, from every state', () => {
    for (const state of LOOP_STATES) {
      const after = stateAfter(state, 'edit');
      assert.ok(after === 'not-sent' || after === 'mended', state);
      assert.equal(stateAfter(after, 'send'), 'pending');
    }
  });

  it('holds against any order of actions: nothing outside the table, verified only by an answer, mended only by the paper', () => {
    const act = fc.record({
      action: fc.constantFrom(...LOOP_ACTION_IDS),
      verdict: fc.constantFrom(...BY_VERDICT),
      compared: fc.option(fc.subarray([...COMPARED_FIELDS])),
      seen: fc.integer({ min: -1, max: 0 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let state: LoopState = 'not-sent';
        let round = 1;
        let compared: LoopStanding['compared'] = null;
        for (const step of acts) {
          const before: LoopState = state;
          if (step.action === 'record-notice') compared = step.compared ?? compared;
          const performed = (PERFORMED_ACTIONS as readonly LoopActionId[]).includes(step.action);
          const decision: Decision | undefined = performed
            ? decideAction({ state, round, compared }, step.action as PerformedAction, round + step.seen)
            : undefined;
          const allowed = decision ? decision.result === 'done' : stateAfter(state, step.action) !== undefined;
          if (!allowed) {
            if (decision && step.seen === 0 && decision.result !== 'notice-incomplete') {
              assert.equal(rules[state].actions[step.action], undefined);
            }
            continue;
          }
          const after = stateAfter(state, step.action);
          assert.notEqual(after, undefined);
          assert.ok(!performed || step.seen === 0, 'what was sent again since is not touched');
          state = after === 'by-verdict' ? step.verdict : (after as LoopState);
          if (after === 'by-verdict') assert.ok(['answer', 'step-back'].includes(step.action));
          else if (state === 'verified') assert.fail('verified without an answer');
          if (state === 'mended' && after !== 'by-verdict' && before !== 'mended') {
            assert.equal(before, 'notice-received');
            if (step.action === 'confirm-mended')
              assert.deepEqual([...(compared ?? [])].sort(), [...COMPARED_FIELDS].sort());
          }
          if (state === 'pending') [round, compared] = [round + 1, null];
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes a step for the row’s state only where the answer left something to do', () => {
    const verdict = { transport: 'answered', compared: [], flags: [] } as const;
    for (const step of LOOP_STEPS) {
      assert.equal(loopState({ ...verdict, outcome: 'differs', step }), step);
      assert.equal(loopState({ ...verdict, outcome: 'match', step }), 'verified');
      assert.equal(loopState({ ...verdict, outcome: 'not-applicable', step }), 'not-applicable');
      for (const transport of TRANSPORTS.filter((each) => each !== 'answered')) {
        assert.ok(['pending', 'could-not-ask'].includes(loopState({ ...verdict, outcome: null, transport, step })));
      }
    }
    assert.equal(loopState({ ...verdict, outcome: 'unconfirmed', step: null }), 'not-confirmed');
    assert.equal(loopState(null), 'not-sent');
  });
});

describe('the words of the loop', () => {
  it('are one a state, name people as the record kind does, and are found again in a sheet', () => {
    for (const kind of ['student', 'staff', 'results'] as const) {
      const words = LOOP_STATES.map((state) => loopWords(LOOP_STATE_WORDS[state], kind));
      assert.equal(new Set(words.map(({ vi }) => vi)).size, LOOP_STATES.length);
      for (const [at, { vi, en }] of words.entries()) {
        assert.doesNotMatch(vi + en, /[{}]/);
        assert.equal(findStateByWord(vi), LOOP_STATES[at]);
      }
    }
    assert.equal(findStateByWord('Đã chuyển công an'), undefined);
  });

  it('never claim that anybody was handed over to the police, nor ask for a residence paper', () => {
    const said = [
      ...Object.values(LOOP_STATE_WORDS),
      ...Object.values(LOOP_ACTIONS).map(({ words }) => words),
      ...Object.values(rules).map(({ next }) => next),
    ];
    for (const { vi, en } of said) {
      assert.doesNotMatch(vi, /chuyển công an|sổ hộ khẩu|sổ tạm trú|xác nhận cư trú/i);
      assert.equal(vi.trim() === '', en.trim() === '');
      assert.deepEqual(vi.match(/\{\w+\}/g), en.match(/\{\w+\}/g), vi);
    }
  });
});

describe('how long an answer counts', () => {
  it('is the same table that says which states are asked again', () => {
    for (const outcome of OUTCOMES) {
      const state = loopState({ transport: 'answered', outcome, compared: [], flags: [], step: null });
      assert.equal(VERDICT_DAYS[outcome] !== null, stateAfter(state, 'ask-again') === 'pending', outcome);
    }
    for (const step of LOOP_STEPS) {
      assert.equal(verdictExpiry('differs', step, 0) !== null, stateAfter(step, 'ask-again') === 'pending', step);
    }
    assert.equal(ROW_STATES.filter((state) => stateAfter(state, 'ask-again')).length, 1 + FAILED_STATES.length);
  });

  it('counts whole days from the answer', () => {
    assert.equal(
      verdictExpiry('differs', null, Date.parse('2026-11-01T08:00:00Z')),
      Date.parse('2026-11-22T08:00:00Z'),
    );
    assert.equal(verdictExpiry('not-applicable', null, 0), null);
  });
});

describe('a request to perform an action', () => {
  const rows = [{ recordId: 'r-1', round: 1 }];
  const notice = { number: '12/TB', date: '2026-11-20', issuer: 'Công an xã Thử', compared: ['citizenId'] };
  const accepts = (body: unknown) => PerformRequest.safeParse(body).success;

  it('has a notice exactly where one is recorded, and then for one row', () => {
    assert.ok(accepts({ action: 'ask-notice', rows: [...rows, { recordId: 'r-2', round: 3 }] }));
    assert.ok(accepts({ action: 'record-notice', rows, notice }));
    assert.ok(!accepts({ action: 'record-notice', rows }));
    assert.ok(!accepts({ action: 'ask-notice', rows, notice }));
    assert.ok(!accepts({ action: 'record-notice', rows: [...rows, ...rows], notice }));
  });

  it('takes nothing but what a notice is: a real day, lines of text, known fields, and no picture', () => {
    const bad = [
      { date: '2026-02-30' },
      { date: '20/11/2026' },
      { issuer: ' ' },
      { issuer: 'a\nb' },
      { number: 'x'.repeat(41) },
      { compared: ['motherName'] },
      { picture: 'data:image/png;base64,' },
    ];
    for (const part of bad) {
      assert.ok(!accepts({ action: 'record-notice', rows, notice: { ...notice, ...part } }), JSON.stringify(part));
    }
    assert.ok(!accepts({ action: 'answer', rows }), 'what the program does nobody can ask for');
    assert.ok(!accepts({ action: 'resend', rows: [] }));
  });
});
