import type { z } from 'zod';
import type { Message } from '../rules/messages.ts';
import { RESULT_LIST_MAX_BYTES } from './file-limits.ts';
import type { ProblemCode } from './problem.ts';
import type { Permission } from './role.ts';
import {
  Campaign,
  CampaignDraft,
  CampaignPage,
  CampaignPath,
  PageQuery,
  Receipt,
  SigningKey,
  UnitProgressPage,
  ZIP_MEDIA_TYPE,
} from './schemas/campaign.ts';
import { CarriedQuery, CarriedState, HandInQuery, TakenAnswers } from './schemas/carried.ts';
import { Health } from './schemas/health.ts';
import { AskOnAnswer, AskOnRequest } from './schemas/hold.ts';
import {
  HistoryPath,
  HistoryQuery,
  LoopRowsPage,
  LoopRowsQuery,
  PerformAnswer,
  PerformRequest,
  RecordHistory,
} from './schemas/loop.ts';
import { PushAnswer, PushRequest } from './schemas/push.ts';
import { ReceiptFile, SendingPage, SendingPath, SendingQuery, SendingUnit, UndoAnswer } from './schemas/sending.ts';
import { Account, PasswordChangeRequest, RefreshRequest, Session, SignInRequest } from './schemas/session.ts';
import { StatusPage, StatusQuery } from './schemas/status.ts';
import { UnitPage, UnitQuery } from './schemas/unit.ts';
import { WorkbookPath, WorkbookQuery, XLSX_MEDIA_TYPE } from './schemas/workbook.ts';
import { SIGN_IN_ROUTES } from './sign-in-routes.ts';

/**
 * One entry of the API, read by the server (which method and path, who may, what is parsed) and by the OpenAPI document:
 * what is documented is what runs.
 */
export interface RouteDeclaration {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Express form: `:name` for a parameter. */
  readonly path: `/api/v1/${string}`;
  /** `public`: anyone · `signed-in`: any account · else the account's role must hold the permission; unit scope comes on top. */
  readonly permission: Permission | 'public' | 'signed-in';
  readonly summary: Message;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body is a file of at most this many bytes, whatever its format. */
  readonly file?: { readonly maxBytes: number };
  /** Needs the `Idempotency-Key` header. */
  readonly idempotent?: true;
  /** Open also while the account still has its one-time password. */
  readonly whilePasswordIsOneTime?: true;
  readonly answer:
    | { readonly status: 200; readonly schema: z.ZodType }
    | { readonly status: 200; readonly mediaType: string }
    | { readonly status: 204 };
  /** Refusals of this route's own; those of the wrapper are added to every route by `routeProblems`. */
  readonly problems: readonly ProblemCode[];
}

