import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describeFinding, RULES } from '../../rules/catalogue.ts';
import { checkRow } from '../../rules/check-row.ts';
import { checkRows } from '../../rules/check-rows.ts';
import { ALL_PLACES } from '../../rules/codes/all-places.ts';
import type { Finding } from '../../rules/finding.ts';
import { findingsByRow } from '../../rules/findings-by-row.ts';
import type { RawRow } from '../../rules/record.ts';
import { rowOutlook } from '../../rules/row-outlook.ts';
import { type FaultySheet, faultySheets } from './faulty-sheets.ts';
import { pupilRows } from './generated-rows.ts';

const CONTEXT = { kind: 'student', today: { year: 2026, month: 11, day: 22 }, places: ALL_PLACES } as const;

function applied(rows: readonly RawRow[], finding: Finding): RawRow[] {
  const after = [...rows];
  for (const { row, field, after: text } of finding.fix?.changes ?? []) after[row] = { ...after[row], [field]: text };
  return after;
}

/** Rows a finding speaks of, with its code and field. */
function said(findings: readonly Finding[]): Set<string> {
  return new Set(
    findings.flatMap((finding) =>
      (finding.row === null ? (finding.rows ?? []) : [finding.row]).map(
        (row) => `${row} ${finding.code} ${finding.field}`,
      ),
    ),
  );
}

function check(sheet: FaultySheet, rows: readonly RawRow[] = sheet.rows): Finding[] {
  return checkRows(rows, { ...CONTEXT, kind: sheet.kind, classes: sheet.classes });
}

describe('fixes', () => {
  it('an applied fix takes its own finding away, and applying it again changes nothing', () => {
    fc.assert(
      fc.property(faultySheets, (sheet) => {
        for (const finding of check(sheet)) {
          if (!finding.fix) continue;
          const after = applied(sheet.rows, finding);
          const left = said(check(sheet, after));
          for (const place of said([finding])) assert.ok(!left.has(place), `${place} is still there`);
          assert.deepEqual(applied(after, finding), after);
        }
      }),
    );
  });

  it('a fix changes something, and only cells of rows that were checked', () => {
    fc.assert(
      fc.property(faultySheets, (sheet) => {
        for (const { fix } of check(sheet)) {
          if (!fix) continue;
          assert.ok(fix.changes.length > 0);
          for (const { row, field, after } of fix.changes) {
            assert.ok(sheet.rows[row] !== undefined);
            assert.notEqual(sheet.rows[row]?.[field], after);
          }
        }
      }),
    );
  });

  it('applying every safe fix leaves no safe fix to apply', () => {
    fc.assert(
      fc.property(faultySheets, (sheet) => {
        let now: RawRow[] = [...sheet.rows];
        for (const finding of check(sheet)) if (finding.fix?.safe) now = applied(now, finding);
        assert.deepEqual(
          check(sheet, now)
            .filter((finding) => finding.fix?.safe)
            .map(({ code }) => code),
          [],
        );
      }),
    );
  });

  it('of every rule that has one are among those tried here', () => {
    const tried = new Set<string>();
    for (const sheet of fc.sample(faultySheets, { numRuns: 600, seed: 20261122 })) {
      for (const { code, fix } of check(sheet)) if (fix) tried.add(code);
    }
    const ofPeople = RULES.filter(({ fix, examples }) => fix !== 'none' && examples.fail[0]?.kind !== 'results');
    assert.deepEqual(
      ofPeople.map(({ code }) => code).filter((code) => !tried.has(code)),
      [],
    );
  });
});

describe('findings of any rows', () => {
  it('come in order, in words, and the same every time', () => {
    fc.assert(
      fc.property(pupilRows, (rows) => {
        const findings = checkRows(rows, CONTEXT);
        assert.deepEqual(checkRows(rows, CONTEXT), findings);
        const places = findings.map((finding) => finding.row ?? -1);
        assert.deepEqual(
          places,
          [...places].sort((a, b) => a - b),
        );
        for (const finding of findings) assert.doesNotMatch(describeFinding({ ...finding, value: '' }).vi, /\{\w+\}/);
      }),
    );
  });

  it('a row checked by itself says what the sheet says of it, but for what only the sheet can show', () => {
    const sheetWide = /duplicate|swapped|^sex\.not-in-list|nationality\.missing/;
    const codes = (findings: readonly Finding[]) =>
      findings
        .map(({ code }) => code)
        .filter((code) => !sheetWide.test(code))
        .sort();
    fc.assert(
      fc.property(pupilRows, (rows) => {
        const byRow = findingsByRow(checkRows(rows, CONTEXT));
        for (const [at, row] of rows.entries()) {
          assert.deepEqual(codes(checkRow(row, at, CONTEXT)), codes(byRow.get(at) ?? []));
        }
      }),
    );
  });

  it('an outlook asks only of rows with a name, a number and a birth date', () => {
    fc.assert(
      fc.property(pupilRows, (rows) => {
        const byRow = findingsByRow(checkRows(rows, CONTEXT));
        for (const [at, row] of rows.entries()) {
          const findings = byRow.get(at) ?? [];
          const outlook = rowOutlook('student', row, findings);
          if (outlook.verify === 'yes') {
            assert.ok(outlook.goes && outlook.reason === null);
            assert.ok(findings.every(({ effect }) => effect === 'none'));
          } else {
            assert.ok(outlook.reason !== null);
          }
          if (findings.some(({ effect }) => effect === 'stays')) assert.equal(outlook.goes, false);
        }
      }),
    );
  });
});
