import assert from 'node:assert/strict';
import type { CheckedSheet } from '../../desk/check-sheet.ts';
import { proposeFixes } from '../../desk/propose-fixes.ts';
import type { CellChange } from '../../rules/fix.ts';
import type { RawRow } from '../../rules/record.ts';
import { deskFixture, FIRST_ROW, LAYOUT, pupil } from './desk-fixture.ts';

describe('desk: fix proposals', () => {
  async function proposalsFor(rows: readonly RawRow[], codes?: readonly string[]) {
    const fixture = deskFixture(rows);
    await fixture.desk.check();
    return { fixture, proposals: fixture.desk.proposals(codes) };
  }

  it('wants a check first', () => {
    assert.throws(() => deskFixture([]).desk.proposals(), { name: 'DeskError', code: 'not-checked' });
  });

  it('shows before → after with reason and place', async () => {
    const { proposals } = await proposalsFor([pupil(0), pupil(1, { sex: 'nu' })]);
    assert.equal(proposals.length, 1);
    const [proposal] = proposals;
    assert.equal(proposal?.code, 'sex.not-in-list');
    assert.deepEqual(
      proposal?.cells.map(({ rowNumber, field, before, after }) => ({ rowNumber, field, before, after })),
      [{ rowNumber: FIRST_ROW + 1, field: 'sex', before: 'nu', after: 'Nữ' }],
    );
    assert.ok(proposal?.reason.vi && proposal.reason.en);
  });

  it('runs several fixes of one cell into one after', async () => {
    const { fixture, proposals } = await proposalsFor([pupil(0, { fullName: ' Nguyễn  Thị Mai'.normalize('NFD') })]);
    assert.equal(proposals.length, 1, 'one line for one cell');
    assert.equal(proposals[0]?.cells[0]?.after, 'Nguyễn Thị Mai');
    assert.equal(proposals[0]?.safe, true);
    await fixture.desk.applyFixes(proposals);
    assert.equal(fixture.read(FIRST_ROW, 'fullName'), 'Nguyễn Thị Mai');
    const report = await fixture.desk.check();
    assert.deepEqual(report.groups, [], 'nothing is left of either fault');
  });

  it('is safe only when every fix in it is', async () => {
    const { proposals } = await proposalsFor([pupil(0, { fullName: 'NGUYỄN  THỊ MAI' })]);
    assert.equal(proposals.length, 1);
    assert.equal(proposals[0]?.cells[0]?.after, 'Nguyễn Thị Mai');
    assert.equal(proposals[0]?.safe, false);
  });

  it('keeps to the named rules', async () => {
    const { proposals } = await proposalsFor(
      [pupil(0, { sex: 'nu', fullName: 'Nguyễn  Thị Mai' })],
      ['full-name.spacing'],
    );
    assert.deepEqual(
      proposals.map((proposal) => proposal.code),
      ['full-name.spacing'],
    );
  });

  it('moves a column that is a row off as one, before anything else is mended in it', async () => {
    const right = Array.from({ length: 40 }, (_, at) => {
      const [sex, digit] = at % 3 === 0 ? ['Nam', 2] : ['Nữ', 3];
      const year = 2014 + (at % 2);
      return pupil(at, {
        fullName: `Lê Minh ${'ABCDE'[at % 5]}n`,
        sex,
        birthDate: `12/03/${year}`,
        citizenId: Number(`1${digit}${year - 2000}000${100 + at}`),
      });
    });
    const rows = right.map((row, at) => ({ ...row, citizenId: right[at - 1]?.citizenId ?? null }));
    const last = { citizenId: right.at(-1)?.citizenId ?? null };
    const { fixture, proposals } = await proposalsFor([...rows, last]);
    const [moved, ...others] = proposals.filter(({ cells }) => cells.some(({ field }) => field === 'citizenId'));
    assert.deepEqual([moved?.code, moved?.safe, others.length], ['column.shifted-by-a-row', false, 0]);
    await fixture.desk.applyFixes([moved ?? assert.fail()]);
    assert.equal(fixture.read(FIRST_ROW, 'citizenId'), String(right[0]?.citizenId));
    const report = await fixture.desk.check();
    assert.deepEqual(
      report.groups
        .filter(({ code }) => /^(?:column|citizen-id)\./.test(code))
        .map(({ code, fixable }) => [code, fixable]),
      [['citizen-id.leading-zero-lost', 40]],
    );
  });

  it('says a fault of a whole column in one line with all its cells', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => pupil(index, { birthDate: `${index + 1}.3.2016` }));
    const { proposals } = await proposalsFor(rows);
    const column = proposals.find((proposal) => proposal.code === 'birth-date.text-form');
    assert.equal(column?.cells.length, 12);
    assert.equal(column?.cells[4]?.after, '05/03/2016');
  });

  it('never proposes the same cell twice', async () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      pupil(index, {
        fullName: `NGUYỄN  THỊ ${index % 2 === 0 ? 'MAI' : 'LAN'}`.normalize(index % 3 === 0 ? 'NFD' : 'NFC'),
        sex: 'nu',
        citizenId: `0013 1600 01${String(index).padStart(2, '0')}`,
      }),
    );
    const { proposals } = await proposalsFor(rows);
    const cells = proposals.flatMap((proposal) => proposal.cells.map((cell) => `${cell.rowId} ${cell.field}`));
    assert.equal(new Set(cells).size, cells.length);
    const ids = proposals.map((proposal) => proposal.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(cells.length >= 36);
  });

  it('lets the gravest go first where two fixes cannot be joined, and the other come back', () => {
    const finding = (code: string, severity: 'error' | 'note', changes: readonly CellChange[]) =>
      ({
        code,
        severity,
        effect: 'none',
        row: 0,
        field: 'fullName',
        value: '',
        params: {},
        fix: { changes, safe: true },
      }) as const;
    const checked: CheckedSheet = {
      sheet: {
        sheetName: 'S',
        layout: LAYOUT,
        match: { ...NO_MATCH, template: 'student' },
        identity: null,
        issuedTo: null,
        mergedData: false,
        fields: new Set(['fullName', 'passport', 'citizenId'] as const),
      },
      rows: [
        {
          rowId: '00000000-0000-4000-8000-000000000001',
          rowNumber: 4,
          values: { fullName: 'Lê  Thị An', passport: '001316000101', citizenId: null },
          results: { verdict: '', reason: '', nextStep: '' },
          marks: '',
        },
      ],
      findings: [
        finding('full-name.spacing', 'note', [{ row: 0, field: 'passport', after: 'P0000101' }]),
        finding('full-name.not-a-name', 'error', [
          { row: 0, field: 'passport', after: '' },
          { row: 0, field: 'citizenId', after: '001316000101' },
        ]),
      ],
      headerFindings: [],
      confirmed: new Map(),
      today: { year: 2026, month: 11, day: 22 },
    };
    const proposals = proposeFixes(checked);
    assert.deepEqual(
      proposals.map(({ code, cells }) => [code, cells.map(({ field, after }) => [field, after])]),
      [
        [
          'full-name.not-a-name',
          [
            ['passport', null],
            ['citizenId', '001316000101'],
          ],
        ],
      ],
    );
    const withoutColumn = { ...checked, sheet: { ...checked.sheet, fields: new Set(['passport'] as const) } };
    assert.deepEqual(
      proposeFixes(withoutColumn).map(({ code }) => code),
      ['full-name.spacing'],
      'half of a fix is none',
    );
  });

  const NO_MATCH = {
    headerRow: 3,
    firstDataRow: 4,
    columns: new Map(),
    parts: new Map(),
    headers: new Map(),
    rowIdColumn: null,
    marksColumn: null,
    problems: [],
  } as const;
});
