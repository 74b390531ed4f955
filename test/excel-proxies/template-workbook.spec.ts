import assert from 'node:assert/strict';
import { ExcelSheetPort } from '../../addin/excel/excel-sheet-port.ts';
import { LAYOUTS } from '../../templates/layouts.ts';
import { MARK_LOOKS } from '../../templates/mark-looks.ts';
import { encodeMarks } from '../../templates/marks.ts';
import { matchHeader } from '../../templates/match-header.ts';
import type { SheetMatch } from '../../templates/sheet-match.ts';
import type { TemplateRow } from '../../xlsx/press/workbook-press.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { IDENTITY, idMinter } from '../desk/contract-sheet.ts';
import { columnName } from '../excel-host/address.ts';
import { ExcelHost } from '../excel-host/excel-host.ts';
import { loadXlsx } from '../excel-host/load-xlsx.ts';
import { connectExcel } from '../excel-host/native-bridge.ts';
import { Person } from '../excel-host/person.ts';
import { saveXlsx } from '../excel-host/save-xlsx.ts';
import { findShownMark } from '../excel-host/shown-mark.ts';
import type { HostWorkbook } from '../excel-host/workbook.ts';
import { abilitiesOf } from './excel-harness.ts';
import { writes } from './excel-session.ts';

const layout = LAYOUTS.student;
const FIX = { id: 'fix-1', at: '2026-11-22T08:00:00Z', kind: 'fix', label: 'sex.not-in-list' } as const;

function openInExcel(workbook: HostWorkbook) {
  const host = new ExcelHost(workbook);
  connectExcel(host);
  const port = new ExcelSheetPort({ abilities: abilitiesOf(host) });
  return { host, port, person: new Person(workbook.activeSheet), sheet: workbook.activeSheet };
}

async function recognised(port: ExcelSheetPort): Promise<SheetMatch> {
  const survey = await port.survey();
  assert.deepEqual(survey.identity, IDENTITY);
  const match = matchHeader(survey.grid);
  assert.equal(match?.template, 'student');
  assert.ok(match);
  assert.ok(
    survey.mergedRows?.every((row) => row < match.headerRow),
    'only the title is merged',
  );
  await port.bind(layout, match);
  return match;
}

/** A workbook as `sosach template` writes it, opened in the emulated Excel. */
describe('Excel adapter: our own template', () => {
  const rows = idMinter();
  const people: TemplateRow[] = ['Nguyễn Thị An', 'Trần Văn Bình', 'Lê Minh Châu'].map((fullName, index) => ({
    rowId: rows(),
    values: {
      ordinal: index + 1,
      fullName,
      birthDate: `0${index + 1}/03/2016`,
      sex: 'nu',
      citizenId: `00131600010${index}`,
    },
  }));

  async function template(): Promise<HostWorkbook> {
    return loadXlsx(
      await writeTemplateWorkbook({ layout, identity: IDENTITY, unitHeading: '', rows: people, capacity: 50 }),
    );
  }

  it('is recognised and bound without a change', async () => {
    const workbook = await template();
    const { host, port, sheet } = openInExcel(workbook);
    const formats = sheet.conditionalFormats.length;
    await recognised(port);
    assert.equal(await port.mintRowIds(idMinter(100)), 0);
    assert.equal(sheet.conditionalFormats.length, formats);
    assert.ok(!host.records.some(({ request }) => writes(request)));
    assert.deepEqual(
      (await port.snapshot()).rows.map(({ rowId, values }) => [rowId, values.fullName, values.citizenId]),
      people.map(({ rowId, values }) => [rowId, values.fullName, values.citizenId]),
    );
    assert.deepEqual(host.unimplemented, []);
  });

  it('shows marks that go with their rows through sorts, new rows, new columns, and saving', async () => {
    const workbook = await template();
    const { port, person, sheet } = openInExcel(workbook);
    const match = await recognised(port);
    const column = (id: 'citizenId' | 'verdict') => columnName(Number(match.columns.get(id)));
    const first = match.firstDataRow;
    const marks = encodeMarks(
      layout,
      new Map([
        ['citizenId', 'E'],
        ['verdict', 'W'],
      ]),
    );
    await port.apply({
      marks: [{ rowId: people[0]!.rowId, marks }],
      results: [{ rowId: people[0]!.rowId, verdict: 'Đang chờ', reason: '', nextStep: '' }],
    });
    assert.equal(findShownMark(sheet, column('citizenId'), first)?.fill, MARK_LOOKS.E.fill);
    assert.match(String(findShownMark(sheet, column('citizenId'), first)?.numberFormat), /^"✖ "/);
    assert.equal(findShownMark(sheet, column('verdict'), first)?.fill, MARK_LOOKS.W.fill);
    assert.equal(findShownMark(sheet, column('citizenId'), first + 1), undefined);

    person.sortRows(first, first + 2, columnName(Number(match.columns.get('fullName'))), 'descending');
    assert.equal(findShownMark(sheet, column('citizenId'), first), undefined);
    const marked = [0, 1, 2].find(
      (down) => person.value(`${columnName(Number(match.columns.get('fullName')))}${first + down}`) === 'Nguyễn Thị An',
    );
    assert.equal(findShownMark(sheet, column('citizenId'), first + Number(marked))?.fill, MARK_LOOKS.E.fill);

    person.insertRows(first);
    person.insertColumns('A');
    const reopened = await loadXlsx(await saveXlsx(workbook));
    const again = openInExcel(reopened);
    const moved = await recognised(again.port);
    const at = columnName(Number(moved.columns.get('citizenId')));
    assert.equal(findShownMark(again.sheet, at, first + Number(marked) + 1)?.fill, MARK_LOOKS.E.fill);
    assert.equal(
      (await again.port.snapshot()).rows.find(({ rowId }) => rowId === people[0]!.rowId)?.results.verdict,
      'Đang chờ',
    );
  });

  it('keeps fixes, and takes them back after saving and reopening', async () => {
    const workbook = await template();
    const { port } = openInExcel(workbook);
    await recognised(port);
    const cells = people.map(({ rowId }) => ({ rowId, field: 'sex' as const, before: 'nu', after: 'Nữ' }));
    assert.equal((await port.apply({ cells, journal: FIX })).applied.length, 3);
    const again = openInExcel(await loadXlsx(await saveXlsx(workbook)));
    await recognised(again.port);
    const [entry] = await again.port.readJournal();
    assert.deepEqual(entry, { ...FIX, cells });
    const back = cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before }));
    const undo = { ...FIX, id: 'undo-1', kind: 'undo', undoes: 'fix-1' } as const;
    assert.equal((await again.port.apply({ cells: back, journal: undo })).applied.length, 3);
    assert.ok((await again.port.snapshot()).rows.every(({ values }) => values.sex === 'nu'));
  });
});