export const ROUTES = {
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
  signIn: {
    method: 'POST',
    path: '/api/v1/session',
    permission: 'public',
    summary: { vi: 'Đăng nhập', en: 'Sign in' },
    body: SignInRequest,
    answer: { status: 200, schema: Session },
    problems: ['credentials-wrong', 'too-many-attempts', 'account-closed', 'unit-closed'],
  },
  refreshSession: {
    method: 'POST',
    path: '/api/v1/session/refresh',
    permission: 'public',
    summary: {
      vi: 'Đổi mã làm mới lấy phiên mới; dùng lại mã cũ thì cả phiên bị thu hồi',
      en: 'Exchange a refresh token for a new pair; using an old one revokes the session',
    },
    body: RefreshRequest,
    answer: { status: 200, schema: Session },
    problems: ['token-expired', 'account-closed', 'unit-closed'],
  },
  ...SIGN_IN_ROUTES,
  signOut: {
    method: 'DELETE',
    path: '/api/v1/session',
    permission: 'signed-in',
    whilePasswordIsOneTime: true,
    summary: { vi: 'Đăng xuất', en: 'Sign out' },
    answer: { status: 204 },
    problems: [],
  },
  getMe: {
    method: 'GET',
    path: '/api/v1/me',
    permission: 'signed-in',
    whilePasswordIsOneTime: true,
    summary: { vi: 'Tài khoản đang đăng nhập', en: 'The signed-in account' },
    answer: { status: 200, schema: Account },
    problems: [],
  },
  changePassword: {
    method: 'POST',
    path: '/api/v1/me/password',
    permission: 'signed-in',
    whilePasswordIsOneTime: true,
    summary: {
      vi: 'Đổi mật khẩu; các phiên khác của tài khoản bị thu hồi',
      en: 'Change the password; the account’s other sessions are revoked',
    },
    body: PasswordChangeRequest,
    answer: { status: 204 },
    problems: ['credentials-wrong', 'too-many-attempts', 'password-unsuitable'],
  },
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
  listUnits: {
    method: 'GET',
    path: '/api/v1/units',
    permission: 'units:read',
    summary: { vi: 'Đơn vị của tài khoản và các đơn vị bên dưới', en: 'The account’s unit and those below it' },
    query: UnitQuery,
    answer: { status: 200, schema: UnitPage },
    problems: [],
  },
  getWorkbook: {
    method: 'GET',
    path: '/api/v1/workbooks/:template',
    permission: 'workbooks:read',
    summary: {
      vi: 'Sổ tính của đơn vị, đã điền sẵn danh sách',
      en: 'The unit’s workbook, filled with its roster',
    },
    params: WorkbookPath,
    query: WorkbookQuery,
    answer: { status: 200, mediaType: XLSX_MEDIA_TYPE },
    problems: ['unit-foreign', 'unit-closed', 'not-found'],
  },
  getSigningKey: {
    method: 'GET',
    path: '/api/v1/signing-key',
    permission: 'public',
    summary: {
      vi: 'Khóa công khai để kiểm tra chữ ký của sổ tính',
      en: 'The public key that workbooks are signed with',
    },
    answer: { status: 200, schema: SigningKey },
    problems: [],
  },
  listCampaigns: {
    method: 'GET',
    path: '/api/v1/campaigns',
    permission: 'campaigns:read',
    summary: {
      vi: 'Các đợt cập nhật của đơn vị và các đơn vị bên dưới, mới nhất trước',
      en: 'Campaigns of the unit and those below it, newest first',
    },
    query: PageQuery,
    answer: { status: 200, schema: CampaignPage },
    problems: [],
  },
  createCampaign: {
    method: 'POST',
    path: '/api/v1/campaigns',
    permission: 'campaigns:write',
    summary: { vi: 'Mở một đợt cập nhật', en: 'Open a campaign' },
    body: CampaignDraft,
    answer: { status: 200, schema: Campaign },
    problems: ['unit-foreign', 'campaign-without-schools'],
  },
  endCampaign: {
    method: 'DELETE',
    path: '/api/v1/campaigns/:campaignId',
    permission: 'campaigns:write',
    summary: {
      vi: 'Bỏ một đợt cập nhật; dữ liệu các trường đã gửi vẫn còn',
      en: 'Withdraw a campaign; what schools have sent stays',
    },
    params: CampaignPath,
    answer: { status: 204 },
    problems: ['not-found'],
  },
  listCampaignUnits: {
    method: 'GET',
    path: '/api/v1/campaigns/:campaignId/units',
    permission: 'progress:read',
    summary: { vi: 'Tiến độ từng đơn vị của một đợt', en: 'How far each unit of a campaign has come' },
    params: CampaignPath,
    query: PageQuery,
    answer: { status: 200, schema: UnitProgressPage },
    problems: ['not-found'],
  },
  getCampaignWorkbooks: {
    method: 'GET',
    path: '/api/v1/campaigns/:campaignId/workbooks',
    permission: 'campaigns:write',
    summary: {
      vi: 'Sổ tính của mọi đơn vị trong một đợt, trong một tệp ZIP',
      en: 'The workbooks of all units of a campaign in one ZIP file',
    },
    params: CampaignPath,
    answer: { status: 200, mediaType: ZIP_MEDIA_TYPE },
    problems: ['not-found'],
  },
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
  getCarried: {
    method: 'GET',
    path: '/api/v1/carried',
    permission: 'progress:read',
    summary: {
      vi: 'Đơn vị còn bao nhiêu dòng phải nộp, đã nộp qua CSDL ngành',
      en: 'How many rows of the unit wait to be handed in by hand, and how many were',
    },
    query: CarriedQuery,
    answer: { status: 200, schema: CarriedState },
    problems: ['unit-foreign'],
  },
  handIn: {
    method: 'POST',
    path: '/api/v1/carried/questions',
    permission: 'records:push',
    summary: {
      vi: 'Tệp để nộp lên CSDL ngành: mọi dòng chưa có kết quả; các dòng ấy được ghi là đã gửi',
      en: 'The workbook to hand in to CSDL ngành: every row without an answer, noted as sent',
    },
    query: HandInQuery,
    answer: { status: 200, mediaType: XLSX_MEDIA_TYPE },
    problems: ['unit-foreign', 'unit-closed', 'carried-not-used'],
  },
  takeAnswers: {
    method: 'POST',
    path: '/api/v1/carried/answers',
    permission: 'records:push',
    summary: {
      vi: 'Nạp danh sách kết quả tải từ CSDL ngành; nạp lại cùng tệp thì không đổi gì',
      en: 'Read the list of results that CSDL ngành handed out; the same file again changes nothing',
    },
    query: CarriedQuery,
    file: { maxBytes: RESULT_LIST_MAX_BYTES },
    answer: { status: 200, schema: TakenAnswers },
    problems: [
      'unit-foreign',
      'unit-closed',
      'carried-not-used',
      'list-unreadable',
      'list-not-recognised',
      'list-without-results',
      'list-is-own-workbook',
    ],
  },
} as const satisfies Record<string, RouteDeclaration>;

export type RouteId = keyof typeof ROUTES;

/** Every refusal a route can give: its own and those that the wrapper gives for what the route declares. */
export function routeProblems(route: RouteDeclaration): readonly ProblemCode[] {
  const codes = new Set<ProblemCode>(route.problems);
  if (route.permission !== 'public') {
    codes.add('token-missing').add('token-expired').add('account-closed').add('unit-closed');
    if (!route.whilePasswordIsOneTime) codes.add('password-change-required');
    if (route.permission !== 'signed-in') codes.add('forbidden');
  }
  if (route.body) codes.add('body-too-large').add('encoding-unsupported');
  if (route.file) codes.add('file-too-large').add('encoding-unsupported').add('body-invalid');
  if (route.body || route.query) codes.add('body-invalid');
  if (route.params) codes.add('not-found');
  if (route.idempotent) codes.add('idempotency-key-missing');
  return [...codes.add('too-many-requests').add('internal')];
}
