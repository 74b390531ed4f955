import assert from 'node:assert/strict';
import { schoolLine } from '../../console/school-line.ts';
import { chooseSchools, FILTERS, isIn, SORT_KEYS, type TableChoice, totals } from '../../console/school-table.ts';
import { campaign, DONE, NOW, OPENED, unitProgress } from './campaign-fixture.ts';

describe('console: table of schools', () => {
  const students = campaign({ parts: campaign().parts.slice(0, 1) });
  const lines = [
    unitProgress('TH-2', 'Trường Tiểu học Đông Hải', DONE),
    unitProgress('TH-10', 'Trường Tiểu học Ánh Dương', OPENED),
    unitProgress('MN-1', 'Trường Mầm non Ánh Dương', { ...DONE, verified: 3, stays: 2, waiting: 4 }),
    unitProgress('C2-1', 'Trường THCS Bình Minh', {}),
  ].map((unit) => schoolLine(students, unit, NOW));
  const choose = (choice: Partial<TableChoice>) =>
    chooseSchools(lines, { filter: 'all', search: '', sort: 'name', descending: false, ...choice }).map(
      ({ unit }) => unit,
    );

  it('is searched without tones and capitals, by name or code', () => {
    assert.deepEqual(choose({ search: 'anh  duong' }), ['MN-1', 'TH-10']);
    assert.deepEqual(choose({ search: 'ĐÔNG' }), ['TH-2']);
    assert.deepEqual(choose({ search: 'c2-1' }), ['C2-1']);
    assert.deepEqual(choose({ search: 'không có' }), []);
  });

  it('is sorted by any column, either way round, equal ones by name', () => {
    assert.deepEqual(choose({ sort: 'stage' }), ['C2-1', 'TH-10', 'MN-1', 'TH-2']);
    assert.deepEqual(choose({ sort: 'verified', descending: true }), ['TH-2', 'MN-1', 'C2-1', 'TH-10']);
    assert.deepEqual(choose({ sort: 'openedAt' })[0], 'C2-1', 'not yet stands first');
    assert.deepEqual(choose({ sort: 'stays', descending: true })[0], 'MN-1');
    assert.deepEqual(choose({ sort: 'rows' }), ['C2-1', 'TH-10', 'MN-1', 'TH-2'], 'names break the tie');
    for (const sort of SORT_KEYS) assert.equal(new Set(choose({ sort })).size, lines.length, sort);
  });

  it('leaves the given list as it was', () => {
    const before = lines.map(({ unit }) => unit);
    choose({ sort: 'rows', descending: true });
    assert.deepEqual(
      lines.map(({ unit }) => unit),
      before,
    );
  });

  it('filters each school into all, one stage, and late where it is', () => {
    assert.deepEqual(choose({ filter: 'not-opened' }), ['C2-1']);
    assert.deepEqual(choose({ filter: 'done' }), ['TH-2']);
    assert.deepEqual(choose({ filter: 'late' }), []);
    for (const line of lines) {
      const stages = FILTERS.filter((filter) => filter !== 'all' && filter !== 'late' && isIn(filter, line));
      assert.deepEqual(stages, [line.stage]);
    }
  });

  it('adds up rows over all kinds and counts schools once', () => {
    const unit = unitProgress('A', 'A', DONE, { kind: 'results', ...OPENED });
    const sum = totals([...lines, schoolLine(campaign(), unit, NOW)]);
    assert.deepEqual(
      [sum.schools, sum.opened, sum.pushed, sum.rows, sum.verified, sum.waiting, sum.stays, sum.late],
      [5, 4, 2, 30, 21, 4, 2, 1],
    );
    assert.deepEqual(sum.stages, { 'not-opened': 1, 'not-sent': 2, unverified: 1, done: 1 });
  });
});
