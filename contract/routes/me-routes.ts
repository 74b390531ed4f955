import type { RouteDeclaration } from '../route-declaration.ts';
import { Account, PasswordChangeRequest } from '../schemas/session.ts';

/** The signed-in account itself. */
export const ME_ROUTES = {
  getMe: {
    method: 'GET',
    path: '/api/v1/me',
    permission: 'signed-in',
    whilePasswordIsOneTime: true,
    summary: { vi: 'Tài khoản đang đăng nhập', en: 'The signed-in account' },
    answer: { status: 200, schema: Account },
    problems: [],
  },
  changePassword: {
    method: 'POST',
    path: '/api/v1/me/password',
    permission: 'signed-in',
    whilePasswordIsOneTime: true,
    summary: {
      vi: 'Đổi mật khẩu; các phiên khác của tài khoản bị thu hồi',
      en: 'Change the password; the account’s other sessions are revoked',
    },
    body: PasswordChangeRequest,
    answer: { status: 204 },
    problems: ['credentials-wrong', 'too-many-attempts', 'password-unsuitable'],
  },
} as const satisfies Record<string, RouteDeclaration>;
