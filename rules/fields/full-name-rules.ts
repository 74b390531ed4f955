import { CITATION } from '../citations.ts';
import { pupil, teacher } from '../example-rows.ts';
import { defineRules } from '../rule.ts';

export const FULL_NAME_RULES = defineRules({
  'full-name.missing': {
    severity: 'error',
    effect: 'stays',
    field: 'fullName',
    citation: CITATION.fiveFields,
    title: { vi: 'Thiếu họ tên', en: 'Name is missing' },
    message: {
      vi: 'Ô Họ và tên còn trống nên dòng này chưa gửi được. Nhập họ tên theo giấy khai sinh.',
      en: 'The name is blank, so this row cannot be sent. Enter the name from the birth certificate.',
    },
    columnMessage: {
      vi: '{count}/{filled} dòng chưa có họ tên nên chưa gửi được. Kiểm tra cột Họ và tên có bị xóa hoặc dán lệch không.',
      en: '{count} of {filled} rows have no name and cannot be sent. See whether the column of names was cleared or pasted off its rows.',
    },
    fix: 'none',
    examples: { pass: [pupil({})], fail: [pupil({ fullName: null }), teacher({ fullName: '\u00a0' })] },
  },
  'full-name.not-a-name': {
    severity: 'error',
    effect: 'none',
    field: 'fullName',
    citation: CITATION.nameText,
    title: { vi: 'Họ tên có chữ số hoặc ký hiệu', en: 'Digits or symbols in the name' },
    message: {
      vi: '“{value}” có “{found}”, không phải chữ cái. Họ tên chỉ gồm chữ cái, dấu cách, dấu ’ và gạch nối: ghi đúng theo giấy khai sinh, chuyển phần ghi chú sang cột Ghi chú.',
      en: '“{value}” has “{found}”, which is no letter. A name has letters, spaces, apostrophes and hyphens: write it as on the birth certificate and move remarks to the note column.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột có ký tự không dùng trong họ tên, ví dụ “{value}”. Kiểm tra cột này có đúng là họ tên không.',
      en: '{count} of {filled} cells have characters that no name has, such as “{value}”. Make sure that this column holds names.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), pupil({ fullName: "H'Hen Niê" }), pupil({ fullName: 'Trần Lê-Anna' })],
      fail: [
        pupil({ fullName: 'Nguyễn Thị Mai 2' }),
        pupil({ fullName: 'Nguyễn Thị Mai (B)' }),
        pupil({ fullName: 12345 }),
        pupil({ fullName: '---' }),
      ],
    },
  },
  'full-name.legacy-font': {
    severity: 'error',
    effect: 'none',
    field: 'fullName',
    citation: CITATION.nameText,
    title: { vi: 'Họ tên gõ bằng phông chữ cũ', en: 'Name typed for a legacy font' },
    message: {
      vi: '“{value}” được gõ bằng bảng mã TCVN3 hoặc VNI. Đọc theo Unicode là “{expected}”; xem lại rồi xác nhận.',
      en: '“{value}” is in the TCVN3 or VNI encoding. In Unicode it reads “{expected}”; look at it, then confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} họ tên của cột gõ bằng bảng mã TCVN3 hoặc VNI, ví dụ “{value}” là “{expected}”. Xem lại rồi đổi cả cột sang Unicode.',
      en: '{count} of {filled} names are in the TCVN3 or VNI encoding; “{value}” is “{expected}”. Look at them, then turn the whole column into Unicode.',
    },
    fix: 'ask',
    examples: {
      pass: [pupil({}), pupil({ fullName: 'Ðỗ Văn Ðạt' }), pupil({ fullName: 'François Dupont', nationality: 'Pháp' })],
      fail: [
        pupil({ fullName: 'NguyÔn V¨n §øc' }, 'Nguyễn Văn Đức'),
        pupil({ fullName: 'Traàn Thò Haèng' }, 'Trần Thị Hằng'),
      ],
    },
  },
  'full-name.lookalike-letter': {
    severity: 'note',
    effect: 'none',
    field: 'fullName',
    citation: CITATION.nameText,
    title: { vi: 'Chữ cái giống nhau nhưng khác mã', en: 'Look-alike letter' },
    message: {
      vi: '“{value}” có chữ trông giống chữ Việt nhưng là chữ khác (ví dụ Ð thay cho Đ). Thay bằng chữ đúng, nhìn vẫn như cũ: “{expected}”.',
      en: '“{value}” has a letter that looks Vietnamese and is another (such as Ð for Đ). Put the right one in; it looks the same: “{expected}”.',
    },
    columnMessage: {
      vi: '{count}/{filled} họ tên của cột có chữ trông giống chữ Việt nhưng là chữ khác (ví dụ Ð thay cho Đ). Có thể thay cho cả cột, nhìn vẫn như cũ.',
      en: '{count} of {filled} names have letters that look Vietnamese and are others (such as Ð for Đ). They can be replaced in the whole column and look the same.',
    },
    fix: 'safe',
    bulkFix: { vi: 'Thay chữ cái sai mã trong {count} họ tên', en: 'Replace look-alike letters in {count} names' },
    examples: {
      pass: [pupil({ fullName: 'Đỗ Văn Đạt' })],
      fail: [
        pupil({ fullName: '\u00d0ỗ Văn \u00d0ạt' }, 'Đỗ Văn Đạt'),
        pupil({ fullName: 'Lê Th\u1ecb \u041ca\u0456' }, 'Lê Thị Mai'),
      ],
    },
  },
  'full-name.unicode-form': {
    severity: 'note',
    effect: 'none',
    field: 'fullName',
    citation: CITATION.nameText,
    title: { vi: 'Họ tên có ký tự ẩn hoặc dấu rời', en: 'Hidden characters or loose marks' },
    message: {
      vi: '“{value}” có dấu thanh rời (Unicode tổ hợp) hoặc ký tự ẩn nên máy coi là tên khác. Chuyển về Unicode dựng sẵn, nhìn vẫn như cũ.',
      en: '“{value}” has loose tone marks (decomposed Unicode) or hidden characters, so computers take it for another name. Composed, it looks the same.',
    },
    columnMessage: {
      vi: '{count}/{filled} họ tên của cột có dấu thanh rời (Unicode tổ hợp) hoặc ký tự ẩn. Có thể chuyển cả cột về Unicode dựng sẵn, nhìn vẫn như cũ.',
      en: '{count} of {filled} names have loose tone marks (decomposed Unicode) or hidden characters. The whole column can be composed; it looks the same.',
    },
    fix: 'safe',
    bulkFix: {
      vi: 'Bỏ ký tự ẩn, ghép dấu rời trong {count} họ tên',
      en: 'Take hidden characters out of {count} names',
    },
    examples: {
      pass: [pupil({})],
      fail: [
        pupil({ fullName: 'Nguyễn Thị Mai'.normalize('NFD') }, 'Nguyễn Thị Mai'),
        pupil({ fullName: 'Nguyễn\u200b Thị Mai' }, 'Nguyễn Thị Mai'),
        pupil({ fullName: 'Nguyễn\u00a0Thị Mai' }, 'Nguyễn Thị Mai'),
      ],
    },
  },
  'full-name.spacing': {
    severity: 'note',
    effect: 'none',
    field: 'fullName',
    citation: CITATION.nameText,
    title: { vi: 'Họ tên thừa dấu cách', en: 'Spare spaces in the name' },
    message: {
      vi: '“{value}” có dấu cách thừa. Bỏ đi sẽ được “{expected}”.',
      en: '“{value}” has spare spaces. Without them it is “{expected}”.',
    },
    columnMessage: {
      vi: '{count}/{filled} họ tên của cột có dấu cách thừa. Có thể bỏ cho cả cột.',
      en: '{count} of {filled} names have spare spaces. They can be taken out of the whole column.',
    },
    fix: 'safe',
    bulkFix: { vi: 'Bỏ dấu cách thừa trong {count} họ tên', en: 'Take spare spaces out of {count} names' },
    examples: {
      pass: [pupil({})],
      fail: [
        pupil({ fullName: ' Nguyễn  Thị Mai ' }, 'Nguyễn Thị Mai'),
        pupil({ fullName: 'Nguyễn Thị Mai ' }, 'Nguyễn Thị Mai'),
      ],
    },
  },
  'full-name.capitals': {
    severity: 'note',
    effect: 'none',
    field: 'fullName',
    citation: CITATION.nameText,
    title: { vi: 'Chữ hoa trong họ tên', en: 'Capitals in the name' },
    message: {
      vi: '“{value}” viết hoa khác thường. Viết hoa chữ đầu mỗi tiếng sẽ được “{expected}”.',
      en: '“{value}” has unusual capitals. With a capital for each part it is “{expected}”.',
    },
    columnMessage: {
      vi: '{count}/{filled} họ tên của cột viết hoa như trên thẻ, ví dụ “{value}”. Việc xác thực không bị ảnh hưởng; nếu muốn, đổi cả cột thành dạng “{expected}”.',
      en: '{count} of {filled} names are in capitals as cards print them, such as “{value}”. Verification does not mind; if you like, change the column to “{expected}”.',
    },
    fix: 'ask',
    examples: {
      pass: [
        pupil({}),
        pupil({ fullName: "Y Blơ M'Nông", ethnicity: 'Mnông' }),
        pupil({ fullName: "Đạ M'ri", ethnicity: 'Mạ' }),
        pupil({ fullName: 'Ronald McDonald', nationality: 'Hoa Kỳ' }),
      ],
      fail: [
        pupil({ fullName: 'NGUYỄN THỊ MAI' }, 'Nguyễn Thị Mai'),
        pupil({ fullName: 'nguyễn thị mai' }, 'Nguyễn Thị Mai'),
        pupil({ fullName: "H'HEN NIÊ" }, "H'Hen Niê"),
        pupil({ fullName: 'NGuyễn Thị mai' }, 'Nguyễn Thị Mai'),
        pupil({ fullName: 'nguyễn thị \u1f70n' }, 'Nguyễn Thị Àn'),
      ],
    },
  },
  'full-name.single-word': {
    severity: 'note',
    effect: 'none',
    field: 'fullName',
    citation: CITATION.fiveFields,
    title: { vi: 'Họ tên chỉ có một chữ', en: 'Name of one word' },
    message: {
      vi: '“{value}” chỉ có một chữ. Ghi đủ họ, chữ đệm và tên như giấy khai sinh.',
      en: '“{value}” is a single word. Write family name, middle name and given name as on the birth certificate.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột chỉ có một chữ, ví dụ “{value}”. Có thể họ đệm nằm ở cột khác: ghép lại thành họ và tên đầy đủ.',
      en: '{count} of {filled} cells have one word only, such as “{value}”. The family names may stand in another column: join them to full names.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupil({}),
        pupil({ fullName: 'Thào', ethnicity: 'Mông' }),
        pupil({ fullName: 'Anna', nationality: 'Pháp' }),
      ],
      fail: [pupil({ fullName: 'Mai' })],
    },
  },
  'full-name.too-long': {
    severity: 'error',
    effect: 'none',
    field: 'fullName',
    citation: CITATION.nameLimit,
    title: { vi: 'Họ tên quá dài', en: 'Name too long' },
    message: {
      vi: 'Họ tên dài {count} ký tự; hệ thống dân cư nhận tối đa 100. Bỏ phần không phải họ tên.',
      en: 'The name has {count} characters; the population system takes 100 at most. Remove what is not part of the name.',
    },
    fix: 'none',
    examples: { pass: [pupil({})], fail: [pupil({ fullName: `Nguyễn ${'An '.repeat(32)}Bình` })] },
  },
});
