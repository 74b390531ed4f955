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
} as const satisfies Record<string, Message>;
