import type { DataValidation, Worksheet } from 'exceljs';

/**
 * exceljs keeps a sheet's validations by address, and writes a range address as the one range it is; its types do not say
 * so. Given cell by cell, 2,000 dropdowns would be 2,000 entries that every reader pays for.
 */
interface ValidatedSheet extends Worksheet {
  readonly dataValidations: { model: Record<string, DataValidation | undefined> };
}

/** Adds one validation over one bounded range such as `C7:C2006`. */
export function addValidation(sheet: Worksheet, range: string, validation: DataValidation): void {
  (sheet as ValidatedSheet).dataValidations.model[range] = validation;
}
