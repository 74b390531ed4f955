import type { RouteDeclaration } from '../route-declaration.ts';
import { PushAnswer, PushRequest } from '../schemas/push.ts';

/** Pushing rows. */
export const PUSH_ROUTES = {
  push: {
    method: 'POST',
    path: '/api/v1/pushes',
    permission: 'records:push',
    summary: {
      vi: 'Gửi các dòng của một sổ tính; trả lời theo từng dòng',
      en: 'Push rows of one workbook; answered row by row',
    },
    body: PushRequest,
    idempotent: true,
    answer: { status: 200, schema: PushAnswer },
    problems: ['unit-foreign', 'unit-closed', 'workbook-altered', 'workbook-of-other-unit', 'idempotency-key-reused'],
  },
} as const satisfies Record<string, RouteDeclaration>;
