import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeConfirmations, encodeConfirmation } from '../../desk/confirmation-codec.ts';
import { decodeJournal } from '../../desk/journal-codec.ts';
import type { CheckReport, FindingView } from '../../desk/reports.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { Finding } from '../../rules/finding.ts';
import type { RawRow } from '../../rules/record.ts';
import { MARKS_HEADER } from '../../templates/sheet-match.ts';
import { type DeskFixture, deskFixture, FIRST_ROW, pupil } from './desk-fixture.ts';

const SEX = 'citizen-id.sex-disagrees';
const YEAR = 'citizen-id.birth-year-disagrees';

/** Row 0 is clean, the numbers of the others say another sex; the second one's another birth year, too. */
const ROWS: readonly RawRow[] = [pupil(0), pupil(1, { sex: 'Nam' }), pupil(2, { sex: 'Nam', birthDate: '03/03/2015' })];

describe('desk: confirming queries', () => {
  function views(report: CheckReport, code: string, list: 'groups' | 'confirmedGroups' = 'groups') {
    return report[list].find((group) => group.code === code)?.findings ?? [];
  }

  function findings(report: CheckReport, code: string, list?: 'groups' | 'confirmedGroups'): readonly Finding[] {
    return views(report, code, list).map(({ finding }) => finding);
  }

  async function confirmAll(fixture: DeskFixture, code: string, reason?: string) {
    const report = await fixture.desk.check();
    const answer = await fixture.desk.confirm(findings(report, code), reason);
    return { answer, report: await fixture.desk.check() };
  }

  const places = (list: readonly FindingView[]) => list.map(({ rowNumber }) => rowNumber);

  function markTexts({ sheet }: DeskFixture): readonly CellValue[] {
    const column = sheet.readRow(FIRST_ROW - 1).indexOf(MARKS_HEADER);
    return ROWS.map((_, index) => sheet.read(FIRST_ROW + index, column));
  }

  it('is one press for many cells: no longer open, no longer marked, and their rows are clean', async () => {
    const fixture = deskFixture(ROWS);
    const before = await fixture.desk.check();
    assert.deepEqual([before.clean, before.query, before.confirmed], [1, 3, 0]);
    const { report } = await confirmAll(fixture, SEX, ' đối chiếu giấy khai sinh ');
    assert.deepEqual([report.clean, report.query, report.confirmed], [2, 1, 2]);
    assert.deepEqual(views(report, SEX), []);
    assert.deepEqual(places(views(report, SEX, 'confirmedGroups')), [FIRST_ROW + 1, FIRST_ROW + 2]);
    assert.deepEqual(views(report, SEX, 'confirmedGroups')[0]?.confirmation, {
      at: '2026-11-22T08:00:00Z',
      reason: 'đối chiếu giấy khai sinh',
    });
    const [, second, third] = markTexts(fixture);
    assert.equal(second, null);
    assert.match(String(third), /Q/, 'the other question is still asked');
  });

  it('changes nothing of what is pushed: the server knows of no confirmations', async () => {
    const fixture = deskFixture(ROWS);
    await fixture.client.signIn('van-thu', 'mật khẩu thử');
    const before = await fixture.desk.planPush();
    await confirmAll(fixture, SEX);
    assert.deepEqual(await fixture.desk.planPush(), before);
  });

  it('is remembered after save and reopen, through sorting, new rows and moved columns', async () => {
    const fixture = deskFixture(ROWS);
    await confirmAll(fixture, SEX);
    const again = fixture.reopen();
    again.sheet.insertRow(FIRST_ROW);
    again.sheet.sortRows(FIRST_ROW + 1, again.sheet.rowCount, again.column('citizenId'), 'descending');
    again.sheet.insertColumn(0);
    const report = await again.desk.check();
    assert.deepEqual([report.query, report.confirmed], [1, 2]);
    assert.deepEqual(places(views(report, SEX, 'confirmedGroups')), [FIRST_ROW + 1, FIRST_ROW + 2]);
  });

  it('is void as soon as a judged value is another, and only then', async () => {
    const fixture = deskFixture(ROWS);
    await confirmAll(fixture, SEX);
    fixture.type(FIRST_ROW + 1, 'citizenId', '001316000199');
    fixture.type(FIRST_ROW + 2, 'note', 'đã hỏi phụ huynh');
    fixture.type(FIRST_ROW + 2, 'fullName', 'Nguyễn Văn An');
    const report = await fixture.desk.recheck({ firstRow: FIRST_ROW, lastRow: FIRST_ROW + 2, source: 'local' });
    assert.deepEqual(places(views(report, SEX)), [FIRST_ROW + 1]);
    assert.deepEqual(places(views(report, SEX, 'confirmedGroups')), [FIRST_ROW + 2]);
    fixture.type(FIRST_ROW + 1, 'citizenId', pupil(1).citizenId ?? null);
    const back = await fixture.desk.recheck({ firstRow: FIRST_ROW + 1, lastRow: FIRST_ROW + 1, source: 'local' });
    assert.deepEqual(views(back, SEX), [], 'the very value that was confirmed');
  });

  it('of an address is void when another part of it changes', async () => {
    const fixture = deskFixture([pupil(0, { ward: 'Phường Không Có Thật' })]);
    const { report } = await confirmAll(fixture, 'residence.ward-unknown');
    assert.equal(report.confirmed, 1);
    fixture.type(FIRST_ROW, 'province', 'Thành phố Hải Phòng');
    assert.equal((await fixture.desk.check()).confirmed, 0);
  });

  it('is not taken over by a copy of the row', async () => {
    const fixture = deskFixture(ROWS);
    await confirmAll(fixture, SEX);
    const { sheet } = fixture;
    const row = FIRST_ROW + 1;
    const whole = { firstRow: row, lastRow: row, firstColumn: 0, lastColumn: sheet.columnCount - 1 };
    sheet.copyPaste(whole, sheet.rowCount + 1, 0);
    const report = await fixture.desk.check();
    assert.deepEqual(places(views(report, SEX)), [row, FIRST_ROW + 3]);
    assert.deepEqual(places(views(report, SEX, 'confirmedGroups')), [FIRST_ROW + 2]);
  });

  it('can be withdrawn, one by one, or the press taken back as a whole', async () => {
    const fixture = deskFixture(ROWS);
    const { answer, report } = await confirmAll(fixture, SEX);
    await fixture.desk.withdraw(findings(report, SEX, 'confirmedGroups').slice(0, 1));
    const half = await fixture.desk.check();
    assert.deepEqual([places(views(half, SEX)), half.confirmed], [[FIRST_ROW + 1], 1]);
    await fixture.desk.undoConfirm(answer);
    const none = await fixture.reopen().desk.check();
    assert.deepEqual([none.query, none.confirmed], [3, 0]);
  });

  it('never confirms an error or a note, not even when the workbook says so', async () => {
    const fixture = deskFixture([pupil(0, { citizenId: '12345' }), pupil(1, { fullName: 'Lê  Thị Mai' }), ...ROWS]);
    const report = await fixture.desk.check();
    const all = report.groups.flatMap((group) => group.findings.map(({ finding }) => finding));
    await fixture.desk.confirm(all);
    const after = await fixture.desk.check();
    assert.deepEqual([after.error, after.note], [report.error, report.note]);
    assert.deepEqual([after.query, after.confirmed], [0, report.query]);
  });

  it('takes no finding of an older check: its row may be another by now', async () => {
    const fixture = deskFixture(ROWS);
    const old = await fixture.desk.check();
    await fixture.desk.check();
    const { entry } = await fixture.desk.confirm(findings(old, SEX));
    assert.deepEqual(entry.keys, []);
    assert.deepEqual(await fixture.workbook.journal, []);
  });

  it('leaves what was confirmed out of the proposals', async () => {
    const swapped = [pupil(0, { citizenId: '001215000124', birthDate: '12/03/2016' }), pupil(1, { sex: 'Nam' })];
    const rows = [
      { ...swapped[0]!, citizenId: '001216000102', sex: 'Nữ', birthDate: '01/03/2016' },
      { ...swapped[1]!, citizenId: '001316000101', sex: 'Nam', birthDate: '02/03/2016' },
    ];
    const fixture = deskFixture(rows);
    await fixture.desk.check();
    const code = 'citizen-id.swapped-with-neighbour';
    assert.ok(fixture.desk.proposals().some((proposal) => proposal.code === code));
    await confirmAll(fixture, code);
    assert.ok(!fixture.desk.proposals().some((proposal) => proposal.code === code));
  });

  describe('of a whole column', () => {
    const COLUMN = 'birth-date.column-may-be-swapped';
    const dated = (index: number) =>
      pupil(index, {
        birthDate: { kind: 'date', year: 2016, month: 3, day: (index % 12) + 1 },
        citizenId: `0013160003${String(index).padStart(2, '0')}`,
      });
    const many = Array.from({ length: 24 }, (_, index) => dated(index));

    it('holds while its evidence is no more than what was confirmed', async () => {
      const fixture = deskFixture(many);
      const { report } = await confirmAll(fixture, COLUMN);
      assert.deepEqual([views(report, COLUMN).length, report.confirmed, report.clean], [0, 1, 24]);
      fixture.type(FIRST_ROW, 'birthDate', '01/03/2016');
      assert.equal(views(await fixture.desk.check(), COLUMN).length, 0, 'one date less');
    });

    it('holds for the cells that are left when they become too few to be said of the column', async () => {
      const men = Array.from({ length: 12 }, (_, index) => pupil(index, { sex: 'Nam' }));
      const fixture = deskFixture(men);
      const { report } = await confirmAll(fixture, SEX);
      assert.deepEqual(
        findings(report, SEX, 'confirmedGroups').map(({ row }) => row),
        [null],
      );
      for (let row = FIRST_ROW; row < FIRST_ROW + 6; row++) fixture.type(row, 'sex', 'Nữ');
      const after = await fixture.desk.check();
      assert.deepEqual([after.query, after.confirmed, after.clean], [0, 6, 12]);
    });

    it('is void when one of its values changes', async () => {
      const fixture = deskFixture(many);
      await confirmAll(fixture, COLUMN);
      fixture.type(FIRST_ROW, 'birthDate', { kind: 'date', year: 2016, month: 4, day: 7 });
      assert.equal(views(await fixture.desk.check(), COLUMN).length, 1);
    });
  });

  it('needs one reading of the log for a run of re-checks', async () => {
    const fixture = deskFixture(ROWS);
    await fixture.desk.check();
    for (let turn = 0; turn < 3; turn++) {
      await fixture.desk.recheck({ firstRow: FIRST_ROW, lastRow: FIRST_ROW, source: 'local' });
    }
    assert.equal(fixture.calls.readConfirmations, 1);
  });

  it('keeps no value of the sheet in the workbook’s log', async () => {
    const fixture = deskFixture(ROWS);
    await confirmAll(fixture, YEAR);
    const log = JSON.stringify(fixture.workbook.journal);
    for (const text of ['Nguyễn', '001316000102', '03/03/2015', '2015']) assert.ok(!log.includes(text), text);
  });

  it('reads back any entry, and passes over lines that are damaged', () => {
    const entry = fc.record(
      {
        id: fc.string(),
        at: fc.string(),
        kind: fc.constantFrom('confirm' as const, 'withdraw' as const),
        label: fc.string(),
        reason: fc.string({ unit: 'binary' }),
        keys: fc.array(fc.string()),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(entry, (written) => {
        const line = encodeConfirmation(written);
        assert.deepEqual(decodeConfirmations([[], line, ['|{"v":1,"keys":[']]), [written]);
        assert.deepEqual(decodeJournal([line]), []);
      }),
    );
  });
});
