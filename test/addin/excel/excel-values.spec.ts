import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isDateFormat, mayBeError, toCellValue, toExcelValue } from '../../../addin/excel/excel-values.ts';
import { isRealDay } from '../../../rules/plain-date.ts';

describe('Excel values', () => {
  const FORMAT = 'dd/mm/yyyy';

  it('reads the serials that Excel shows as these days', () => {
    for (const [serial, day, month, year] of [
      [1, 1, 1, 1900],
      [59, 28, 2, 1900],
      [61, 1, 3, 1900],
      [36526, 1, 1, 2000],
      [42370, 1, 1, 2016],
      [46348, 22, 11, 2026],
    ] as const) {
      assert.deepEqual(toCellValue(serial, false, FORMAT), { kind: 'date', year, month, day });
      assert.equal(toExcelValue({ kind: 'date', year, month, day }), serial);
    }
  });

  it('leaves numbers that are no day as they are', () => {
    // 60 is 29/02/1900, which never was; beyond 31/12/9999 Excel shows no date.
    for (const serial of [0, -3, 0.25, 60, 2_958_466]) assert.equal(toCellValue(serial, false, FORMAT), serial);
  });

  it('drops a time of day', () => {
    assert.deepEqual(toCellValue(42370.75, false, 'dd/mm/yyyy hh:mm'), { kind: 'date', year: 2016, month: 1, day: 1 });
  });

  it('writes every day so that it reads the same again', () => {
    const day = fc
      .record({
        year: fc.integer({ min: 1900, max: 9999 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      })
      .filter(({ year, month, day: at }) => isRealDay(year, month, at));
    fc.assert(
      fc.property(day, (date) => {
        assert.deepEqual(toCellValue(toExcelValue({ kind: 'date', ...date }), false, FORMAT), {
          kind: 'date',
          ...date,
        });
      }),
    );
  });

  it('knows formats that show a day', () => {
    for (const format of ['dd/mm/yyyy', 'm/d/yy', 'yyyy', 'mmm', '[$-42A]dd/mm/yyyy', 'd "tháng" m', '[Red]dd/mm']) {
      assert.equal(isDateFormat(format), true, format);
    }
    for (const format of [
      'General',
      '@',
      '0',
      '0.00',
      '#,##0 "đ"',
      'hh:mm',
      'mm:ss',
      '[h]:mm',
      '[mm]:ss',
      '"dd/mm" 0',
      '\\d0',
      '[Red]0',
    ]) {
      assert.equal(isDateFormat(format), false, format);
    }
  });

  it('takes for an error only what Excel says is one', () => {
    for (const code of ['#REF!', '#N/A', '#DIV/0!', '#NAME?', '#SPILL!', '#GETTING_DATA']) {
      assert.equal(mayBeError(code), true, code);
      assert.deepEqual(toCellValue(code, true, undefined), { kind: 'error', code });
      assert.equal(toCellValue(code, false, undefined), code);
    }
    for (const text of ['#', 'số #1', '#lớp 7A', '']) assert.equal(mayBeError(text), false, text);
  });

  it('has one blank', () => {
    assert.equal(toCellValue('', false, undefined), null);
    assert.equal(toExcelValue(null), '');
  });
});
