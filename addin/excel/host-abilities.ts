/**
 * What this Excel can do, asked once and handed to the adapter. The manifest lets Excel 2016 in so that the pane can say what
 * is missing there; the floor of the adapter is ExcelApi 1.9, and everything above it is asked for here.
 */
export interface HostAbilities {
  /** The workbook is open for reading only. */
  readonly readOnly: boolean;
  /** ExcelApi 1.13: merged areas can be counted. */
  readonly mergedAreas: boolean;
  /** ExcelApi 1.14: an event says whether this add-in caused it. */
  readonly triggerSource: boolean;
}

/** ExcelApi of the oldest Excel that the pane works in: Excel 2021. */
export const EXCEL_API_FLOOR = '1.9';

/** Reads them from Office.js; to be called once Office is ready. */
export function hostAbilities(): HostAbilities {
  const { requirements, document } = Office.context;
  return {
    readOnly: document.mode === Office.DocumentMode.ReadOnly,
    mergedAreas: requirements.isSetSupported('ExcelApi', '1.13'),
    triggerSource: requirements.isSetSupported('ExcelApi', '1.14'),
  };
}
