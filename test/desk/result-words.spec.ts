import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  COMPARED_FIELDS,
  FLAGS,
  OUTCOMES,
  ROW_STATE_WORDS,
  rowState,
  TRANSPORTS,
  type Verdict,
} from '../../contract/verdict.ts';
import { resultWords, type StatusFacts, stayingWords, voidedWords } from '../../desk/result-words.ts';

describe('result words', () => {
  const facts = (part: Partial<StatusFacts>): StatusFacts => ({
    transport: 'answered',
    outcome: null,
    compared: ['citizenId', 'fullName', 'birthDate'],
    flags: [],
    why: null,
    incomplete: false,
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
        }
      }
    }
  }

  it('says the state’s own word, and something to do or nothing to do, for every status', () => {
    for (const status of everyStatus()) {
      for (const kind of ['student', 'staff'] as const) {
        const words = resultWords(status, kind);
        assert.equal(words.verdict, ROW_STATE_WORDS[rowState(status)].vi);
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
    const pending = resultWords(facts({ outcome: 'no-such-number', flags: ['noticePending'] }), 'student');
    assert.equal(pending.nextStep, 'Chờ phụ huynh nộp giấy thông báo số định danh.');
    const wrong = resultWords(facts({ outcome: 'no-such-number', flags: ['numberKnownWrong'] }), 'student');
    assert.ok(wrong.nextStep.includes('nhập số mới khi công an cấp'));
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
  });
});
