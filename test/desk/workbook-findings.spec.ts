import assert from 'node:assert/strict';
import type { Account } from '../../contract/schemas/session.ts';
import { checkContext, checkReport, checkSheet } from '../../desk/check-sheet.ts';
import type { OpenedSheet } from '../../desk/open-sheet.ts';
import { workbookFindings } from '../../desk/workbook-findings.ts';
import { describeFinding } from '../../rules/catalogue.ts';
import { IDENTITY, LAYOUT, pupil } from './desk-fixture.ts';

const TODAY = { year: 2026, month: 11, day: 22 };

function sheet(part: Partial<OpenedSheet> = {}): OpenedSheet {
  return {
    sheetName: 'Học sinh',
    layout: LAYOUT,
    match: {
      template: 'student',
      headerRow: 1,
      firstDataRow: 2,
      columns: new Map(),
      rowIdColumn: null,
      marksColumn: null,
      problems: [],
    } as unknown as OpenedSheet['match'],
    identity: IDENTITY,
    issuedTo: null,
    mergedData: false,
    fields: new Set(['fullName', 'className', 'schoolCode']),
    ...part,
  };
}

function account(role: Account['role'], code: string): Account {
  return { username: 'thu', displayName: 'Thử', role, unit: { code, name: `Đơn vị ${code}` } };
}

const codes = (opened: OpenedSheet, who: Account | null) => workbookFindings(opened, who).map(({ code }) => code);

describe('what a workbook’s identity says', () => {
  it('of an older template: that it is read all the same, and what to do for the next campaign', () => {
    const newer = { ...LAYOUT, version: LAYOUT.version + 1 };
    const [found = assert.fail(), ...others] = workbookFindings(sheet({ layout: newer }), null);
    assert.deepEqual(
      [found.code, found.severity, found.fix, others.length],
      ['sheet.template-outdated', 'query', undefined, 0],
    );
    assert.match(describeFinding(found).vi, /phiên bản 1; phiên bản hiện nay là 2/);
    assert.deepEqual(codes(sheet(), null), []);
    assert.deepEqual(codes(sheet({ layout: newer, identity: { ...IDENTITY, template: 'staff' } }), null), []);
    assert.deepEqual(codes(sheet({ layout: newer, identity: null }), null), []);
  });

  it('of another unit: to those who send their own rows, and not to those who look into other units’ workbooks', () => {
    for (const role of ['clerk', 'head', 'viewer'] as const) {
      assert.deepEqual(codes(sheet(), account(role, '01-TH-999')), ['sheet.foreign-template']);
      assert.deepEqual(codes(sheet(), account(role, IDENTITY.unit)), []);
    }
    for (const role of ['officer', 'operator'] as const) assert.deepEqual(codes(sheet(), account(role, '01')), []);
    assert.deepEqual(codes(sheet({ identity: { ...IDENTITY, unit: '' } }), account('clerk', '01-TH-999')), []);
  });

  it('of a newer template: to get the newer program first', () => {
    const identity = { ...IDENTITY, version: LAYOUT.version + 1 };
    assert.deepEqual(codes(sheet({ identity }), null), ['sheet.template-newer']);
  });

  it('altered after it was issued, or issued by another server: each with its remedy', () => {
    const [altered = assert.fail()] = workbookFindings(sheet(), null, 'altered');
    assert.deepEqual([altered.code, altered.severity], ['sheet.identity-altered', 'error']);
    assert.match(describeFinding(altered).vi, /đơn vị Trường Tiểu học Thử Nghiệm.*tải lại sổ/);
    const [foreign = assert.fail()] = workbookFindings(sheet(), null, 'other-server');
    assert.deepEqual([foreign.code, foreign.severity], ['sheet.other-server', 'query']);
    for (const signature of ['valid', 'unsigned', 'unchecked'] as const) {
      assert.deepEqual(workbookFindings(sheet(), null, signature), []);
    }
  });

  it('stripped of its metadata: told by our row ids and the heading, never of a school’s own list', () => {
    const [stripped = assert.fail()] = workbookFindings(sheet({ identity: null, issuedTo: '01-TH-000' }), null);
    assert.deepEqual([stripped.code, stripped.severity], ['sheet.identity-stripped', 'query']);
    assert.match(describeFinding(stripped).vi, /mã đơn vị 01-TH-000/);
    assert.deepEqual(codes(sheet({ identity: null }), null), []);
  });

  it('in several ways at once: the gravest first', () => {
    const found = workbookFindings(
      sheet({ identity: { ...IDENTITY, version: 9 } }),
      account('clerk', '01-X'),
      'altered',
    );
    assert.deepEqual(
      found.map(({ code }) => code),
      ['sheet.identity-altered', 'sheet.foreign-template', 'sheet.template-newer'],
    );
  });

  it('stands in the report beside the findings of the rows', () => {
    const rows = [{ rowId: 'a', rowNumber: 2, values: pupil(0), results: {}, marks: '' }] as never;
    const report = checkReport(checkSheet(sheet(), rows, { today: TODAY, account: account('clerk', '01-TH-999') }));
    assert.ok(report.groups.some(({ code, severity }) => code === 'sheet.foreign-template' && severity === 'query'));
  });

  it('gives the rules the unit to compare school codes with: the workbook’s, else the account’s', () => {
    const options = { today: TODAY, account: account('clerk', '01-TH-999'), classes: ['5A'] };
    assert.equal(checkContext(sheet(), options).unit, IDENTITY.unit);
    assert.equal(checkContext(sheet({ identity: null }), options).unit, '01-TH-999');
    assert.equal(checkContext(sheet({ identity: null }), { today: TODAY }).unit, undefined);
    assert.deepEqual(checkContext(sheet(), options).classes, ['5A']);
  });
});
