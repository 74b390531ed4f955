import { SheetError, type SheetErrorCode } from '../../desk/sheet-error.ts';

/** Excel's own error codes and what they mean to the clerk. Everything else is `refused`, with the code as detail. */
const MEANING: Readonly<Record<string, SheetErrorCode>> = {
  AccessDenied: 'sheet-protected',
  InvalidOperationInCellEditMode: 'cell-being-edited',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  ItemNotFound: 'sheet-gone',
};

/** Excel's code of an error that office.js threw; undefined for anything else. Duck-typed: frames have classes of their own. */
export function findExcelCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  return name === 'RichApi.Error' && typeof code === 'string' ? code : undefined;
}

/**
 * The `SheetError` for whatever a step threw. The original is not kept as a cause: its debug text can hold cell contents
 * where extended error logging is on. Errors that are not Excel's pass as they are.
 */
export function toSheetError(error: unknown): unknown {
  const code = findExcelCode(error);
  if (code === undefined) return error;
  return new SheetError(MEANING[code] ?? 'refused', code);
}
