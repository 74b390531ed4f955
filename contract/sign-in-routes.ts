import type { RouteDeclaration } from './routes.ts';
import { MySessionPath, MySessions, ProviderSignInRequest, Session, SignInWays } from './schemas/session.ts';

/** Signing in with another service, and what somebody may see and end of their own sign-ins. */
export const SIGN_IN_ROUTES = {
  getSignInWays: {
    method: 'GET',
    path: '/api/v1/session/ways',
    permission: 'public',
    summary: {
      vi: 'Có thể đăng nhập bằng gì, ngoài tên và mật khẩu',
      en: 'How one may sign in besides user name and password',
    },
    answer: { status: 200, schema: SignInWays },
    problems: [],
  },
  signInByProvider: {
    method: 'POST',
    path: '/api/v1/session/provider',
    permission: 'public',
    summary: {
      vi: 'Đổi mã do cửa sổ đăng nhập trao lấy phiên; mã dùng được một lần, trong một phút',
      en: 'Exchange what the sign-in window handed over for a session; good once, for a minute',
    },
    body: ProviderSignInRequest,
    answer: { status: 200, schema: Session },
    problems: [
      'handover-expired',
      'provider-unreachable',
      'provider-refused',
      'provider-answer-invalid',
      'account-unlinked',
      'account-closed',
      'unit-closed',
    ],
  },
  listMySessions: {
    method: 'GET',
    path: '/api/v1/me/sessions',
    permission: 'signed-in',
    whilePasswordIsOneTime: true,
    summary: { vi: 'Các lần đăng nhập còn hiệu lực của mình', en: 'One’s own sign-ins that are still good' },
    answer: { status: 200, schema: MySessions },
    problems: [],
  },
  endMySessions: {
    method: 'DELETE',
    path: '/api/v1/me/sessions',
    permission: 'signed-in',
    whilePasswordIsOneTime: true,
    summary: {
      vi: 'Đăng xuất khỏi mọi máy, kể cả máy này',
      en: 'Sign out everywhere, here as well',
    },
    answer: { status: 204 },
    problems: [],
  },
  endMySession: {
    method: 'DELETE',
    path: '/api/v1/me/sessions/:sessionId',
    permission: 'signed-in',
    whilePasswordIsOneTime: true,
    summary: { vi: 'Kết thúc một lần đăng nhập của mình', en: 'End one of one’s own sign-ins' },
    params: MySessionPath,
    answer: { status: 204 },
    problems: ['not-found'],
  },
} as const satisfies Record<string, RouteDeclaration>;
