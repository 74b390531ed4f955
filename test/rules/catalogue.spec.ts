import { strict as assert } from 'node:assert';
import { describeFinding, getRule, RULES } from '../../rules/catalogue.ts';
import { checkRows } from '../../rules/check-rows.ts';
import { ALL_PLACES } from '../../rules/codes/all-places.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Rule, RuleExample } from '../../rules/rule.ts';
import { type SheetFindingCode, sheetFinding } from '../../rules/sheet-finding.ts';
import { HEADER_RULES, WORKBOOK_RULES } from '../../rules/sheet-rules.ts';

const TODAY = { year: 2026, month: 11, day: 22 };
const HEADER_CODES = new Set(Object.keys({ ...HEADER_RULES, ...WORKBOOK_RULES }));

function findingsOf(rule: Rule, example: RuleExample): Finding[] {
  const findings = checkRows(example.rows, {
    kind: example.kind,
    today: example.today ?? TODAY,
    places: ALL_PLACES,
    classes: example.classes,
    unit: example.unit,
    schoolYear: example.schoolYear,
  });
  return findings.filter((finding) => finding.code === rule.code);
}

describe('the rule catalogue', () => {
  for (const rule of RULES.filter((candidate) => !HEADER_CODES.has(candidate.code))) {
    describe(rule.code, () => {
      it('passes its passing examples', () => {
        assert.ok(rule.examples.pass.length > 0);
        for (const example of rule.examples.pass)
          assert.deepEqual(findingsOf(rule, example), [], JSON.stringify(example));
      });

      it('finds its failing examples and fixes them as it says', () => {
        assert.ok(rule.examples.fail.length > 0);
        for (const example of rule.examples.fail) {
          const found = findingsOf(rule, example);
          assert.ok(found.length > 0, `not found: ${JSON.stringify(example)}`);
          assert.equal(found[0]?.fix?.changes[0]?.after, example.fix, JSON.stringify(example));
        }
      });

      it('offers no more than it declares', () => {
        for (const example of rule.examples.fail) {
          for (const { fix } of findingsOf(rule, example)) {
            if (rule.fix === 'none') assert.equal(fix, undefined);
            if (rule.fix === 'safe' && fix) assert.equal(fix.safe, true);
          }
        }
        if (rule.fix !== 'none') assert.ok(rule.examples.fail.some((example) => example.fix !== undefined));
      });

      it('speaks in both languages without a hole', () => {
        for (const example of rule.examples.fail) {
          for (const finding of findingsOf(rule, example)) assertWhole(describeFinding(finding));
        }
      });
    });
  }

  it('has unique codes of the form family.fault, with citation and titles', () => {
    assert.equal(new Set(RULES.map((rule) => rule.code)).size, RULES.length);
    for (const rule of RULES) {
      assert.match(rule.code, /^[a-z0-9-]+\.[a-z0-9-]+$/);
      assert.ok(rule.citation.length > 10 && rule.title.vi && rule.title.en && rule.message.vi && rule.message.en);
      if (rule.from && rule.to) assert.ok(rule.from.year <= rule.to.year);
    }
  });

  it('names the work of every fix that is safe in bulk, with its count, and of no other', () => {
    for (const rule of RULES) {
      const examples = [...rule.examples.pass, ...rule.examples.fail];
      const mayBeSafe = examples.some((example) => findingsOf(rule, example).some((finding) => finding.fix?.safe));
      if (rule.fix === 'safe' || mayBeSafe) assert.ok(rule.bulkFix, rule.code);
      if (!rule.bulkFix) continue;
      assert.notEqual(rule.fix, 'none', rule.code);
      assert.match(rule.bulkFix.vi, /\{count\}/, rule.code);
      assert.match(rule.bulkFix.en, /\{count\}/, rule.code);
    }
  });

  it('says every header problem in words', () => {
    for (const code of HEADER_CODES) {
      assertWhole(
        describeFinding(
          sheetFinding(code as SheetFindingCode, { header: 'Ngày sinh', found: '1', expected: '2' }, 'birthDate'),
        ),
      );
    }
  });

  it('throws for an unknown code', () => {
    assert.throws(() => getRule('no.such-rule'));
  });

  it('never asks for papers of residence', () => {
    for (const rule of RULES) {
      const text = JSON.stringify(rule).toLowerCase();
      for (const paper of ['hộ khẩu', 'sổ tạm trú', 'giấy xác nhận', 'tôn giáo'])
        assert.ok(!text.includes(paper), rule.code);
    }
  });

  it('names other rows by the number people see', () => {
    const finding: Finding = {
      ...sheetFinding('sheet.merged-cells'),
      code: 'citizen-id.duplicate',
      row: 3,
      rows: [5, 9],
    };
    assert.match(describeFinding(finding, (row) => row + 9).vi, /14, 18/);
  });
});

function assertWhole(message: { readonly vi: string; readonly en: string }): void {
  for (const text of [message.vi, message.en]) {
    assert.doesNotMatch(text, /[{}]|undefined|NaN|null/);
    assert.match(text, /[.!?]$/);
  }
}
