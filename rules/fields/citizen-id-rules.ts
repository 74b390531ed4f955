import { CITATION } from '../citations.ts';
import { pupil, pupils, teacher } from '../example-rows.ts';
import { defineRules } from '../rule.ts';

/** Decree 137/2015/NĐ-CP came into force with the law on citizen identification. */
const SINCE_2016 = { year: 2016, month: 1, day: 1 };

export const CITIZEN_ID_RULES = defineRules({
  'citizen-id.missing': {
    severity: 'query',
    effect: 'unverifiable',
    field: 'citizenId',
    citation: CITATION.notice,
    title: { vi: 'Chưa có số định danh cá nhân', en: 'No citizen number' },
    message: {
      vi: 'Ô số định danh còn trống và chưa ghi tình trạng. Nhập số gồm 12 chữ số theo giấy khai sinh, thẻ căn cước hoặc giấy thông báo của công an; nếu chưa có, chọn lý do ở cột Tình trạng số định danh.',
      en: 'The citizen number is blank and no status is given. Enter the 12 digits from the birth certificate, the card or the police notice; if there is none yet, choose the reason in the status column.',
    },
    columnMessage: {
      vi: '{count}/{filled} dòng chưa có số định danh và chưa ghi tình trạng. Nhập số theo giấy khai sinh, thẻ căn cước hoặc giấy thông báo của công an; ai chưa có số thì chọn lý do ở cột Tình trạng số định danh.',
      en: '{count} of {filled} rows have no citizen number and no status. Enter the numbers from birth certificates, cards or police notices; for those who have none yet, choose the reason in the status column.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupil({}),
        pupil({ citizenId: null, citizenIdStatus: 'Đang chờ cấp số mới' }),
        pupil({ citizenId: null, nationality: 'Lào', passport: 'PA0000123' }),
        pupil({ citizenId: null, passport: 'HN23AB000123' }),
      ],
      fail: [
        pupil({ citizenId: null }),
        pupil({ citizenId: '  ', citizenIdStatus: 'Có số' }),
        teacher({ citizenId: null, passport: 'C0000123' }),
      ],
    },
  },
  'citizen-id.not-12-digits': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    from: SINCE_2016,
    title: { vi: 'Số định danh không đủ 12 chữ số', en: 'Citizen number is not 12 digits' },
    message: {
      vi: '“{value}” có {digits} chữ số; số định danh cá nhân gồm đúng 12 chữ số. Đối chiếu với giấy tờ rồi nhập lại.',
      en: '“{value}” has {digits} digits; a citizen number has exactly 12. Compare with the paper and type it again.',
    },
    columnMessage: {
      vi: '{count}/{filled} số của cột không đủ 12 chữ số, ví dụ “{value}” có {digits} chữ số. Kiểm tra cột này có đúng là số định danh cá nhân không, rồi nhập lại theo giấy tờ.',
      en: '{count} of {filled} numbers are not 12 digits: “{value}” has {digits}. Make sure that this column holds citizen numbers, then type them again from the papers.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({})],
      fail: [
        pupil({ citizenId: '00231600004' }),
        pupil({ citizenId: '0013100001234' }),
        pupil({ citizenId: 'chưa có' }),
        pupil({ citizenId: '00131000012X' }),
        pupil({ citizenId: true }),
        teacher({ citizenId: '12345' }),
      ],
    },
  },
  'citizen-id.separators': {
    severity: 'note',
    effect: 'none',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    title: { vi: 'Số định danh có dấu ngăn cách', en: 'Separators inside the citizen number' },
    message: {
      vi: '“{value}” có dấu cách, chấm hoặc gạch giữa các chữ số. Bỏ dấu sẽ được {expected}.',
      en: '“{value}” has spaces, dots or hyphens between the digits. Without them it is {expected}.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột có dấu cách, chấm hoặc gạch giữa các chữ số, ví dụ “{value}”. Có thể bỏ dấu cho cả cột.',
      en: '{count} of {filled} cells have spaces, dots or hyphens between the digits, such as “{value}”. They can be taken out for the whole column.',
    },
    fix: 'safe',
    bulkFix: { vi: 'Bỏ dấu ngăn cách trong {count} số', en: 'Take the separators out of {count} numbers' },
    examples: {
      pass: [pupil({})],
      fail: [
        pupil({ citizenId: '001 310 000 123' }, '001310000123'),
        pupil({ citizenId: '001.310.000.123' }, '001310000123'),
        pupil({ citizenId: "'001310000123" }, '001310000123'),
        pupil({ citizenId: '\u00a0001310-000123\u200b' }, '001310000123'),
      ],
    },
  },
  'citizen-id.letters-for-digits': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    title: { vi: 'Chữ cái lẫn trong số định danh', en: 'Letters in place of digits' },
    message: {
      vi: '“{value}” có chữ O hoặc I, l thay cho số 0 và 1. Đọc thành {expected} thì khớp giới tính và năm sinh; xác nhận để sửa.',
      en: '“{value}” has O or I, l in place of 0 and 1. Read as {expected} it agrees with sex and birth year; confirm to correct it.',
    },
    columnMessage: {
      vi: '{count}/{filled} số định danh của cột có chữ O hoặc I, l thay cho số 0 và 1, ví dụ “{value}” là {expected}. Xem lại rồi sửa cho cả cột.',
      en: '{count} of {filled} citizen numbers have O or I, l in place of 0 and 1; “{value}” is {expected}. Look at them, then correct the whole column.',
    },
    fix: 'ask',
    examples: {
      pass: [pupil({}), pupil({ citizenId: 'OO13100OO123', sex: 'Nam' })],
      fail: [
        pupil({ citizenId: '0O13lOOOO123' }, '001310000123'),
        pupil({ citizenId: '0O1308OOOO55', birthDate: '12/03/2008', className: '12A' }, '001308000055'),
      ],
    },
  },
  'citizen-id.leading-zero-lost': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    title: { vi: 'Số định danh mất số 0 ở đầu', en: 'Leading zero lost' },
    message: {
      vi: '“{value}” thiếu số 0 ở đầu (Excel bỏ số 0 khi ô là dạng số). Thêm lại sẽ được {expected}; đối chiếu rồi xác nhận.',
      en: '“{value}” lacks the zeros at its start (Excel drops them in number cells). With them it is {expected}; compare, then confirm.',
    },
    safeMessage: {
      vi: '“{value}” mất số 0 ở đầu vì ô là dạng số. Thêm lại được {expected}, khớp cả giới tính và năm sinh.',
      en: '“{value}” lost the zeros at its start because the cell is a number. With them it is {expected}, in agreement with sex and birth year.',
    },
    columnMessage: {
      vi: '{count}/{filled} số định danh của cột mất số 0 ở đầu vì ô ở dạng số, ví dụ “{value}” là {expected}. Có thể thêm lại cho cả cột.',
      en: '{count} of {filled} citizen numbers lost their leading zeros because the cells are numbers; “{value}” is {expected}. They can be restored for the whole column.',
    },
    fix: 'ask',
    bulkFix: { vi: 'Sửa {count} số mất số 0', en: 'Mend {count} numbers that lost their zero' },
    examples: {
      pass: [pupil({}), pupil({ citizenId: '00231600004' })],
      fail: [
        pupil({ citizenId: 1310000123 }, '001310000123'),
        pupil({ citizenId: '1310000123' }, '001310000123'),
        pupil({ citizenId: '01310000123' }, '001310000123'),
        pupil({ citizenId: 79308000022, birthDate: '12/03/2008', className: '12A' }, '079308000022'),
        teacher({ citizenId: 34084000124 }, '034084000124'),
      ],
    },
  },
  'citizen-id.digits-lost': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    title: { vi: 'Số định danh bị rút gọn, mất chữ số', en: 'Digits lost in scientific form' },
    message: {
      vi: '“{value}” là số đã bị rút gọn thành dạng mũ, các chữ số sau đã mất. Nhập lại đủ 12 chữ số theo giấy tờ.',
      en: '“{value}” was shortened to scientific form and its last digits are gone. Type all 12 digits again from the paper.',
    },
    columnMessage: {
      vi: '{count}/{filled} số của cột đã bị rút gọn thành dạng mũ, ví dụ “{value}”: các chữ số sau đã mất. Lấy lại số từ tệp gốc (cột ở dạng văn bản), hoặc nhập lại theo giấy tờ.',
      en: '{count} of {filled} numbers were shortened to scientific form, such as “{value}”: their last digits are gone. Take them again from the original file (as a text column), or type them from the papers.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({})],
      fail: [pupil({ citizenId: '7.9308E+10' }), pupil({ citizenId: '1,23E+11' })],
    },
  },
  'citizen-id.dummy': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    title: { vi: 'Số định danh giả', en: 'Placeholder number' },
    message: {
      vi: '“{value}” không phải số của người nào. Nhập số thật; nếu chưa có, để trống và chọn lý do ở cột Tình trạng số định danh.',
      en: '“{value}” is nobody’s number. Enter the real one; if there is none, leave the cell blank and choose the reason in the status column.',
    },
    columnMessage: {
      vi: '{count}/{filled} số của cột không phải số của người nào, ví dụ “{value}”. Nhập số thật; nếu chưa có, để trống và chọn lý do ở cột Tình trạng số định danh.',
      en: '{count} of {filled} numbers are nobody’s, such as “{value}”. Enter the real ones; where there is none, leave the cell blank and choose the reason in the status column.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({})],
      fail: [
        pupil({ citizenId: '000000000000' }),
        pupil({ citizenId: '123456789012' }),
        pupil({ citizenId: '111111111111' }),
        pupil({ citizenId: '000310000123' }),
        pupil({ citizenId: '0' }),
      ],
    },
  },
  'citizen-id.old-9-digit': {
    severity: 'query',
    effect: 'unverifiable',
    field: 'citizenId',
    citation: CITATION.oldNumber,
    from: { year: 2025, month: 1, day: 1 },
    title: { vi: 'Số CMND 9 chữ số', en: 'Old nine-digit number' },
    message: {
      vi: '“{value}” là dạng số CMND 9 chữ số (còn 8 nếu mất số 0 đầu), hết giá trị từ 01/01/2025 và không cấp cho người dưới 14 tuổi. Thay bằng số định danh 12 chữ số trên thẻ căn cước hoặc VNeID.',
      en: '“{value}” has the form of the nine-digit card number (eight once its leading zero is lost), out of force since 1/1/2025 and never issued to anyone under 14. Replace it with the 12 digits of the card or VNeID.',
    },
    columnMessage: {
      vi: '{count}/{filled} số của cột là dạng CMND 9 chữ số, ví dụ “{value}”, hết giá trị từ 01/01/2025. Thay bằng số định danh 12 chữ số trên thẻ căn cước hoặc VNeID.',
      en: '{count} of {filled} numbers have the form of the nine-digit card number, such as “{value}”, out of force since 1/1/2025. Replace them with the 12 digits of the card or VNeID.',
    },
    fix: 'none',
    examples: {
      pass: [teacher({}), { ...teacher({ citizenId: '012000123' }), today: { year: 2024, month: 12, day: 31 } }],
      fail: [teacher({ citizenId: '012000123' }), pupil({ citizenId: '012000123' }), teacher({ citizenId: 12000123 })],
    },
  },
  'citizen-id.unknown-place': {
    severity: 'query',
    effect: 'none',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    from: SINCE_2016,
    title: { vi: 'Mã nơi đăng ký khai sinh lạ', en: 'Unknown place of registration' },
    message: {
      vi: 'Ba số đầu “{found}” không thuộc 63 tỉnh, thành phố. Đúng nếu khai sinh ở nước ngoài; nếu không, đối chiếu lại giấy tờ.',
      en: 'The first three digits “{found}” are none of the 63 provinces. Right if the birth was registered abroad; otherwise compare with the paper.',
    },
    columnMessage: {
      vi: '{count}/{filled} số của cột có ba số đầu không thuộc 63 tỉnh, thành phố, ví dụ “{found}”. Kiểm tra cột này có đúng là số định danh cá nhân không.',
      en: '{count} of {filled} numbers begin with three digits that are none of the 63 provinces, such as “{found}”. Make sure that this column holds citizen numbers.',
    },
    fix: 'none',
    examples: { pass: [pupil({})], fail: [pupil({ citizenId: '003310000123' }), pupil({ citizenId: 523310000123 })] },
  },
  'citizen-id.sex-disagrees': {
    severity: 'query',
    effect: 'none',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    from: SINCE_2016,
    title: { vi: 'Số định danh khác giới tính', en: 'Number and sex disagree' },
    message: {
      vi: 'Chữ số thứ 4 của số định danh cho biết {expected}, cột Giới tính ghi {found}. Đối chiếu cả hai với giấy tờ; có người mang số sai cấu trúc, khi đó giữ nguyên và xác nhận.',
      en: 'The 4th digit says {expected}, the sex column {found}. Compare both with the paper; some people hold a number of wrong structure: then keep it and confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} số định danh khác giới tính của dòng. Có thể cột Giới tính ghi ngược, hoặc một trong hai cột bị dán lệch: đối chiếu vài dòng với giấy tờ trước khi gửi.',
      en: '{count} of {filled} citizen numbers disagree with the sex of their row. The sexes may be the wrong way round, or one column may be pasted off its rows: compare some rows with the papers before sending.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), teacher({}), pupil({ sex: null })],
      fail: [pupil({ sex: 'Nam' }), pupil({ citizenId: '001210000123' }), teacher({ citizenId: '034184000124' })],
    },
  },
  'citizen-id.birth-year-disagrees': {
    severity: 'query',
    effect: 'none',
    field: 'citizenId',
    judges: ['birthDate'],
    citation: CITATION.numberStructure,
    from: SINCE_2016,
    title: { vi: 'Số định danh khác năm sinh', en: 'Number and birth year disagree' },
    message: {
      vi: 'Chữ số thứ 4 đến 6 của số định danh cho biết năm sinh {expected}, cột Ngày sinh ghi {found}. Đối chiếu cả hai với giấy tờ; nếu giấy tờ đúng như vậy thì giữ nguyên và xác nhận.',
      en: 'Digits 4 to 6 say the year {expected}, the birth date {found}. Compare both with the paper; if it really says so, keep them and confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} số định danh khác năm sinh của dòng, ví dụ số ghi {expected}, cột Ngày sinh ghi {found}. Có thể một trong hai cột bị dán lệch hoặc là của danh sách khác: đối chiếu vài dòng với giấy tờ trước khi gửi.',
      en: '{count} of {filled} citizen numbers disagree with the birth year of their row: one says {expected}, the birth date {found}. One of the columns may be pasted off its rows or be of another list: compare some rows with the papers before sending.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), pupil({ birthDate: '2010' })],
      fail: [pupil({ birthDate: '12/03/2009' }), teacher({ birthDate: '1985' })],
    },
  },
  'citizen-id.adult-number': {
    severity: 'query',
    effect: 'none',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    from: SINCE_2016,
    title: { vi: 'Số định danh của người lớn', en: 'An adult’s number' },
    message: {
      vi: 'Số này là của người sinh năm {found}: có thể là số của cha, mẹ hoặc giáo viên. Nhập số của chính học sinh.',
      en: 'This number belongs to somebody born in {found}: perhaps a parent’s or a teacher’s. Enter the pupil’s own.',
    },
    columnMessage: {
      vi: '{count}/{filled} số của cột là của người lớn, ví dụ người sinh năm {found}: có thể đây là số của cha, mẹ. Thay bằng số của chính học sinh.',
      en: '{count} of {filled} numbers belong to adults, such as somebody born in {found}: these may be the parents’. Replace them with the pupils’ own.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupil({}),
        teacher({}),
        pupil({ citizenId: '001185000123', birthDate: '12/03/1985', className: 'GDTX 12A' }),
      ],
      fail: [pupil({ citizenId: '001185000123' })],
    },
  },
  'citizen-id.duplicate': {
    severity: 'error',
    effect: 'unverifiable',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    title: { vi: 'Trùng số định danh trong danh sách', en: 'Citizen number occurs twice' },
    message: {
      vi: 'Số {value} cũng có ở dòng {rows}. Mỗi người một số riêng: đối chiếu giấy tờ của các dòng này, sửa số sai hoặc bỏ dòng thừa.',
      en: 'The number {value} also stands in row {rows}. A number belongs to one person: compare the papers, correct the wrong one or remove the spare row.',
    },
    fix: 'none',
    examples: {
      pass: [pupils([{}, {}])],
      fail: [
        pupils([{ citizenId: '001310000123' }, { citizenId: '001310000123' }]),
        pupils([{ citizenId: '001310000123' }, {}, { citizenId: '001.310.000.123' }]),
        pupils([{ citizenId: '001310000123' }, { citizenId: '001310000123', studentStatus: 'Chuyển đi kỳ 1' }]),
      ],
    },
  },
  'citizen-id.swapped-with-neighbour': {
    severity: 'query',
    effect: 'none',
    field: 'citizenId',
    citation: CITATION.numberStructure,
    from: SINCE_2016,
    title: { vi: 'Số định danh đảo với dòng kề', en: 'Numbers swapped with the next row' },
    message: {
      vi: 'Số ở dòng này khớp giới tính và năm sinh của dòng {rows}, và ngược lại. Có thể hai số bị đảo: đối chiếu rồi đổi chỗ.',
      en: 'The number here fits sex and birth year of row {rows}, and the reverse. The two may be swapped: compare, then exchange them.',
    },
    fix: 'ask',
    examples: {
      pass: [pupils([{ sex: 'Nam' }, {}])],
      fail: [
        pupils(
          [
            { citizenId: '001209000124', className: '11A' },
            { citizenId: '001310000123', sex: 'Nam', birthDate: '05/09/2009' },
          ],
          '001310000123',
        ),
      ],
    },
  },
  'citizen-id.not-for-foreigner': {
    severity: 'query',
    effect: 'none',
    field: 'citizenId',
    judges: ['nationality'],
    citation: CITATION.passport,
    title: { vi: 'Người nước ngoài có số định danh', en: 'Citizen number for a foreigner' },
    message: {
      vi: 'Quốc tịch là {found} nhưng có số định danh của công dân Việt Nam. Nếu đúng là người nước ngoài, nhập số hộ chiếu; nếu là người Việt Nam, sửa cột Quốc tịch.',
      en: 'The nationality is {found}, yet a Vietnamese citizen number is given. For a foreigner enter the passport; for a Vietnamese correct the nationality.',
    },
    columnMessage: {
      vi: '{count}/{filled} dòng có số định danh nhưng quốc tịch không phải Việt Nam, ví dụ {found}. Kiểm tra lại cột Quốc tịch.',
      en: '{count} of {filled} rows have a citizen number and a nationality other than Vietnamese, such as {found}. Check the column of nationalities.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), pupil({ nationality: 'Lào', citizenId: null, passport: 'PA0000123' })],
      fail: [pupil({ nationality: 'Lào', passport: 'PA0000123' })],
    },
  },
});
