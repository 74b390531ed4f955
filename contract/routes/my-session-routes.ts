import type { RouteDeclaration } from '../route-declaration.ts';
import { MySessionPath, MySessions } from '../schemas/session.ts';

/** What somebody may see and end of their own sign-ins. */
export const MY_SESSION_ROUTES = {
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
