import assert from 'node:assert/strict';
import { encodeConfirmation } from '../../desk/confirmation-codec.ts';
import { rowFingerprint } from '../../desk/row-fingerprint.ts';
import { readRowMarks } from '../../desk/row-marks.ts';
import type { Layout, LayoutColumn } from '../../templates/layout.ts';
import { getLayout } from '../../templates/layouts.ts';
import { MARK } from '../../templates/marks.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { migrateWorkbook } from '../../xlsx/migrate-workbook.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { IDENTITY, pupil } from '../desk/desk-fixture.ts';

const OLD = getLayout('student');
/** A column that workbooks of the old layout do not have. */
const PUT_IN = OLD.columns.find(({ presence }) => presence === 'optional');
const ID = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The next version, as it might come: two titles changed, one column moved to the front, one put in. */
function nextLayout(): Layout {
  const renamed = (column: LayoutColumn): LayoutColumn =>
    column.id === 'ward' || column.id === 'ethnicity'
      ? { ...column, header: `${column.header} (mới)`, synonyms: [...column.synonyms, column.header] }
      : column;
  const usual = (column: LayoutColumn): LayoutColumn =>
    column.id === PUT_IN?.id ? { ...column, presence: 'usual' } : column;
  const columns = OLD.columns.map(renamed).map(usual);
  const moved = columns.filter(({ id }) => id === 'sex');
  const others = columns.filter(({ id }) => id !== 'sex');
  return { ...OLD, version: OLD.version + 1, columns: [...others.slice(0, 1), ...moved, ...others.slice(1)] };
}

/** A school's copy of the old layout: two pupils with verdicts, a column of the school's own, a signature line. */
async function oldWorkbook(): Promise<Uint8Array> {
  const rows = [0, 1].map((index) => {
    const values = pupil(index, index === 1 ? { citizenId: 1316000101 } : {});
    const marks = `${MARK.none.repeat(OLD.columns.length)}#0123456789abcdef#${rowFingerprint(ID(index), values)}`;
    return { rowId: ID(index), values, results: { verdict: 'Đã xác thực', reason: '', nextStep: '' }, marks };
  });
  const identity = { ...IDENTITY, signature: `s1.khoa.${'A'.repeat(86)}` };
  const port = await openFileSheet(
    await writeTemplateWorkbook({ layout: OLD, identity, unitHeading: 'UBND XÃ', rows }),
  );
  const { activeSheet } = port.file.memory;
  const match = matchHeader(activeSheet.toData().cells)!;
  const own = activeSheet.columnCount;
  const last = match.firstDataRow + rows.length;
  const number = match.columns.get('citizenId')!;
  activeSheet.write([
    { row: match.headerRow, column: own, value: 'Số áo' },
    { row: match.firstDataRow + 1, column: own, value: 'áo 7' },
    { row: match.firstDataRow + 1, column: number, value: 1316000101 },
    { row: last + 2, column: 1, value: 'Người lập biểu' },
  ]);
  port.file.memory.appendJournal(['{"v":1,"id":"fix-1","at":"2026-11-22T01:00:00.000Z","kind":"fix","cells":[]}']);
  port.file.memory.appendJournal(
    encodeConfirmation({
      id: 'c-1',
      at: '2026-11-22T01:00:00.000Z',
      kind: 'confirm',
      keys: ['k'],
      reason: '',
    } as never),
  );
  return port.file.toBytes();
}

describe('a workbook of an older layout', () => {
  const layout = nextLayout();

  it('is carried into the new one with everything that belongs to its rows', async () => {
    const old = await oldWorkbook();
    const { bytes, migration } = await migrateWorkbook(old, [layout]);
    const { sheets, identity, journal } = await readWorkbook(bytes);
    const { signature, ...issued } = identity ?? {};
    assert.deepEqual(issued, { ...IDENTITY, version: layout.version });
    assert.equal(signature, undefined, 'it spoke of the old copy');
    assert.deepEqual(journal, (await readWorkbook(old)).journal);

    const { cells } = sheets[0]!;
    const match = matchHeader(cells, { layouts: [layout] })!;
    assert.equal(match.columns.get('sex'), 1);
    const read = (line: number, id: Parameters<typeof match.columns.get>[0]) =>
      cells[match.firstDataRow - 1 + line]?.[match.columns.get(id) ?? -1];
    for (const line of [0, 1]) {
      const row = cells[match.firstDataRow - 1 + line]!;
      assert.deepEqual([row[match.rowIdColumn!], read(line, 'verdict')], [ID(line), 'Đã xác thực']);
      assert.deepEqual(
        [read(line, 'fullName'), read(line, 'sex'), read(line, 'ward')],
        [pupil(line).fullName, 'Nữ', 'Phường Hà Đông'],
      );
      const { claimHash, fingerprint } = readRowMarks(layout, String(row[match.marksColumn!]));
      assert.deepEqual([claimHash, fingerprint?.length], ['0123456789abcdef', 12]);
    }
    assert.equal(read(1, 'citizenId'), 1316000101, 'a number that lost its zeros is still one');
    assert.equal(cells[match.firstDataRow]!.at(-1), 'áo 7');
    assert.equal(migration.rows, 2);
  });

  it('comes with a list of what was renamed, moved, added, left over and left behind', async () => {
    const { migration } = await migrateWorkbook(await oldWorkbook(), [layout]);
    const headers = (columns: readonly { readonly header: string }[]) => columns.map(({ header }) => header);
    assert.deepEqual(
      migration.renamed.map(({ now }) => now).sort(),
      layout.columns
        .filter(({ header }) => header.endsWith('(mới)'))
        .map(({ header }) => header)
        .sort(),
    );
    assert.ok(headers(migration.moved).some((header) => header.startsWith('Giới tính')));
    assert.deepEqual(migration.added, [PUT_IN?.header]);
    assert.deepEqual(headers(migration.leftOver), ['Số áo']);
    assert.equal(migration.leftBehind.length, 1);
    assert.deepEqual(migration.version, { from: OLD.version, to: layout.version });
  });

  it('is refused when it is no copy of ours, or of today', async () => {
    const old = await oldWorkbook();
    await assert.rejects(migrateWorkbook(old, [OLD]), { code: 'refused', detail: 'not-outdated' });
    await assert.rejects(migrateWorkbook(old, [getLayout('staff')]), { code: 'refused', detail: 'not-ours' });
  });
});
