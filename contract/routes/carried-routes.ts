import { RESULT_LIST_MAX_BYTES } from '../file-limits.ts';
import type { RouteDeclaration } from '../route-declaration.ts';
import { CarriedQuery, CarriedState, HandInQuery, TakenAnswers } from '../schemas/carried.ts';
import { XLSX_MEDIA_TYPE } from '../schemas/workbook.ts';

/** Verification by files carried to CSDL ngành and back. */
export const CARRIED_ROUTES = {
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
