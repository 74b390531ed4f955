import type { WorkbookMaker } from '../server/workbook-maker.ts';
import { getLayout } from '../templates/layouts.ts';
import { writeTemplateWorkbook } from '../xlsx/write-template-workbook.ts';
import { tryoutRoster } from './tryout/tryout-roster.ts';

/** Writes a unit's own workbook from its template; a try-out school that has sent nothing yet finds its invented list in it. */
export const makeWorkbook: WorkbookMaker = (request) => {
  const layout = getLayout(request.template);
  const kept = request.rows.map(({ rowId, cells }, at) => ({ rowId, values: { ordinal: at + 1, ...cells } }));
  const rows = kept.length === 0 && request.tryOut ? tryoutRoster(request.unit.code, request.template) : kept;
  return writeTemplateWorkbook({
    layout,
    identity: {
      template: layout.id,
      version: layout.version,
      unit: request.unit.code,
      unitName: request.unit.name,
      campaign: request.campaign,
      workbookId: request.workbookId,
      issuedAt: request.issuedAt,
    },
    unitHeading: '',
    rows,
  });
};
