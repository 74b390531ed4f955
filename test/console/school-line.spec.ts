import assert from 'node:assert/strict';
import { schoolLine, stageOf } from '../../console/school-line.ts';
import { campaign, DONE, kindProgress, NOW, OPENED, unitProgress } from './campaign-fixture.ts';

describe('console: how far a school has come', () => {
  const stage = (changes: Parameters<typeof kindProgress>[0]) => stageOf(kindProgress(changes));

  it('is told by what the server knows, and never as done for want of knowledge', () => {
    assert.equal(stage({}), 'not-opened');
    assert.equal(stage({ sentAt: OPENED.sentAt ?? null }), 'not-opened', 'handing out is not opening');
    assert.equal(stage(OPENED), 'not-sent');
    assert.equal(stage({ ...OPENED, rows: 5, verified: 5 }), 'not-sent', 'rows of an earlier campaign');
    assert.equal(stage({ ...DONE, verified: 8 }), 'unverified');
    assert.equal(
      stage({ ...DONE, verified: 8, awaitingNumber: 1 }),
      'done',
      'nobody can do more about a number to come',
    );
    assert.equal(stage({ ...DONE, stays: 1 }), 'unverified', 'a row that could not go');
    assert.equal(stage({ ...DONE, rows: 0, verified: 0, notApplicable: 0 }), 'not-sent');
    assert.equal(stage(DONE), 'done');
  });

  it('is that of the kind furthest behind; late is what is over and not done', () => {
    const both = schoolLine(campaign(), unitProgress('A', 'A', DONE, { kind: 'results', ...OPENED }), NOW);
    assert.deepEqual([both.stage, both.late], ['not-sent', true]);
    assert.deepEqual(
      both.kinds.map(({ late }) => late),
      [false, true],
    );
    const done = schoolLine(campaign(), unitProgress('A', 'A', DONE, { kind: 'results', ...DONE }), NOW);
    assert.deepEqual([done.stage, done.late], ['done', false]);
  });

  it('counts with the next deadline ahead, at its very minute with the one after', () => {
    const parts = [
      ...campaign().parts,
      { ...campaign().parts[0]!, partId: 'x', deadline: { form: 'before-day', day: '2022-11-01' } as const },
    ];
    const next = (now: number) =>
      schoolLine(campaign({ parts }), unitProgress('A', 'A', {}), now).kinds[0]?.deadline.day;
    const instant = Date.parse('2022-10-24T14:00:00+07:00');
    assert.deepEqual([next(instant - 1), next(instant)], ['2022-10-24', '2022-11-01']);
    assert.equal(next(Date.parse('2023-01-01T00:00:00Z')), '2022-11-01', 'when all are over, the last');
  });

  it('knows an older template’s workbook', () => {
    const outdated = (version: number | null) =>
      schoolLine(campaign(), unitProgress('A', 'A', { version }), NOW).kinds[0]?.outdated;
    assert.deepEqual([outdated(null), outdated(0), outdated(1000)], [false, true, false]);
  });
});
