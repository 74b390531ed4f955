import type { RouteDeclaration } from '../route-declaration.ts';
import { Receipt } from '../schemas/campaign.ts';

/** How far a school has come with a workbook, as its pane reports it. */
export const RECEIPT_ROUTES = {
  leaveReceipt: {
    method: 'POST',
    path: '/api/v1/receipts',
    permission: 'records:push',
    summary: {
      vi: 'Báo rằng một sổ tính đã được mở hoặc vừa kiểm tra xong',
      en: 'Report that a workbook was opened or has just been checked',
    },
    body: Receipt,
    answer: { status: 204 },
    problems: ['unit-foreign', 'not-found'],
  },
} as const satisfies Record<string, RouteDeclaration>;
