import type { RouteDeclaration } from '../route-declaration.ts';
import { RefreshRequest, Session, SignInRequest } from '../schemas/session.ts';

/** Signing in with user name and password, staying signed in, signing out. */
export const SESSION_ROUTES = {
  signIn: {
    method: 'POST',
    path: '/api/v1/session',
    permission: 'public',
    summary: { vi: 'Đăng nhập', en: 'Sign in' },
    body: SignInRequest,
    answer: { status: 200, schema: Session },
    problems: ['credentials-wrong', 'too-many-attempts', 'account-closed', 'unit-closed'],
  },
  refreshSession: {
    method: 'POST',
    path: '/api/v1/session/refresh',
    permission: 'public',
    summary: {
      vi: 'Đổi mã làm mới lấy phiên mới; dùng lại mã cũ thì cả phiên bị thu hồi',
      en: 'Exchange a refresh token for a new pair; using an old one revokes the session',
    },
    body: RefreshRequest,
    answer: { status: 200, schema: Session },
    problems: ['token-expired', 'account-closed', 'unit-closed'],
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/session',
    permission: 'signed-in',
    whilePasswordIsOneTime: true,
    summary: { vi: 'Đăng xuất', en: 'Sign out' },
    answer: { status: 204 },
    problems: [],
  },
} as const satisfies Record<string, RouteDeclaration>;
