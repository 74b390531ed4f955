import type { RouteDeclaration } from '../route-declaration.ts';
import { AskOnAnswer, AskOnRequest } from '../schemas/hold.ts';

/** A workbook that is not asked about for now. */
export const HOLD_ROUTES = {
  askOn: {
    method: 'POST',
    path: '/api/v1/holds/release',
    permission: 'records:push',
    summary: {
      vi: 'Vẫn hỏi tiếp về một sổ đã tạm dừng vì quá nhiều dòng không khớp',
      en: 'Ask on about a workbook that was held because far too many of its rows failed',
    },
    body: AskOnRequest,
    answer: { status: 200, schema: AskOnAnswer },
    problems: ['unit-foreign', 'unit-closed'],
  },
} as const satisfies Record<string, RouteDeclaration>;
