import type { RouteDeclaration } from '../route-declaration.ts';
import { ProviderSignInRequest, Session, SignInWays } from '../schemas/session.ts';

/** Signing in with another service. */
export const PROVIDER_ROUTES = {
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
} as const satisfies Record<string, RouteDeclaration>;
