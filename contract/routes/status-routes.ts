import type { RouteDeclaration } from '../route-declaration.ts';
import { StatusPage, StatusQuery } from '../schemas/status.ts';

/** What came of the questions. */
export const STATUS_ROUTES = {
  listStatuses: {
    method: 'GET',
    path: '/api/v1/statuses',
    permission: 'records:read',
    summary: {
      vi: 'Kết quả xác thực thay đổi kể từ con trỏ',
      en: 'Verification statuses that changed since a cursor',
    },
    query: StatusQuery,
    answer: { status: 200, schema: StatusPage },
    problems: ['unit-foreign'],
  },
} as const satisfies Record<string, RouteDeclaration>;
