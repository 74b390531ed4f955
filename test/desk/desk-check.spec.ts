import assert from 'node:assert/strict';
import { DeskSheet } from '../../desk/desk-sheet.ts';
import { MemorySheetPort } from '../../desk/memory-sheet-port.ts';
import { MemoryWorkbook } from '../../desk/memory-workbook.ts';
import { openSheet } from '../../desk/open-sheet.ts';
import type { OpenReport } from '../../desk/reports.ts';
import { markPosition } from '../../templates/marks.ts';
import { MARKS_HEADER } from '../../templates/sheet-match.ts';
import { type DeskFixture, deskFixture, FIRST_ROW, LAYOUT, pupil } from './desk-fixture.ts';

describe('desk: open and check', () => {
  function markOf(fixture: DeskFixture, row: number, id: 'fullName' | 'sex' | 'citizenId' | 'verdict'): string {
    const header = fixture.sheet.readRow(FIRST_ROW - 1);
    const text = String(fixture.sheet.read(row, header.indexOf(MARKS_HEADER)) ?? '');
    return text.charAt(markPosition(LAYOUT, id) - 1);
  }

  it('says what the sheet is and writes nothing into it', async () => {
    const fixture = deskFixture([pupil(0), pupil(1)]);
    const before = fixture.workbook.toData();
    const report = await fixture.desk.open();
    assert.ok(report.recognised);
    assert.equal(report.layout.id, 'student');
    assert.equal(report.rows, 2);
    assert.equal(report.identity?.unitName, 'Trường Tiểu học Thử Nghiệm');
    assert.deepEqual(fixture.workbook.toData(), before);
    assert.deepEqual(fixture.calls, { survey: 1 });
  });

  it('says why a sheet is not recognised, and refuses to check it', async () => {
    const fixture = deskFixture([]);
    fixture.sheet.editCells(1, 0, [[''], [''], fixture.sheet.readRow(3).map(() => null)]);
    assert.deepEqual(await fixture.desk.open(), { recognised: false, sheetName: 'Học sinh', why: 'empty' });
    fixture.sheet.editCell(1, 0, 'Kính gửi các thầy cô');
    assert.deepEqual(await fixture.desk.open(), { recognised: false, sheetName: 'Học sinh', why: 'no-header-found' });
    await assert.rejects(fixture.desk.check(), { name: 'DeskError', code: 'not-recognised' });
  });

  it('reads a column by what the school says its header means, until it says otherwise', async () => {
    const fixture = deskFixture([pupil(0, { sex: 'nu' })]);
    const at = fixture.column('sex');
    fixture.sheet.editCell(FIRST_ROW - 1, at, 'Trai hay gái');
    const sexColumn = (report: OpenReport) => report.recognised && report.match.columns.get('sex');
    assert.equal(sexColumn(await fixture.desk.open()), undefined);
    assert.equal(sexColumn(await fixture.desk.useSynonyms({ 'Trai hay gái': 'sex' })), at);
    const codes = (await fixture.desk.check()).groups.map((group) => group.code);
    assert.ok(codes.includes('sex.not-in-list'));
    assert.equal(sexColumn(await fixture.desk.useSynonyms({})), undefined);
  });

  it('groups findings by rule, gravest first, and marks their cells', async () => {
    const fixture = deskFixture([
      pupil(0),
      pupil(1, { sex: 'nu' }),
      pupil(2, { citizenId: '12345' }),
      pupil(3, { fullName: 'Lê  Thị Mai' }),
      pupil(4, { citizenId: '7.9308E+10' }),
    ]);
    const report = await fixture.desk.check();
    assert.equal(report.rows, 5);
    assert.equal(report.clean, 2);
    assert.equal(
      report.groups.reduce((sum, group) => sum + group.findings.length, 0),
      report.error + report.query + report.note,
    );
    const severities = report.groups.map((group) => group.severity);
    assert.deepEqual(
      severities,
      [...severities].sort((a, b) => 'eqn'.indexOf(a[0]!) - 'eqn'.indexOf(b[0]!)),
    );
    for (const group of report.groups) assert.ok(group.title.vi && group.citation, group.code);
    const sex = report.groups.find((group) => group.code === 'sex.not-in-list');
    assert.equal(sex?.findings[0]?.rowNumber, FIRST_ROW + 1);
    assert.equal(sex?.findings[0]?.column, 'sex');
    assert.ok(sex?.findings[0]?.message.vi.includes('nu'));
    assert.equal(sex?.fixable, 1);
    assert.equal(markOf(fixture, FIRST_ROW + 1, 'sex'), 'E');
    assert.equal(markOf(fixture, FIRST_ROW + 2, 'citizenId'), 'E');
    assert.equal(markOf(fixture, FIRST_ROW + 3, 'fullName'), 'N');
    assert.equal(markOf(fixture, FIRST_ROW, 'sex'), '');
  });

  it('says what is wrong with the header beside what is wrong with the rows', async () => {
    const fixture = deskFixture([pupil(0)]);
    fixture.sheet.editCell(FIRST_ROW - 1, 20, 'Mật khẩu');
    fixture.sheet.editCell(FIRST_ROW - 1, 21, 'Số áo của trường');
    const codes = (await fixture.desk.check()).groups.map((group) => group.code);
    assert.ok(codes.includes('sheet.secret-column'));
    assert.ok(codes.includes('sheet.column-unknown'));
  });

  it('speaks of merged cells among the data, not of a merged title', async () => {
    const { workbook } = deskFixture([pupil(0), pupil(1)]);
    const mergedAt = async (row: number) => {
      const data = workbook.toData();
      const mergedAreas = [{ firstRow: row, lastRow: row, firstColumn: 0, lastColumn: 3 }];
      const merged = new MemoryWorkbook({ ...data, sheets: [{ ...data.sheets[0]!, mergedAreas }] });
      const { opened } = await openSheet(new MemorySheetPort(merged));
      return opened?.mergedData;
    };
    assert.equal(await mergedAt(1), false);
    assert.equal(await mergedAt(FIRST_ROW), true);
  });

  it('names rows as the sheet numbers them', async () => {
    const fixture = deskFixture([pupil(0), pupil(1), pupil(2, { citizenId: pupil(0).citizenId ?? null })]);
    const report = await fixture.desk.check();
    const twice = report.groups.find((group) => group.code === 'citizen-id.duplicate');
    const first = twice?.findings.find((view) => view.rowNumber === FIRST_ROW);
    assert.match(first?.message.vi ?? '', new RegExp(`\\b${FIRST_ROW + 2}\\b`));
  });

  it('needs the same number of port calls for two rows and for two hundred', async () => {
    const counts = [];
    for (const size of [2, 200]) {
      const fixture = deskFixture(Array.from({ length: size }, (_, index) => pupil(index, { sex: 'nu' })));
      await fixture.desk.open();
      await fixture.desk.check();
      await fixture.desk.recheck({ firstRow: FIRST_ROW, lastRow: FIRST_ROW, source: 'local' });
      await fixture.desk.applyFixes(fixture.desk.proposals());
      await fixture.desk.undo();
      await fixture.desk.clearMarks();
      counts.push(fixture.calls);
    }
    assert.deepEqual(counts[0], counts[1]);
    assert.deepEqual(counts[0], {
      survey: 2,
      bind: 1,
      mintRowIds: 3,
      snapshot: 3,
      // Marks once (the re-check changes none), fixes, undo, marks off.
      apply: 4,
      readJournal: 1,
      readConfirmations: 1,
    });
  });

  it('re-checks an edited row and takes its mark off', async () => {
    const fixture = deskFixture([pupil(0, { sex: 'nu' }), pupil(1, { sex: 'nu' })]);
    await fixture.desk.check();
    fixture.type(FIRST_ROW, 'sex', 'Nữ');
    const report = await fixture.desk.recheck({ firstRow: FIRST_ROW, lastRow: FIRST_ROW, source: 'local' });
    assert.equal(report.error, 1);
    assert.equal(markOf(fixture, FIRST_ROW, 'sex'), '');
    assert.equal(markOf(fixture, FIRST_ROW + 1, 'sex'), 'E');
  });

  it('shows a co-author’s edit and writes nothing', async () => {
    const fixture = deskFixture([pupil(0)]);
    await fixture.desk.check();
    fixture.type(FIRST_ROW, 'sex', 'nu');
    fixture.type(FIRST_ROW + 1, 'fullName', 'Trần Văn Dũng');
    const before = fixture.workbook.toData();
    const report = await fixture.desk.recheck({ firstRow: FIRST_ROW, lastRow: FIRST_ROW + 1, source: 'remote' });
    assert.ok(report.groups.some((group) => group.code === 'sex.not-in-list'));
    assert.equal(report.rows, 2);
    assert.deepEqual(fixture.workbook.toData(), before);
  });

  it('goes on after a column was put in between two checks', async () => {
    const fixture = deskFixture([pupil(0, { sex: 'nu' })]);
    await fixture.desk.check();
    fixture.sheet.insertColumn(2);
    const report = await fixture.desk.recheck({ firstRow: FIRST_ROW, lastRow: FIRST_ROW, source: 'local' });
    assert.equal(report.groups[0]?.findings[0]?.column, 'sex');
    await fixture.desk.applyFixes(fixture.desk.proposals(['sex.not-in-list']));
    assert.equal(fixture.read(FIRST_ROW, 'sex'), 'Nữ');
  });

  it('never does to another sheet what was asked for this one', async () => {
    const fixture = deskFixture([pupil(0, { sex: 'nu' })]);
    await fixture.desk.check();
    const data = fixture.workbook.toData();
    const other = { ...data, sheets: [...data.sheets, { ...data.sheets[0]!, name: 'Lớp khác' }] };
    const workbook = new MemoryWorkbook(other);
    const sheet = new DeskSheet(new MemorySheetPort(workbook));
    await sheet.bind();
    workbook.activeSheet.insertColumn(0);
    workbook.activate('Lớp khác');
    await assert.rejects(
      sheet.step((port) => port.snapshot()),
      { code: 'sheet-gone' },
    );
  });

  it('refuses a protected sheet in words and leaves it as it is', async () => {
    const fixture = deskFixture([pupil(0, { sex: 'nu' })]);
    fixture.sheet.setProtected(true);
    const before = fixture.workbook.toData();
    await assert.rejects(fixture.desk.check(), { code: 'sheet-protected' });
    assert.deepEqual(fixture.workbook.toData(), before);
  });

  it('hears edits from the first check on, though asked before', async () => {
    const fixture = deskFixture([pupil(0)]);
    const heard: number[] = [];
    const stop = await fixture.desk.watch((edit) => heard.push(edit.firstRow));
    await fixture.desk.check();
    fixture.type(FIRST_ROW, 'sex', 'nu');
    await fixture.desk.check();
    assert.deepEqual(heard, [FIRST_ROW], 'once, and never our own writes');
    await stop();
    fixture.type(FIRST_ROW, 'sex', 'Nữ');
    assert.deepEqual(heard, [FIRST_ROW]);
  });
});
