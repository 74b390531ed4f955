import { CITATION } from '../citations.ts';
import { pupil, pupils, teacher } from '../example-rows.ts';
import { defineRules } from '../rule.ts';

export const BIRTH_DATE_RULES = defineRules({
  'birth-date.missing': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Thiếu ngày sinh', en: 'Birth date is missing' },
    message: {
      vi: 'Ô Ngày sinh còn trống. Nhập theo giấy khai sinh, dạng ngày/tháng/năm; nếu giấy tờ chỉ có năm thì nhập năm.',
      en: 'The birth date is blank. Enter it from the birth certificate as day/month/year; if the paper has the year only, enter the year.',
    },
    columnMessage: {
      vi: '{count}/{filled} dòng chưa có ngày sinh. Nhập theo giấy khai sinh, dạng ngày/tháng/năm; nếu giấy tờ chỉ có năm thì nhập năm.',
      en: '{count} of {filled} rows have no birth date. Enter them from the birth certificates as day/month/year; where the paper has the year only, enter the year.',
    },
    fix: 'none',
    examples: { pass: [pupil({})], fail: [pupil({ birthDate: null }), teacher({ birthDate: ' ' })] },
  },
  'birth-date.not-a-date': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Không phải ngày sinh', en: 'Not a date' },
    message: {
      vi: '“{value}” không đọc được thành ngày. Nhập dạng ngày/tháng/năm, ví dụ 05/09/2010.',
      en: '“{value}” cannot be read as a date. Enter day/month/year, such as 05/09/2010.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột không đọc được thành ngày, ví dụ “{value}”. Kiểm tra cột này có đúng là ngày sinh không, rồi nhập dạng ngày/tháng/năm.',
      en: '{count} of {filled} cells cannot be read as dates, such as “{value}”. Make sure that this column holds birth dates, then enter day/month/year.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), pupil({ birthDate: { kind: 'date', year: 2010, month: 3, day: 12 } })],
      fail: [pupil({ birthDate: 'tháng ba' }), pupil({ birthDate: 12 }), pupil({ birthDate: true })],
    },
  },
  'birth-date.impossible': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Ngày không có trong lịch', en: 'No such day' },
    message: {
      vi: 'Ngày “{value}” không có trong lịch. Đối chiếu giấy khai sinh rồi nhập lại.',
      en: 'There is no day “{value}” in the calendar. Compare with the birth certificate and type it again.',
    },
    columnMessage: {
      vi: '{count}/{filled} ngày của cột không có trong lịch, ví dụ “{value}”. Đối chiếu giấy khai sinh rồi nhập lại.',
      en: '{count} of {filled} days are not in the calendar, such as “{value}”. Compare with the birth certificates and type them again.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({ birthDate: '28/02/2010' })],
      fail: [
        pupil({ birthDate: '31/02/2010' }),
        pupil({ birthDate: '29/02/2009' }),
        pupil({ birthDate: '32/13/2010' }),
      ],
    },
  },
  'birth-date.year-only': {
    severity: 'query',
    effect: 'none',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Ngày sinh chưa đủ ngày, tháng', en: 'Day or month of birth not known' },
    message: {
      vi: 'Ngày sinh chỉ ghi “{value}”. Nếu giấy khai sinh cũng chỉ ghi như vậy thì xác nhận, hệ thống sẽ xác thực theo năm; nếu không, nhập đủ ngày/tháng/năm.',
      en: 'The birth date says only “{value}”. If the birth certificate says no more, confirm and it is verified by year; otherwise enter day/month/year.',
    },
    columnMessage: {
      vi: '{count}/{filled} ngày sinh của cột chưa đủ ngày, tháng, ví dụ “{value}”. Nếu giấy khai sinh cũng chỉ ghi như vậy thì xác nhận, hệ thống sẽ xác thực theo năm; nếu không, nhập đủ ngày/tháng/năm.',
      en: '{count} of {filled} birth dates lack the day or month, such as “{value}”. If the birth certificates say no more, confirm and they are verified by year; otherwise enter day/month/year.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({})],
      fail: [
        pupil({ birthDate: '2010' }),
        pupil({ birthDate: 2010 }),
        pupil({ birthDate: '3/2010' }),
        teacher({ birthDate: 1984 }),
      ],
    },
  },
  'birth-date.two-digit-year': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Năm sinh có hai chữ số', en: 'Year of two digits' },
    message: {
      vi: '“{value}” ghi năm bằng hai chữ số. Có lẽ là {expected}; đối chiếu rồi xác nhận.',
      en: '“{value}” has a year of two digits. It is probably {expected}; compare, then confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} ngày sinh của cột ghi năm bằng hai chữ số, ví dụ “{value}” có lẽ là {expected}. Đối chiếu rồi sửa cho cả cột.',
      en: '{count} of {filled} birth dates have a year of two digits; “{value}” is probably {expected}. Compare, then correct the whole column.',
    },
    fix: 'ask',
    examples: {
      pass: [pupil({})],
      fail: [
        pupil({ birthDate: '12/03/10' }, '12/03/2010'),
        pupil({ birthDate: '5-9-10' }, '05/09/2010'),
        teacher({ birthDate: '20/10/84' }, '20/10/1984'),
      ],
    },
  },
  'birth-date.month-day-swapped': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Ngày sinh ghi tháng trước ngày', en: 'Month before day' },
    message: {
      vi: '“{value}” ghi tháng trước ngày. Theo thứ tự ngày/tháng/năm là {expected}; đối chiếu rồi xác nhận.',
      en: '“{value}” has the month first. In the order day/month/year it is {expected}; compare, then confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} ngày sinh của cột ghi tháng trước ngày, ví dụ “{value}” là {expected}. Đối chiếu rồi sửa cho cả cột.',
      en: '{count} of {filled} birth dates have the month first; “{value}” is {expected}. Compare, then correct the whole column.',
    },
    fix: 'ask',
    examples: {
      pass: [pupil({ birthDate: '05/06/2010' })],
      fail: [pupil({ birthDate: '5/25/2010' }, '25/05/2010'), pupil({ birthDate: '03/25/2010' }, '25/03/2010')],
    },
  },
  'birth-date.column-may-be-swapped': {
    severity: 'query',
    effect: 'none',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Cột ngày sinh có thể bị đảo ngày và tháng', en: 'The column may have day and month swapped' },
    message: {
      vi: '{count} ngày của cột đều có ngày không quá 12, trong khi các ô còn lại cho thấy Excel đã đọc tháng trước ngày. So vài dòng ({rows}) với giấy khai sinh trước khi gửi.',
      en: '{count} dates of this column all have a day of 12 or less, while the other cells show that Excel read the month first. Compare some rows ({rows}) with birth certificates before sending.',
    },
    fix: 'none',
    examples: {
      pass: [pupils([{ birthDate: '25/05/2010' }, { birthDate: { kind: 'date', year: 2010, month: 3, day: 20 } }])],
      fail: [
        pupils([
          ...[1, 2, 3, 4, 5, 6].map((day) => ({
            birthDate: { kind: 'date', year: 2010, month: day + 3, day } as const,
          })),
          { birthDate: '25/05/2010' },
          { birthDate: '13/05/2010' },
          { birthDate: '30/11/2010' },
        ]),
      ],
    },
  },
  'birth-date.stored-as-number': {
    severity: 'note',
    effect: 'none',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Ngày sinh lưu dưới dạng số', en: 'Date stored as a bare number' },
    message: {
      vi: 'Ô chứa số {value}, là số thứ tự ngày của Excel. Đổi thành {expected}.',
      en: 'The cell holds {value}, Excel’s count of days. Change it to {expected}.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột chứa số thứ tự ngày của Excel, ví dụ {value} là {expected}. Có thể đổi cả cột thành ngày/tháng/năm.',
      en: '{count} of {filled} cells hold Excel’s count of days; {value} is {expected}. The whole column can be changed to day/month/year.',
    },
    fix: 'safe',
    bulkFix: { vi: 'Đổi {count} số thành ngày sinh', en: 'Turn {count} numbers into dates' },
    examples: {
      pass: [pupil({}), pupil({ birthDate: { kind: 'date', year: 2010, month: 3, day: 12 } })],
      fail: [pupil({ birthDate: 40249 }, '12/03/2010'), pupil({ birthDate: '40249' }, '12/03/2010')],
    },
  },
  'birth-date.text-form': {
    severity: 'note',
    effect: 'none',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Cách viết ngày sinh', en: 'Spelling of the date' },
    message: {
      vi: '“{value}” nên viết là {expected} (ngày và tháng hai chữ số, năm bốn chữ số).',
      en: '“{value}” is better written {expected} (two digits for day and month, four for the year).',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột không viết theo dạng ngày/tháng/năm, ví dụ “{value}” là {expected}. Có thể viết lại cả cột.',
      en: '{count} of {filled} cells are not written as day/month/year; “{value}” is {expected}. The whole column can be rewritten.',
    },
    fix: 'safe',
    bulkFix: { vi: 'Viết lại {count} ngày sinh theo dd/mm/yyyy', en: 'Write {count} dates as dd/mm/yyyy' },
    examples: {
      pass: [pupil({})],
      fail: [
        pupil({ birthDate: '1.2.2010' }, '01/02/2010'),
        pupil({ birthDate: '1-2-2010' }, '01/02/2010'),
        pupil({ birthDate: '5/9/2010' }, '05/09/2010'),
        pupil({ birthDate: '2010-03-12' }, '12/03/2010'),
        pupil({ birthDate: ' 12/03/2010' }, '12/03/2010'),
        pupil({ birthDate: '12 tháng 3 năm 2010' }, '12/03/2010'),
        pupil({ birthDate: '12032010' }, '12/03/2010'),
      ],
    },
  },
  'birth-date.age-out-of-range': {
    severity: 'query',
    effect: 'none',
    field: 'birthDate',
    judges: ['className'],
    citation: 'Luật Giáo dục 43/2019/QH14, Điều 28; Bộ luật Lao động 45/2019/QH14, Điều 169',
    title: { vi: 'Tuổi khác thường', en: 'Unusual age' },
    message: {
      vi: 'Sinh năm {found}, ngoài khoảng thường gặp {from}–{to} của lớp hoặc vị trí này. Đối chiếu ngày sinh và lớp; nếu đúng thì xác nhận.',
      en: 'Born in {found}; usual for this class or post are {from}–{to}. Compare birth date and class; if right, confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} ngày sinh của cột ngoài khoảng thường gặp, ví dụ sinh năm {found} trong khi thường là {from}–{to}. Có thể cột Lớp còn của năm học khác: kiểm tra năm học, lớp và ngày sinh.',
      en: '{count} of {filled} birth dates are unusual: one is of {found}, usual are {from}–{to}. The classes may be of another school year: check year, classes and birth dates.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupil({}),
        pupil({ birthDate: '12/03/2007', citizenId: '001307000123' }),
        pupil({ className: 'Mầm 1', birthDate: '01/08/2026', citizenId: '001326000123' }),
        pupil({ className: 'GDTX 12A', birthDate: '12/03/1985', citizenId: '001185000123' }),
        teacher({}),
      ],
      fail: [
        pupil({ birthDate: '12/03/2016' }),
        pupil({ className: 'Hoa Sen', birthDate: '12/03/1990' }),
        pupil({ className: 'Mầm 1', birthDate: '01/11/2026' }),
        teacher({ birthDate: '20/10/2012' }),
        teacher({ birthDate: '20/10/1940' }),
      ],
    },
  },
  'birth-date.in-future': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'birthDate',
    citation: CITATION.fiveFields,
    title: { vi: 'Ngày sinh ở tương lai', en: 'Birth date in the future' },
    message: {
      vi: 'Ngày sinh “{value}” chưa tới. Đối chiếu giấy khai sinh rồi nhập lại.',
      en: 'The birth date “{value}” is still to come. Compare with the birth certificate and type it again.',
    },
    columnMessage: {
      vi: '{count}/{filled} ngày sinh của cột chưa tới, ví dụ “{value}”. Kiểm tra ngày của máy tính và cột Ngày sinh.',
      en: '{count} of {filled} birth dates are still to come, such as “{value}”. Check the day of the computer and the column of birth dates.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({ className: 'Mầm 1', birthDate: '01/08/2026' })],
      fail: [pupil({ birthDate: '23/11/2026' }), pupil({ birthDate: '2027' }), pupil({ birthDate: '12/03/2110' })],
    },
  },
});
