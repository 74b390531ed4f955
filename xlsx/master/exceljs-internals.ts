import type { DataValidation, Worksheet } from 'exceljs';

/** What exceljs keeps of a sheet beyond its published types. Named here and nowhere else. */
interface OpenSheet extends Worksheet {
  readonly dataValidations: { model: Record<string, DataValidation | undefined> };
}

/** Adds one validation over one bounded range such as `C7:C2006`; it is written as that one range. */
export function addValidation(sheet: Worksheet, range: string, validation: DataValidation): void {
  (sheet as OpenSheet).dataValidations.model[range] = validation;
}
