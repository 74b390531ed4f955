import assert from 'node:assert/strict';
import { judgeAnswer } from '../../../../server/population/lgsp/judge-answer.ts';
import type { RegisterRecord } from '../../../../server/population/matching/match-record.ts';
import { claimOf, PEOPLE } from '../claim-of.ts';
import { lgspConfig } from './lgsp-config-of.ts';

const { codes } = lgspConfig();
const claim = claimOf(PEOPLE.plain);
const record: RegisterRecord = {
  citizenId: claim.citizenId,
  name: { family: '', middle: '', given: claim.fullName },
  birthDate: claim.birthDate,
  sex: claim.sex,
  residence: null,
};
const another: RegisterRecord = { ...record, name: { family: '', middle: '', given: 'NGƯỜI KHÁC' } };
const stranger: RegisterRecord = { ...another, citizenId: '001207000999' };
const judge = (...records: readonly RegisterRecord[]) => judgeAnswer(claim, { kind: 'records', records }, codes);
const outcome = (...records: readonly RegisterRecord[]) => {
  const judgement = judge(...records);
  return judgement?.transport === 'answered' ? judgement.outcome : judgement?.transport;
};

describe('judging an answer of the national service', () => {
  it('says not confirmed, never that the number does not exist, when nobody was found', () => {
    const notFound = {
      transport: 'answered',
      outcome: 'unconfirmed',
      compared: ['citizenId', 'fullName', 'birthDate'],
      flags: [],
    };
    assert.deepEqual(judge(), notFound);
    assert.deepEqual(judgeAnswer(claim, { kind: 'nothing' }, codes), notFound);
    assert.deepEqual(judgeAnswer(claim, { kind: 'exists', exists: false }, codes), notFound);
  });

  it('names three fields as compared, not five, when the service says found', () => {
    assert.deepEqual(judgeAnswer(claim, { kind: 'exists', exists: true }, codes), {
      transport: 'answered',
      outcome: 'match',
      compared: ['citizenId', 'fullName', 'birthDate'],
      flags: [],
    });
  });

  it('calls a match by year alone what it is', () => {
    const byYear = { ...claim, birthDate: { year: claim.birthDate.year } };
    const judgement = judgeAnswer(byYear, { kind: 'exists', exists: true }, codes);
    assert.ok(judgement?.transport === 'answered');
    assert.deepEqual([judgement.outcome, judgement.flags], ['match-normalised', ['yearOnlyBirth']]);
  });

  it('takes one record that came twice for one, and two people under the number for too many', () => {
    assert.equal(outcome(record), 'match');
    assert.equal(outcome(record, structuredClone(record)), 'match');
    assert.equal(outcome(record, another), 'too-many');
  });

  it('takes a record of somebody else under another number for no answer, alone or beside the right one', () => {
    assert.equal(outcome(stranger), 'unreachable');
    assert.equal(outcome(stranger, record), 'match');
    assert.equal(outcome({ ...record, citizenId: '001207000999' }), 'superseded');
  });

  it('explains no code that nobody has explained', () => {
    assert.equal(judgeAnswer(claim, { kind: 'code', code: 'MA_LA' }, codes), undefined);
    assert.equal(judgeAnswer(claim, { kind: 'code', code: '' }, codes), undefined);
  });
});
