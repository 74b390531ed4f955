import assert from 'node:assert/strict';
import { type ConsolePage, pageHash, readPage } from '../../console/console-page.ts';
import { megabytes } from '../../console/megabytes.ts';
import { getCampaign, getCampaignPage, getProgressPage, getUnitPage } from '../../console/read-campaigns.ts';
import { STAGES } from '../../console/school-line.ts';
import { schoolsBelow } from '../../console/schools-below.ts';
import { searchKey } from '../../console/search-key.ts';
import { instantWords } from '../../console/show-instant.ts';
import { STAGE_SYMBOLS } from '../../console/stage-symbols.ts';
import type { Unit } from '../../contract/schemas/unit.ts';
import { DeskError } from '../../desk/desk-error.ts';
import { campaign, DONE, NOW, unitProgress } from './campaign-fixture.ts';

describe('console: small parts', () => {
  it('keep the page in the address, and take nonsense for the list', () => {
    const pages: readonly ConsolePage[] = [
      { name: 'list' },
      { name: 'new' },
      { name: 'campaign', campaignId: '2022-10-20-abc123' },
    ];
    for (const page of pages) assert.deepEqual(readPage(pageHash(page)), page);
    for (const hash of ['', '#', '#/dot/', '#/dot/../../x', '#/dot/A', `#/dot/${'a'.repeat(41)}`]) {
      assert.deepEqual(readPage(hash), { name: 'list' });
    }
  });

  it('read what the server answers, and nothing else', () => {
    const page = { items: [campaign()], cursor: null, now: '2022-10-22T07:05:00.000Z' };
    assert.deepEqual(getCampaignPage(JSON.parse(JSON.stringify(page))), page);
    const progress = { ...page, items: [unitProgress('A', 'Trường A', DONE)] };
    assert.deepEqual(getProgressPage(JSON.parse(JSON.stringify(progress))), progress);
    const unit = { code: 'A', name: 'A', kind: 'school', parent: null, validFrom: null, validTo: null };
    assert.deepEqual(getUnitPage({ items: [unit], cursor: 'x' }), { items: [unit], cursor: 'x' });
    const [first] = campaign().parts;
    for (const wrong of [
      undefined,
      {},
      { ...campaign(), unitCount: '3' },
      { ...campaign(), parts: [{ ...first, kind: 'parents' }] },
      { ...campaign(), parts: [{ ...first, deadline: { form: 'soon', day: '2022-10-24' } }] },
    ]) {
      assert.throws(() => getCampaign(wrong), DeskError);
    }
  });

  it('find schools however they are typed', () => {
    assert.equal(searchKey('  Trường  THCS ĐÔNG Hải'), 'truong thcs dong hai');
    assert.equal(searchKey('Trường'.normalize('NFD')), searchKey('Trường'));
  });

  it('count the schools that are in operation on the server’s day, by name', () => {
    const unit = (code: string, changes: Partial<Unit>): Unit => ({
      code,
      name: code,
      kind: 'school',
      parent: null,
      validFrom: null,
      validTo: null,
      ...changes,
    });
    const units = [
      unit('S', { kind: 'department' }),
      unit('T10', { name: 'Trường 10' }),
      unit('T2', { name: 'Trường 2', validTo: '2022-10-22' }),
      unit('closed', { validTo: '2022-10-21' }),
      unit('later', { validFrom: '2022-10-23' }),
    ];
    assert.deepEqual(
      schoolsBelow(units, NOW)?.map(({ code }) => code),
      ['T2', 'T10'],
    );
    assert.equal(schoolsBelow(null, NOW), null);
  });

  it('say instants by the wall clock in Vietnam, and sizes in megabytes', () => {
    assert.deepEqual(instantWords(NOW), { vi: '14h05 ngày 22/10/2022', en: '14:05 on 22/10/2022' });
    assert.equal(instantWords(Date.parse('2022-12-31T17:00:00Z')).vi, '00h00 ngày 1/1/2023');
    assert.deepEqual([megabytes(10), megabytes(237_547), megabytes(41_000_000)], [0.1, 0.2, 41]);
  });

  it('give every stage a sign of its own beside its colour', () => {
    assert.equal(new Set(STAGES.map((stage) => STAGE_SYMBOLS[stage])).size, STAGES.length);
  });
});
