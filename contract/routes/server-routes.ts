import type { RouteDeclaration } from '../route-declaration.ts';
import { Health } from '../schemas/health.ts';

/** What the server says of itself. */
export const SERVER_ROUTES = {
  getHealth: {
    method: 'GET',
    path: '/api/v1/health',
    permission: 'public',
    summary: { vi: 'Máy chủ có hoạt động không', en: 'Whether the server is up' },
    answer: { status: 200, schema: Health },
    problems: [],
  },
  getOpenApi: {
    method: 'GET',
    path: '/api/v1/openapi.json',
    permission: 'public',
    summary: { vi: 'Mô tả giao diện này', en: 'This description' },
    answer: { status: 200, mediaType: 'application/json' },
    problems: [],
  },
} as const satisfies Record<string, RouteDeclaration>;
