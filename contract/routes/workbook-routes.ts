import type { RouteDeclaration } from '../route-declaration.ts';
import { SigningKey } from '../schemas/campaign.ts';
import { WorkbookPath, WorkbookQuery, XLSX_MEDIA_TYPE } from '../schemas/workbook.ts';

/** A unit’s own workbook and the key that workbooks are signed with. */
export const WORKBOOK_ROUTES = {
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
} as const satisfies Record<string, RouteDeclaration>;
