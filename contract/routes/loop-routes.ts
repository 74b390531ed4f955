import type { RouteDeclaration } from '../route-declaration.ts';
import { LoopRowsPage, LoopRowsQuery, PerformAnswer, PerformRequest } from '../schemas/loop.ts';

/** What people do between two questions. */
export const LOOP_ROUTES = {
  performLoopAction: {
    method: 'POST',
    path: '/api/v1/loop-actions',
    permission: 'notices:write',
    summary: {
      vi: 'Ghi một việc đã làm cho một hay nhiều dòng, theo bảng của vòng lặp (docs/loop.md)',
      en: 'Note what was done about one row or many, by the table of the loop (docs/loop.md)',
    },
    body: PerformRequest,
    idempotent: true,
    answer: { status: 200, schema: PerformAnswer },
    problems: ['unit-foreign', 'unit-closed', 'idempotency-key-reused'],
  },
  listLoopRows: {
    method: 'GET',
    path: '/api/v1/loop-rows',
    permission: 'records:read',
    summary: {
      vi: 'Các dòng đang ở một bước, như chờ cấp số mới hay chờ giấy thông báo',
      en: 'The rows at one step, such as those that wait for a new number or for the notice',
    },
    query: LoopRowsQuery,
    answer: { status: 200, schema: LoopRowsPage },
    problems: ['unit-foreign'],
  },
} as const satisfies Record<string, RouteDeclaration>;
