import type { RouteDeclaration } from '../route-declaration.ts';
import { HistoryPath, HistoryQuery, RecordHistory } from '../schemas/loop.ts';

/** What happened to one row. */
export const RECORD_ROUTES = {
  getRecordHistory: {
    method: 'GET',
    path: '/api/v1/records/:recordId/history',
    permission: 'records:read',
    summary: {
      vi: 'Các lần hỏi của một dòng: ngày, người, ô đã sửa, giấy thông báo, việc đã làm',
      en: 'The rounds of one row: dates, persons, changed fields, notices, what was done',
    },
    params: HistoryPath,
    query: HistoryQuery,
    answer: { status: 200, schema: RecordHistory },
    problems: ['unit-foreign', 'not-found'],
  },
} as const satisfies Record<string, RouteDeclaration>;
