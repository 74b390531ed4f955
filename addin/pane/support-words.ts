import type { Message } from '../../rules/messages.ts';

/** Asking for help by e-mail. */
export const SUPPORT_WORDS = {
  ask: { vi: 'Gửi hỗ trợ', en: 'Ask for help' },
  intro: {
    vi: 'Soạn sẵn một thư điện tử theo đúng cách công văn yêu cầu. Không có dữ liệu nào của học sinh, cán bộ trong thư.',
    en: 'Prepares an e-mail the way the circular asks for. Nothing about any pupil or member of staff is in it.',
  },
  school: { vi: 'Tên trường', en: 'School' },
  schoolCode: { vi: 'Mã trường', en: 'School code' },
  person: { vi: 'Họ và tên của bạn', en: 'Your own name' },
  phone: { vi: 'Số điện thoại liên hệ', en: 'Your telephone number' },
  missing: { vi: 'Điền đủ cả bốn ô.', en: 'Fill in all four.' },
  open: { vi: 'Mở thư trong chương trình thư', en: 'Open it in the mail program' },
  noAddress: {
    vi: 'Máy chủ chưa ghi địa chỉ nhận. Điền địa chỉ hỗ trợ của Sở hoặc của người vận hành.',
    en: 'The server names no address. Fill in that of your department or of the operator.',
  },
  toAddress: { vi: 'Gửi tới: {address}', en: 'To: {address}' },
  byHand: {
    vi: 'Máy không có chương trình thư? Chép chủ đề và nội dung dưới đây.',
    en: 'No mail program? Copy the subject and the text below.',
  },
  subject: { vi: 'Chủ đề', en: 'Subject' },
  text: { vi: 'Nội dung', en: 'Text' },
  bodyAsk: { vi: 'Nội dung cần hỗ trợ:', en: 'What I need help with:' },
  bodyWarn: {
    vi: '(Đừng ghi họ tên, số định danh, ngày sinh của ai; chỉ ghi số dòng.)',
    en: '(Write nobody’s name, number or birth date here; row numbers only.)',
  },
} as const satisfies Record<string, Message>;
