import type { RouteDeclaration } from '../route-declaration.ts';
import { ReceiptFile, SendingPage, SendingPath, SendingQuery, SendingUnit, UndoAnswer } from '../schemas/sending.ts';

/** What was pushed: its list, its receipts, taking it back. */
export const SENDING_ROUTES = {
  listSendings: {
    method: 'GET',
    path: '/api/v1/sendings',
    permission: 'progress:read',
    summary: { vi: 'Các lần gửi gần đây của một sổ tính', en: 'The last sendings of a workbook' },
    query: SendingQuery,
    answer: { status: 200, schema: SendingPage },
    problems: ['unit-foreign'],
  },
  getSendingReceipts: {
    method: 'GET',
    path: '/api/v1/sendings/:sendingId/receipts',
    permission: 'progress:read',
    summary: {
      vi: 'Biên nhận có chữ ký của một lần gửi, để trường lưu và ai cũng kiểm tra được',
      en: 'The signed receipts of a sending, for the school to keep and anyone to verify',
    },
    params: SendingPath,
    query: SendingUnit,
    answer: { status: 200, schema: ReceiptFile },
    problems: ['unit-foreign', 'not-found'],
  },
  undoSending: {
    method: 'POST',
    path: '/api/v1/sendings/:sendingId/undo',
    permission: 'records:push',
    summary: {
      vi: 'Hoàn tác một lần gửi trong 24 giờ; dòng đã gửi lại sau đó giữ nguyên. Gọi lại thì trả lời như lần đầu',
      en: 'Take a sending back within 24 hours; rows sent again since stay. Asked again, it answers as the first time',
    },
    params: SendingPath,
    body: SendingUnit,
    answer: { status: 200, schema: UndoAnswer },
    problems: ['unit-foreign', 'not-found', 'undo-too-late'],
  },
} as const satisfies Record<string, RouteDeclaration>;
