import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Deadline, deadlineInstant, deadlineWords, isOverdue, timeLeftWords } from '../../contract/deadline.ts';

const at = (text: string) => Date.parse(`${text}+07:00`);

describe('deadlines', () => {
  const hour: Deadline = { form: 'before-hour', day: '2022-10-24', time: '14:00' };
  const before: Deadline = { form: 'before-day', day: '2022-10-24' };
  const within: Deadline = { form: 'within-day', day: '2022-04-26' };

  it('trước 14h00: over at 14:00:00.000, not a millisecond earlier', () => {
    assert.equal(isOverdue(hour, at('2022-10-24T13:59:59.999')), false);
    assert.equal(isOverdue(hour, at('2022-10-24T14:00:00.000')), true);
  });

  it('trước ngày: the day itself is too late', () => {
    assert.equal(isOverdue(before, at('2022-10-23T23:59:59.999')), false);
    assert.equal(isOverdue(before, at('2022-10-24T00:00:00.000')), true);
  });

  it('trong ngày: the day counts to its very end', () => {
    assert.equal(isOverdue(within, at('2022-04-26T23:59:59.999')), false);
    assert.equal(isOverdue(within, at('2022-04-27T00:00:00.000')), true);
  });

  it('runs over the ends of months and years', () => {
    assert.equal(deadlineInstant({ form: 'within-day', day: '2026-12-31' }), at('2027-01-01T00:00:00'));
    assert.equal(deadlineInstant({ form: 'within-day', day: '2028-02-29' }), at('2028-03-01T00:00:00'));
  });

  it('is one instant, whatever the zone of the machine', () => {
    assert.equal(new Date(deadlineInstant(hour)).toISOString(), '2022-10-24T07:00:00.000Z');
    assert.equal(new Date(deadlineInstant(before)).toISOString(), '2022-10-23T17:00:00.000Z');
    assert.equal(new Date(deadlineInstant(within)).toISOString(), '2022-04-26T17:00:00.000Z');
  });

  it('orders the three forms of one day: before it, at an hour of it, within it', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(days, times, (date, [hours, minutes]) => {
        const day = date.toISOString().slice(0, 10);
        const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        const first = deadlineInstant({ form: 'before-day', day });
        const middle = deadlineInstant({ form: 'before-hour', day, time });
        const last = deadlineInstant({ form: 'within-day', day });
        assert.ok(first <= middle && middle < last);
        assert.equal(last - first, 24 * 3600_000);
        assert.equal(middle - first, (hours * 60 + minutes) * 60_000);
      }),
    );
  });

  it('is written as the circulars write it', () => {
    assert.equal(deadlineWords(hour).vi, 'trước 14h00 ngày 24/10/2022');
    assert.equal(deadlineWords(before).vi, 'trước ngày 24/10/2022');
    assert.equal(deadlineWords(within).vi, 'trong ngày 26/4/2022');
  });

  it('says how long there is left, and never 0 minutes', () => {
    const left = (text: string) => timeLeftWords(hour, at(text)).vi;
    assert.equal(left('2022-10-20T10:00:00'), 'còn 4 ngày 4 giờ');
    assert.equal(left('2022-10-24T10:30:00'), 'còn 3 giờ 30 phút');
    assert.equal(left('2022-10-24T13:59:31'), 'còn 1 phút');
    assert.equal(left('2022-10-24T13:59:59.999'), 'còn 1 phút');
    assert.equal(left('2022-10-24T14:00:00'), 'vừa hết hạn');
    assert.equal(left('2022-10-24T14:01:00'), 'quá hạn 1 phút');
    assert.equal(left('2022-10-26T15:00:00'), 'quá hạn 2 ngày 1 giờ');
    assert.equal(timeLeftWords(hour, at('2022-10-24T13:00:00')).en, '1 h left');
  });
});
