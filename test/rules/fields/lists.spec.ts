import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describeFinding } from '../../../rules/catalogue.ts';
import { checkRows } from '../../../rules/check-rows.ts';
import { ETHNICITY_LABELS } from '../../../rules/codes/ethnicities.ts';
import { NATIONALITY_LABELS } from '../../../rules/codes/nationalities.ts';
import { STUDENT_STATUS_LABELS } from '../../../rules/codes/student-statuses.ts';
import { pupil, teacher } from '../../../rules/example-rows.ts';
import type { FieldId } from '../../../rules/field.ts';
import type { RuleExample } from '../../../rules/rule.ts';

const TODAY = { year: 2026, month: 11, day: 22 };

function fixOf(example: RuleExample, field: FieldId) {
  const findings = checkRows(example.rows, { kind: example.kind, today: TODAY });
  const finding = findings.find((candidate) => candidate.field === field && candidate.code.endsWith('.not-in-list'));
  const change = finding?.fix?.changes[0];
  return { finding, answer: finding && [change?.after, finding.fix?.safe] };
}

describe('values beside a list', () => {
  const CASES: readonly (readonly [FieldId, string, string | undefined, boolean | undefined])[] = [
    ['ethnicity', 'kinh', 'Kinh', true],
    ['ethnicity', ' Kinh ', 'Kinh', true],
    ['ethnicity', 'MƯỜNG', 'Mường', true],
    ['ethnicity', 'Tày'.normalize('NFD'), 'Tày', true],
    ['ethnicity', "H'Mông", 'Mông', false],
    ['ethnicity', 'Ê-đê', 'Ê Đê', false],
    ['ethnicity', 'Cao Lan', undefined, undefined],
    ['sex', 'Nữ'.normalize('NFD'), 'Nữ', true],
    ['sex', ' nam', 'Nam', true],
    ['sex', 'nu', 'Nữ', false],
    ['sex', 'f', 'Nữ', false],
    ['nationality', 'VIỆT NAM', 'Việt Nam', true],
    ['nationality', 'VN', 'Việt Nam', false],
    ['studentStatus', 'đang học', 'Đang học', true],
    ['studentStatus', '01', 'Đang học', false],
  ];
  for (const [field, text, after, safe] of CASES) {
    it(`${field} ${JSON.stringify(text)}: ${after ?? 'nothing'} proposed, ${safe ? 'safe' : 'to be looked at'}`, () => {
      const { finding, answer } = fixOf(pupil({ [field]: text }), field);
      assert.equal(finding?.severity, 'error');
      assert.deepEqual(answer, [after, safe]);
    });
  }

  it('staff lists as well', () => {
    assert.deepEqual(fixOf(teacher({ position: 'giáo viên' }), 'position').answer, ['Giáo viên', true]);
    assert.deepEqual(fixOf(teacher({ position: 'GV' }), 'position').answer, ['Giáo viên', false]);
    assert.deepEqual(fixOf(teacher({ staffStatus: 'THÔI VIỆC' }), 'staffStatus').answer, ['Thôi việc', true]);
  });

  it('says why a safe fix is safe, and asks where it is not', () => {
    const words = (text: string) => describeFinding(fixOf(pupil({ ethnicity: text }), 'ethnicity').finding!).vi;
    assert.match(words('kinh'), /chỉ khác danh mục .*Kinh/);
    assert.match(words("H'Mông"), /hỏi gia đình/);
  });

  it('mends every label in capitals, decomposed or with spare spaces by itself', () => {
    const labels = [
      ...ETHNICITY_LABELS.map((label) => ['ethnicity', label] as const),
      ...NATIONALITY_LABELS.map((label) => ['nationality', label] as const),
      ...STUDENT_STATUS_LABELS.map((label) => ['studentStatus', label] as const),
    ];
    const bend = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
      (text) => ` ${text.replaceAll(' ', '  ')}\u00a0`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...labels), bend, ([field, label], change) => {
        const text = change(label);
        fc.pre(text !== label);
        assert.deepEqual(fixOf(pupil({ [field]: text }), field).answer, [label, true]);
      }),
    );
  });
});

describe('a lost zero', () => {
  it('is safe in a number cell that agrees, and says so; else it asks to compare', () => {
    const words = (citizenId: string | number, sex: string) => {
      const [finding] = checkRows(pupil({ citizenId, sex }).rows, { kind: 'student', today: TODAY });
      assert.equal(finding?.code, 'citizen-id.leading-zero-lost');
      return [finding?.fix?.safe, /đối chiếu/.test(describeFinding(finding!).vi)];
    };
    assert.deepEqual(words(1310000123, 'Nữ'), [true, false]);
    assert.deepEqual(words(1310000123, 'Nam'), [false, true]);
    assert.deepEqual(words('1310000123', 'Nữ'), [false, true]);
  });
});
