import type { Message } from '../../rules/messages.ts';

/** One's own account: where it is signed in, and ending that. */
export const ACCOUNT_WORDS = {
  account: { vi: 'Tài khoản', en: 'Account' },
  sessions: { vi: 'Những lần đăng nhập còn hiệu lực', en: 'Sign-ins still in force' },
  sessionsWhy: {
    vi: 'Thấy lần nào không phải của mình thì kết thúc lần ấy, rồi nhờ người vận hành đặt lại mật khẩu.',
    en: 'If one of them is not yours, end it and ask the operator to reset your password.',
  },
  openedAt: { vi: 'Đăng nhập lúc {time}', en: 'Signed in at {time}' },
  thisOne: { vi: 'lần này', en: 'this one' },
  byPassword: { vi: 'bằng mật khẩu', en: 'with a password' },
  byProvider: { vi: 'qua dịch vụ đăng nhập chung', en: 'through the shared sign-in service' },
  usedAt: { vi: 'dùng gần nhất {time}', en: 'last used {time}' },
  end: { vi: 'Kết thúc', en: 'End' },
  endOf: { vi: 'Kết thúc lần đăng nhập lúc {time}', en: 'End the sign-in at {time}' },
  ended: { vi: 'Đã kết thúc lần đăng nhập lúc {time}.', en: 'The sign-in at {time} has ended.' },
  noOther: { vi: 'Không có lần nào khác ngoài lần này.', en: 'There is none but this one.' },
  loading: { vi: 'Đang xem các lần đăng nhập…', en: 'Looking up the sign-ins…' },
  ending: { vi: 'Đang kết thúc…', en: 'Ending…' },
  load: { vi: 'Xem các lần đăng nhập', en: 'Show the sign-ins' },
  endAll: { vi: 'Đăng xuất khỏi mọi nơi, cả ở đây', en: 'Sign out everywhere, here too' },
  endedAll: { vi: 'Đã đăng xuất khỏi mọi nơi.', en: 'Signed out everywhere.' },
} as const satisfies Record<string, Message>;
