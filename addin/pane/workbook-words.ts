import type { Message } from '../../rules/messages.ts';

/** The pane's sentences about the workbook in front: its campaign, its age, rows whose identity is torn. */
export const WORKBOOK_WORDS = {
  campaign: { vi: 'Đợt: {name}', en: 'Campaign: {name}' },
  campaignPart: { vi: 'Hạn {part}: {deadline} ({left})', en: '{part}: {deadline} ({left})' },
  campaignGone: {
    vi: 'Đợt của sổ này không còn trên máy chủ; các dòng vẫn gửi được.',
    en: 'The campaign of this workbook is no longer on the server; its rows can still be sent.',
  },
  pushOutdated: {
    vi: 'Sổ theo mẫu phiên bản {version}, mẫu nay là {current}. Các dòng đã được nhận; đợt sau tải sổ mới từ máy chủ: dòng đã gửi có sẵn trong đó.',
    en: 'The workbook is of template version {version}, the present one is {current}. The rows were taken; for the next campaign download a new workbook: rows that were sent come in it.',
  },
  headingNamesOther: {
    vi: 'Tiêu đề của sổ ghi mã đơn vị {code}. Nếu không phải trường mình, đừng gửi: mở đúng sổ của trường mình.',
    en: 'The workbook’s heading names unit {code}. If that is not your school, do not send: open your own workbook.',
  },
  tornAsk: {
    vi: 'Dòng {rows}: họ tên, ngày sinh và số định danh đều khác lần gửi trước. Nay là người khác?',
    en: 'Row {rows}: name, birth date and number all differ from what was last sent. Is it somebody else now?',
  },
  tornMore: { vi: '{rows} và {count} dòng nữa', en: '{rows} and {count} more' },
  tornMoved: {
    vi: '{count} dòng mang dữ liệu của người ở dòng khác: có thể chỉ một số cột được sắp xếp hoặc chép đè. Nếu không cố ý: hoàn tác (Ctrl+Z), sắp xếp cả bảng, rồi xem trước lại.',
    en: '{count} rows hold the person of another row: perhaps only some columns were sorted or pasted over. If that was not meant: undo it (Ctrl+Z), sort the whole table, then preview again.',
  },
  tornShow: { vi: 'Xem dòng {row}', en: 'Show row {row}' },
  tornNew: { vi: 'Người mới', en: 'New people' },
  tornSame: { vi: 'Vẫn người cũ', en: 'The same people' },
  tornMeaning: {
    vi: 'Người mới: dòng được gửi như người chưa gửi bao giờ, kết quả của người cũ được gỡ khỏi dòng. Vẫn người cũ: gửi như đã sửa dữ liệu của người đó.',
    en: 'New people: the rows go as if never sent, and the former person’s results leave them. The same people: they go as corrections.',
  },
  tornSettled: { vi: 'Đã ghi nhận cho {count} dòng.', en: 'Noted for {count} rows.' },
} as const satisfies Record<string, Message>;
