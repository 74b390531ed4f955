import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LOOP_STATE_WORDS, LOOP_STEPS, loopState, loopWords } from '../../contract/loop/loop-state.ts';
import { COMPARED_FIELDS, FLAGS, OUTCOMES, rowState, TRANSPORTS, type Verdict } from '../../contract/verdict.ts';
import { resultWords, type StatusFacts, stayingWords, voidedWords } from '../../desk/result-words.ts';

describe('result words', () => {
  const facts = (part: Partial<StatusFacts>): StatusFacts => ({
    transport: 'answered',
    outcome: null,
    compared: ['citizenId', 'fullName', 'birthDate'],
    flags: [],
    why: null,
    incomplete: false,
    step: null,
    rounds: [],
    ...part,
  });

  /** Every transport and outcome, with no flag, each flag, and each pair of flags. */
  function* everyStatus(): Generator<StatusFacts> {
    const flagSets = [[], ...FLAGS.map((flag) => [flag]), ...FLAGS.flatMap((a) => FLAGS.map((b) => [a, b]))];
    for (const transport of TRANSPORTS) {
      for (const outcome of [null, ...OUTCOMES]) {
        for (const flags of flagSets) {
          for (const why of [null, 'unverifiable', 'not-applicable'] as const) {
            yield facts({ transport, outcome, flags, why, incomplete: flags.length === 1 });
          }
          for (const step of LOOP_STEPS) yield facts({ transport, outcome, flags, step });
        }
      }
    }
  }

  it('says the state’s own word, and something to do or nothing to do, for every status', () => {
    for (const status of everyStatus()) {
      for (const kind of ['student', 'staff'] as const) {
        const words = resultWords(status, kind);
        assert.equal(words.verdict, loopWords(LOOP_STATE_WORDS[loopState(status)], kind).vi);
        assert.ok(!/undefined|null|\{|\}/.test(Object.values(words).join(' ')), JSON.stringify([status, words]));
        assert.ok(words.reason.length + words.nextStep.length > 0);
      }
    }
  });

  it('never asks for papers that schools may not collect, and never sends anybody to the police', () => {
    for (const status of everyStatus()) {
      const text = Object.values(resultWords(status, 'student')).join(' ').normalize('NFC').toLowerCase();
      for (const paper of ['sổ hộ khẩu', 'hộ khẩu', 'sổ tạm trú', 'giấy xác nhận cư trú']) {
        assert.ok(!text.includes(paper), `${paper}: ${text}`);
      }
      assert.ok(!text.includes('chuyển công an'));
    }
  });

  it('never blames a row for a question that could not be asked', () => {
    for (const status of everyStatus()) {
      if (rowState(status) !== 'could-not-ask' && rowState(status) !== 'pending') continue;
      const text = Object.values(resultWords(status, 'student')).join(' ');
      assert.ok(!/[Kk]hác với|sai thông tin|kiểm tra số|[Ss]ửa các ô|Đối chiếu/.test(text), text);
    }
  });

  it('names the fields compared in every verdict that says verified on fewer than the five', () => {
    const subset = fc.subarray([...COMPARED_FIELDS], { minLength: 1, maxLength: COMPARED_FIELDS.length - 1 });
    fc.assert(
      fc.property(subset, fc.constantFrom('match' as const, 'match-normalised' as const), (compared, outcome) => {
        const { reason } = resultWords(facts({ outcome, compared }), 'student');
        const words = ['số', 'họ tên', 'ngày sinh', 'giới tính', 'nơi thường trú'];
        assert.ok(!reason.includes('đủ'), reason);
        COMPARED_FIELDS.forEach((field, at) => {
          assert.equal(reason.includes(words[at]!), compared.includes(field), reason);
        });
      }),
    );
    assert.equal(resultWords(facts({ outcome: 'match' }), 'student').reason, 'Khớp: số, họ tên, ngày sinh');
  });

  it('counts the full five instead of listing them, so that a verified row stays one line tall', () => {
    const reason = (part: Partial<StatusFacts>) =>
      resultWords(facts({ compared: [...COMPARED_FIELDS], ...part }), 'student').reason;
    assert.equal(reason({ outcome: 'match' }), 'Khớp đủ 5 mục');
    assert.equal(reason({ outcome: 'match-normalised' }), 'Khớp đủ 5 mục (chỉ khác cách viết)');
  });

  it('says of a number that was not confirmed what to look at, and claims nothing more', () => {
    const words = resultWords(facts({ outcome: 'unconfirmed' }), 'student');
    assert.equal(words.verdict, 'Chưa xác thực được');
    assert.equal(words.nextStep, 'Chưa xác thực được: kiểm tra số, họ tên, ngày sinh với giấy thông báo.');
    assert.ok(!words.reason.includes('không có số'), 'a typo in the name answers the same');
  });

  it('names which fields differ, and never a value', () => {
    const words = resultWords(facts({ outcome: 'differs', flags: ['differs.name', 'differs.birthDate'] }), 'student');
    assert.equal(words.verdict, 'Chưa xác thực – sai thông tin');
    assert.equal(words.reason, 'Khác: họ tên, ngày sinh (so với dữ liệu dân cư)');
    assert.ok(words.nextStep.includes('hướng dẫn phụ huynh liên hệ công an'));
  });

  it('speaks of parents only where there are parents', () => {
    for (const status of everyStatus()) {
      assert.ok(!Object.values(resultWords(status, 'staff')).join(' ').includes('phụ huynh'));
    }
  });

  it('waits for the paper, or for the new number, when that is what is known', () => {
    const pending = resultWords(facts({ outcome: 'no-such-number', step: 'awaiting-notice' }), 'student');
    assert.equal(pending.verdict, 'Chờ phụ huynh nộp giấy thông báo');
    assert.equal(pending.reason, 'Cơ sở dữ liệu dân cư không có số định danh này');
    assert.ok(pending.nextStep.startsWith('Khi phụ huynh nộp giấy: ghi số, ngày, nơi cấp'));
    const wrong = resultWords(facts({ outcome: 'no-such-number', step: 'awaiting-number' }), 'student');
    assert.equal(wrong.verdict, 'Đang chờ cấp số mới');
    assert.ok(wrong.nextStep.startsWith('Giữ số mới nhất công an cấp'));
    const found = resultWords(facts({ outcome: 'match', flags: ['numberKnownWrong'] }), 'student');
    assert.ok(found.nextStep.includes('nhập số mới khi công an cấp'));
  });

  it('says that a record is not complete beside its verdict', () => {
    assert.ok(resultWords(facts({ outcome: 'match', incomplete: true }), 'student').nextStep.includes('chưa đủ'));
    const waiting = facts({ transport: 'queued', incomplete: true } satisfies Partial<Verdict & StatusFacts>);
    assert.equal(resultWords(waiting, 'student').nextStep, '');
  });

  it('puts an edited row back to not sent, once', () => {
    const verified = resultWords(facts({ outcome: 'match' }), 'student');
    const voided = voidedWords(verified);
    assert.deepEqual([voided.verdict, voided.reason], ['Chưa gửi', 'Đã sửa sau khi xác thực']);
    assert.deepEqual(voidedWords(voided), voided);
    assert.equal(voidedWords(resultWords(facts({ transport: 'sent' }), 'student')).reason, 'Đã sửa sau khi gửi');
    assert.equal(voidedWords(stayingWords('Chưa có họ tên')).reason, 'Đã sửa, chưa gửi lại');
    for (const step of ['awaiting-notice', 'parents-guided', 'awaiting-number'] as const) {
      assert.equal(voidedWords(resultWords(facts({ outcome: 'differs', step }), 'staff')).verdict, 'Chưa gửi');
    }
  });

  it('takes an edit with the paper in the school for mended by it, once', () => {
    const voided = voidedWords(resultWords(facts({ outcome: 'differs', step: 'notice-received' }), 'student'));
    assert.deepEqual(Object.values(voided), [
      'Đã sửa theo giấy',
      'Đã sửa theo giấy thông báo, chưa gửi lại',
      'Bấm Gửi xác thực để hỏi lại.',
    ]);
    assert.deepEqual(voidedWords(voided), voided);
  });

  it('says every round in one line: when, who, what was changed, what came of it', () => {
    const at = (day: number) => `2026-11-${day}T18:30:00Z`;
    const rounds = [
      { round: 1, at: at(19), by: 'Trần Thị Bích', changed: [], outcome: 'differs' },
      {
        round: 2,
        at: at(20),
        by: 'Trần Thị Bích',
        changed: ['birthDate', 'className', 'ethnicity'],
        outcome: 'unconfirmed',
      },
      { round: 3, at: at(21), by: null, changed: [], outcome: 'match' },
    ] as const satisfies StatusFacts['rounds'];
    assert.equal(
      resultWords(facts({ outcome: 'match', rounds: [...rounds] }), 'student').reason,
      'Khớp: số, họ tên, ngày sinh. ' +
        'Lần 1 20/11/2026: Trần Thị Bích gửi – chưa xác thực – sai thông tin; ' +
        'lần 2 21/11/2026: Trần Thị Bích sửa ngày sinh, ô khác – chưa xác thực được; ' +
        'lần 3 22/11/2026: hệ thống gửi lại – đã xác thực',
    );
    const address = [{ ...rounds[1], changed: ['province', 'ward', 'sex'], outcome: null }] as const;
    const { reason } = resultWords(
      facts({ transport: 'queued', rounds: [...address].map((each) => ({ ...each, changed: [...each.changed] })) }),
      'student',
    );
    assert.ok(reason.includes('sửa nơi thường trú, giới tính – đang chờ'), reason);
  });
});
