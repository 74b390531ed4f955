import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { runCheck } from '../../cli/check.ts';
import type { CheckJson, FindingJson } from '../../cli/check-json.ts';
import { PushRequest } from '../../contract/schemas/push.ts';
import { UPLOADED_FIELDS } from '../../contract/uploaded-fields.ts';
import type { FindingView } from '../../desk/reports.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { FieldId } from '../../rules/field.ts';
import type { RawRow } from '../../rules/record.ts';
import { judgeRows } from '../../server/sync/judge-rows.ts';
import { readPush } from '../../server/sync/read-push.ts';
import { captureIo } from '../cli/capture-io.ts';
import { type TempFolder, tempFolder } from '../cli/temp-folder.ts';
import { idMinter } from '../desk/contract-sheet.ts';
import { type DeskFixture, deskFixture, FIRST_ROW, IDENTITY, LAYOUT, pupil } from '../desk/desk-fixture.ts';
import { pupilRows } from '../rules/generated-rows.ts';
import { fixtureBytes } from '../xlsx/workbook-fixture.ts';

/** What every place must say alike of a fault: a finding in words, with the cells its fix would change. */
interface Said {
  readonly code: string;
  /** Row of the sheet; null for a column. */
  readonly row: number | null;
  readonly field: string | null;
  readonly severity: string;
  readonly message: string;
  readonly fix: { readonly safe: boolean; readonly changes: readonly (readonly [number, string, string])[] } | null;
}

const DAY = '2026-11-22';
const COLUMNS = LAYOUT.columns.filter(({ presence }) => presence !== 'optional').map(({ id }) => id as FieldId);

/** What XML cannot carry, no file can hold: control characters, halves of a surrogate pair, and numbers that are none. */
function fitsIntoAFile(cell: CellValue): boolean {
  if (typeof cell === 'number') return Number.isFinite(cell) && !Object.is(cell, -0);
  return typeof cell !== 'string' || !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(cell);
}

const rosters = pupilRows.map((rows) =>
  rows.map(
    (row): RawRow =>
      Object.fromEntries(Object.entries(row).map(([field, cell]) => [field, fitsIntoAFile(cell) ? cell : null])),
  ),
);

/** The same fault in most of a column, beside whatever else is wrong. */
const uniformRosters = fc
  .tuple(rosters, fc.constantFrom<RawRow>({ ethnicity: 'kinh' }, { citizenId: 1316000123 }, { fullName: 'LÊ THỊ MAI' }))
  .map(([rows, fault]) => [...rows.slice(0, 5), ...Array.from({ length: 20 }, (_, index) => pupil(index, fault))]);

function byPlace(said: readonly Said[]): readonly string[] {
  return said.map((finding) => JSON.stringify(finding)).sort();
}

/** The pane's way: the desk over a sheet in memory. */
async function deskSays({ desk }: DeskFixture, numbers: readonly number[]): Promise<readonly Said[]> {
  const { groups } = await desk.check();
  const said = ({ finding, message }: FindingView): Said => ({
    code: finding.code,
    row: finding.row === null ? null : (numbers[finding.row] ?? -1),
    field: finding.field,
    severity: finding.severity,
    message: message.vi,
    fix: finding.fix
      ? {
          safe: finding.fix.safe,
          changes: finding.fix.changes.map(({ row, field, after }) => [numbers[row] ?? -1, field, after]),
        }
      : null,
  });
  return groups.flatMap((group) => group.findings.map(said));
}

/** Rows that hold anybody, with the number they have in the sheet. */
function rowsHeld(rows: readonly RawRow[]) {
  const inSheet = rows.map((row, index) => ({ row, rowNumber: FIRST_ROW + index }));
  return inSheet.filter(({ row }) => COLUMNS.some((field) => String(row[field] ?? '').trim() !== ''));
}

/** Codes of the errors that concern each row, the column's that name it included. */
function errorsByRow(said: readonly Said[], numbers: readonly number[]): readonly (readonly string[])[] {
  const codes = new Map(numbers.map((number) => [number, new Set<string>()]));
  for (const { code, row, severity, fix } of said) {
    if (severity !== 'error') continue;
    for (const place of row === null ? (fix?.changes ?? []).map(([number]) => number) : [row])
      codes.get(place)?.add(code);
  }
  return [...codes.values()].map((ofRow) => [...ofRow].sort());
}

/** The command line's way: the same cells as a file. */
async function commandSays(cells: readonly (readonly CellValue[])[], file: string): Promise<readonly Said[]> {
  await writeFile(file, await fixtureBytes({ sheets: [{ name: 'Học sinh', cells }], identity: IDENTITY }));
  const io = captureIo();
  const code = await runCheck([file], { today: DAY, json: true }, io);
  assert.equal(io.stderr(), '');
  const [sheet] = (JSON.parse(io.stdout()) as CheckJson).sheets;
  assert.ok(sheet);
  assert.equal(code, sheet.findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  const fieldAt = new Map(Object.entries(sheet.columns).map(([field, letters]) => [letters, field]));
  return sheet.findings.map(({ code, row, field, severity, message, fix, column, rows }: FindingJson): Said => {
    const own = [row ?? rows?.[0] ?? -1, column === null ? '' : (fieldAt.get(column) ?? ''), fix?.value ?? ''] as const;
    const changes = fix?.changes?.map(
      (change) => [change.row, fieldAt.get(change.column) ?? '', change.value] as const,
    );
    return { code, row, field, severity, message, fix: fix ? { safe: fix.safe, changes: changes ?? [own] } : null };
  });
}

/** The server's way: the same cells pushed. It answers with the codes of errors, row by row. */
function serverSays(rows: readonly RawRow[]): readonly (readonly string[])[] {
  const uploaded = UPLOADED_FIELDS.filter((field) => COLUMNS.includes(field));
  const mint = idMinter();
  const push = PushRequest.parse(
    JSON.parse(
      JSON.stringify({
        workbook: { template: 'student', version: 1, unit: '01-TH-000', campaign: '', workbookId: 'wb-engine' },
        columns: uploaded,
        rows: rows.map((row) => ({ rowId: mint(), cells: uploaded.map((field) => row[field] ?? null) })),
      }),
    ),
  );
  const whole = readPush(push).map(({ rowId, cells }) => ({ rowId, cells: cells ?? {} }));
  const judged = judgeRows('student', whole, new Set(uploaded), DAY);
  return judged.map(({ errors }) => [...errors].sort());
}

describe('promise: one engine', () => {
  let folder: TempFolder;

  before(async () => {
    folder = await tempFolder();
  });

  after(() => folder.remove());

  for (const [what, roster] of [
    ['any roster', rosters],
    ['a roster with a fault in a whole column', uniformRosters],
  ] as const) {
    it(`${what}: the pane, the command line and the server find the same`, async () => {
      await fc.assert(
        fc.asyncProperty(roster, async (rows) => {
          const fixture = deskFixture(rows);
          const { cells } = fixture.sheet.toData();
          const held = rowsHeld(rows);
          const numbers = held.map(({ rowNumber }) => rowNumber);
          const said = await deskSays(fixture, numbers);
          assert.deepEqual(byPlace(await commandSays(cells, folder.path('ds.xlsx'))), byPlace(said));
          if (held.length > 0) assert.deepEqual(serverSays(held.map(({ row }) => row)), errorsByRow(said, numbers));
        }),
        { numRuns: 25 },
      );
    });
  }
});
