import assert from 'node:assert/strict';
import { ROW_STATE_WORDS } from '../../contract/verdict.ts';
import type { ColumnId } from '../../templates/layout.ts';
import { markPosition } from '../../templates/marks.ts';
import { MARKS_HEADER, ROW_ID_HEADER } from '../../templates/sheet-match.ts';
import { type DeskFixture, deskFixture, FIRST_ROW, LAYOUT, pupil } from './desk-fixture.ts';

describe('desk: statuses and results', () => {
  const THREE = ['citizenId', 'fullName', 'birthDate'] as const;

  function hidden(fixture: DeskFixture, row: number, header: string): string {
    return String(fixture.sheet.read(row, fixture.sheet.readRow(FIRST_ROW - 1).indexOf(header)) ?? '');
  }
  const markOf = (fixture: DeskFixture, row: number, id: ColumnId) =>
    hidden(fixture, row, MARKS_HEADER).charAt(markPosition(LAYOUT, id) - 1);
  const rowIdOf = (fixture: DeskFixture, row: number) => hidden(fixture, row, ROW_ID_HEADER);
  const edited = (fixture: DeskFixture, row: number) =>
    fixture.desk.recheck({ firstRow: row, lastRow: row, source: 'local' });

  async function pushed(count = 3, identity?: null): Promise<DeskFixture> {
    const rows = Array.from({ length: count }, (_, index) => pupil(index));
    const fixture = identity === null ? deskFixture(rows, null) : deskFixture(rows);
    await fixture.client.signIn('van-thu', 'mật khẩu thử');
    await fixture.desk.push({ unit: '01-TH-000' });
    return fixture;
  }

  function verify(fixture: DeskFixture, row: number): void {
    fixture.server.decide(rowIdOf(fixture, row), { transport: 'answered', outcome: 'match', compared: [...THREE] });
  }

  it('writes each verdict into its own row, wherever that row is by now', async () => {
    const fixture = await pushed();
    verify(fixture, FIRST_ROW);
    fixture.server.decide(rowIdOf(fixture, FIRST_ROW + 1), {
      transport: 'answered',
      outcome: 'differs',
      compared: [...THREE],
      flags: ['differs.birthDate'],
    });
    fixture.server.decide(rowIdOf(fixture, FIRST_ROW + 2), { transport: 'closed-hours' });
    fixture.sheet.insertRow(FIRST_ROW);
    fixture.sheet.sortRows(FIRST_ROW, FIRST_ROW + 3, fixture.column('fullName'), 'descending');
    const report = await fixture.desk.pullStatuses();
    const byOrdinal = new Map(
      [0, 1, 2, 3].map((at) => [fixture.read(FIRST_ROW + at, 'ordinal'), FIRST_ROW + at] as const),
    );
    const row = (ordinal: number) => byOrdinal.get(ordinal) ?? 0;
    assert.equal(fixture.read(row(1), 'verdict'), 'Đã xác thực');
    assert.equal(fixture.read(row(1), 'reason'), 'Khớp: số, họ tên, ngày sinh');
    assert.equal(markOf(fixture, row(1), 'verdict'), 'V');
    assert.equal(fixture.read(row(2), 'verdict'), 'Chưa xác thực – sai thông tin');
    assert.equal(markOf(fixture, row(2), 'birthDate'), 'D');
    assert.equal(markOf(fixture, row(2), 'fullName'), '.');
    assert.equal(fixture.read(row(3), 'verdict'), 'Không hỏi được (hẹn giờ)');
    assert.equal(markOf(fixture, row(3), 'verdict'), 'W');
    assert.equal(report.states.verified, 1);
    assert.equal(report.states['wrong-information'], 1);
    assert.equal(report.states['could-not-ask'], 1);
    assert.equal(report.missingRows, 0);
  });

  it('reads only what changed since, page by page, and everything after a reload', async () => {
    const fixture = await pushed();
    fixture.server.pageSize = 2;
    await fixture.desk.pullStatuses();
    const first = fixture.server.sent('/api/v1/statuses').map(({ path }) => path);
    assert.equal(first.length, 2);
    assert.ok(!first[0]?.includes('since') && first[1]?.includes('since=2'));
    assert.ok(first.every((path) => path.includes('workbookId=wb-desk') && path.includes('unit=01-TH-000')));
    verify(fixture, FIRST_ROW);
    await fixture.desk.pullStatuses();
    assert.ok(fixture.server.sent('/api/v1/statuses').at(-1)?.path.includes('since=3'));
    assert.equal(fixture.read(FIRST_ROW, 'verdict'), 'Đã xác thực');

    const later = fixture.reopen();
    await later.client.signIn('van-thu', 'mật khẩu thử');
    const report = await later.desk.pullStatuses();
    assert.ok(!later.server.sent('/api/v1/statuses').at(-2)?.path.includes('since'));
    assert.equal(report.states.verified, 1);
    assert.equal(report.states.pending, 2);
    assert.equal(report.waiting, 2);
  });

  it('writes in one patch, and nothing when nothing is new', async () => {
    const fixture = await pushed();
    verify(fixture, FIRST_ROW);
    const before = fixture.calls.apply ?? 0;
    await fixture.desk.pullStatuses();
    assert.equal(fixture.calls.apply, before + 1);
    await fixture.desk.pullStatuses();
    assert.equal(fixture.calls.apply, before + 1);
  });

  it('keeps what it read when the sheet refuses, and writes it the next time', async () => {
    const fixture = await pushed();
    verify(fixture, FIRST_ROW);
    fixture.sheet.setProtected(true);
    await assert.rejects(fixture.desk.pullStatuses(), { code: 'sheet-protected' });
    fixture.sheet.setProtected(false);
    await fixture.desk.pullStatuses();
    assert.equal(fixture.read(FIRST_ROW, 'verdict'), 'Đã xác thực');
  });

  it('voids a verdict at once when an identity field is edited, before any push', async () => {
    const fixture = await pushed();
    verify(fixture, FIRST_ROW);
    await fixture.desk.pullStatuses();
    fixture.type(FIRST_ROW, 'birthDate', '02/03/2016');
    await edited(fixture, FIRST_ROW);
    assert.equal(fixture.read(FIRST_ROW, 'verdict'), ROW_STATE_WORDS['not-sent'].vi);
    assert.equal(fixture.read(FIRST_ROW, 'reason'), 'Đã sửa sau khi xác thực');
    assert.notEqual(markOf(fixture, FIRST_ROW, 'verdict'), 'V');
    await edited(fixture, FIRST_ROW);
    assert.equal(fixture.read(FIRST_ROW, 'reason'), 'Đã sửa sau khi xác thực', 'and stays so');

    fixture.type(FIRST_ROW + 1, 'fullName', 'Lê Thị Oanh');
    await edited(fixture, FIRST_ROW + 1);
    assert.equal(fixture.read(FIRST_ROW + 1, 'reason'), 'Đã sửa sau khi gửi');
  });

  it('leaves a verdict alone when another field is edited', async () => {
    const fixture = await pushed();
    verify(fixture, FIRST_ROW);
    await fixture.desk.pullStatuses();
    fixture.type(FIRST_ROW, 'className', '5B');
    await edited(fixture, FIRST_ROW);
    assert.equal(fixture.read(FIRST_ROW, 'verdict'), 'Đã xác thực');
    assert.equal(markOf(fixture, FIRST_ROW, 'verdict'), 'V');
  });

  it('gives the verdict back when the edit is taken back', async () => {
    const fixture = await pushed();
    verify(fixture, FIRST_ROW);
    await fixture.desk.pullStatuses();
    const name = fixture.read(FIRST_ROW, 'fullName');
    fixture.type(FIRST_ROW, 'fullName', 'Lê Thị Oanh');
    await edited(fixture, FIRST_ROW);
    fixture.type(FIRST_ROW, 'fullName', name);
    await edited(fixture, FIRST_ROW);
    assert.equal(fixture.read(FIRST_ROW, 'verdict'), 'Đã xác thực');
  });

  it('voids a verdict in a workbook that was closed in between, with nobody signed in', async () => {
    const fixture = await pushed();
    verify(fixture, FIRST_ROW);
    verify(fixture, FIRST_ROW + 1);
    await fixture.desk.pullStatuses();
    const later = fixture.reopen();
    later.type(FIRST_ROW, 'citizenId', '001316000199');
    await later.desk.check();
    assert.equal(later.read(FIRST_ROW, 'verdict'), 'Chưa gửi');
    assert.equal(later.read(FIRST_ROW + 1, 'verdict'), 'Đã xác thực');
    assert.equal(markOf(later, FIRST_ROW + 1, 'verdict'), 'V');
  });

  it('never writes a verdict beside a claim that it does not speak of', async () => {
    const fixture = await pushed();
    verify(fixture, FIRST_ROW);
    fixture.type(FIRST_ROW, 'fullName', 'Lê Thị Oanh');
    const report = await fixture.desk.pullStatuses();
    assert.equal(fixture.read(FIRST_ROW, 'verdict'), 'Chưa gửi');
    assert.equal(report.states.verified, 0);
    assert.equal(report.states['not-sent'], 1);
  });

  it('counts rows that are gone', async () => {
    const fixture = await pushed();
    fixture.sheet.deleteRow(FIRST_ROW);
    assert.equal((await fixture.desk.pullStatuses()).missingRows, 1);
  });

  it('counts only its own rows as gone in a workbook without identity', async () => {
    const fixture = await pushed(2, null);
    fixture.server.decide('00000000-0000-4000-8000-999999999999', {});
    assert.equal((await fixture.desk.pullStatuses()).missingRows, 0);
    fixture.sheet.deleteRow(FIRST_ROW);
    assert.equal((await fixture.desk.pullStatuses()).missingRows, 1);
  });

  it('keeps check marks and verdict marks side by side', async () => {
    const fixture = await pushed();
    fixture.server.decide(rowIdOf(fixture, FIRST_ROW), {
      transport: 'answered',
      outcome: 'differs',
      compared: [...THREE],
      flags: ['differs.name'],
    });
    await fixture.desk.pullStatuses();
    fixture.type(FIRST_ROW, 'ethnicity', 'Kihn');
    await edited(fixture, FIRST_ROW);
    assert.equal(markOf(fixture, FIRST_ROW, 'fullName'), 'D');
    assert.equal(markOf(fixture, FIRST_ROW, 'ethnicity'), 'E');
    await fixture.desk.pullStatuses({ full: true });
    assert.ok(!fixture.server.sent('/api/v1/statuses').at(-1)?.path.includes('since'));
    assert.equal(markOf(fixture, FIRST_ROW, 'ethnicity'), 'E');
  });

  it('does not ask for ever when the server’s cursor stands still', async () => {
    const fixture = await pushed();
    fixture.server.pageSize = 0;
    await assert.rejects(fixture.desk.pullStatuses(), { code: 'answer-not-understood' });
  });

  it('wants somebody signed in', async () => {
    const fixture = deskFixture([pupil(0)]);
    await assert.rejects(fixture.desk.pullStatuses(), { name: 'DeskError', code: 'not-signed-in' });
    await assert.rejects(fixture.desk.push(), { name: 'DeskError', code: 'not-signed-in' });
  });
});
