import { MAIN_SCHOOL, MAIN_SCHOOL_NAME } from '../../cli/tryout/invent-units.ts';
import { getLayout } from '../../templates/layouts.ts';
import { type TemplateWorkbookOptions, writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';

/** The pupils' workbook of a school of the try-out, the main one unless said otherwise, as the server would hand it out. */
export function studentWorkbook(
  workbookId: string,
  rows: TemplateWorkbookOptions['rows'],
  { unit, unitName } = { unit: MAIN_SCHOOL as string, unitName: MAIN_SCHOOL_NAME as string },
): Promise<Uint8Array> {
  const layout = getLayout('student');
  return writeTemplateWorkbook({
    layout,
    identity: {
      template: layout.id,
      version: layout.version,
      unit,
      unitName,
      campaign: '',
      workbookId,
      issuedAt: '2026-11-22T00:00:00.000Z',
    },
    unitHeading: '',
    rows,
  });
}
