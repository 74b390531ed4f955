import assert from 'node:assert/strict';
import { composeReminder, type ReminderFacts } from '../../console/reminder.ts';
import { schoolLine } from '../../console/school-line.ts';
import type { Campaign, UnitProgress } from '../../contract/schemas/campaign.ts';
import { campaign, DONE, NOW, OPENED, unitProgress } from './campaign-fixture.ts';

describe('console: reminders', () => {
  const one = campaign({ parts: campaign().parts.slice(0, 1) });
  const compose = (of: Campaign, units: readonly UnitProgress[], changes: Partial<ReminderFacts> = {}) =>
    composeReminder({
      campaign: of,
      schools: units.map((unit) => schoolLine(of, unit, NOW)),
      sender: 'Phòng GD&ĐT Thử',
      workbench: 'https://so-sach.example.edu.vn/ban-lam-viec',
      now: NOW,
      language: 'vi',
      ...changes,
    });

  it('is a whole letter to one school: circular, deadline as circulars write it, where it stands, what to do', () => {
    const { subject, letter } = compose(one, [unitProgress('A', 'Trường THCS A', OPENED)]);
    assert.equal(subject, '[Nhắc] Cập nhật số định danh: Trường THCS A');
    assert.equal(
      letter,
      `Kính gửi: Trường THCS A,

Thực hiện công văn 1118/PGDĐT ngày 20/10/2022, Phòng GD&ĐT Thử đề nghị hoàn thành đợt “Cập nhật số định danh”, năm học 2022–2023:
- Số định danh: trước 14h00 ngày 24/10/2022 (còn 1 ngày 23 giờ)

Đến 14h05 ngày 22/10/2022, nhà trường:
- Học sinh: đã mở sổ, chưa gửi dòng nào

Đề nghị mở sổ tính đã nhận, bấm Kiểm tra, sửa theo gợi ý rồi bấm Gửi xác thực.
Chưa nhận được sổ, hoặc máy không dùng được Excel: đăng nhập tại https://so-sach.example.edu.vn/ban-lam-viec

Phòng GD&ĐT Thử`,
    );
  });

  it('is one text for several, each with its own state, of unfinished kinds only', () => {
    const { subject, letter, note } = compose(campaign(), [
      unitProgress('A', 'Trường A', DONE, { kind: 'results' }),
      unitProgress('B', 'Trường B', { ...DONE, verified: 5, stays: 2 }, { kind: 'results', ...DONE }),
    ]);
    assert.equal(subject, '[Nhắc] Cập nhật số định danh: 2 trường chưa xong');
    for (const text of [letter, note]) {
      assert.match(text, /^- Kết quả khối 9: trong ngày 20\/10\/2022 \(quá hạn 1 ngày 14 giờ\)$/m);
      assert.match(text, /^- Trường A: Kết quả học tập: chưa mở sổ tính$/m);
      assert.match(
        text,
        /^- Trường B: Học sinh: đã gửi 10 dòng, 5 đã xác thực, còn 4 dòng chưa xác thực, 2 dòng chưa gửi được vì lỗi$/m,
      );
    }
    assert.ok(note.length < letter.length);
    const alone = compose(campaign(), [unitProgress('A', 'Trường A', DONE, { kind: 'results' })]).letter;
    assert.match(alone, /^- Kết quả học tập: chưa mở sổ tính$/m);
    assert.doesNotMatch(alone, /^- Học sinh/m);
  });

  it('does without a circular, and speaks English to who reads English', () => {
    const units = [unitProgress('A', 'Trường A', {})];
    assert.doesNotMatch(compose({ ...one, circular: '' }, units).letter, /công văn/i);
    const { subject, letter, note } = compose(one, units, { language: 'en' });
    assert.equal(subject, '[Reminder] Cập nhật số định danh: Trường A');
    assert.match(letter, /^- Pupils: workbook not opened$/m);
    assert.match(letter, /before 14:00 on 24\/10\/2022 \(1 d 23 h left\)/);
    assert.match(note, /Without Excel/);
  });

  it('leaves no place unfilled, even where a name looks like one', () => {
    for (const language of ['vi', 'en'] as const) {
      const { subject, letter, note } = compose(campaign(), [unitProgress('A', 'Trường A', {})], { language });
      for (const text of [subject, letter, note]) assert.doesNotMatch(text, /[{}]|undefined|null/);
    }
    const named = compose({ ...one, name: '{school}' }, [unitProgress('A', 'Trường A', {})]);
    assert.equal(named.subject, '[Nhắc] {school}: Trường A');
  });
});
