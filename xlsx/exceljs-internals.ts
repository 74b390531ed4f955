import type { DataValidation, Worksheet } from 'exceljs';
import type { Area } from '../desk/area.ts';

/** What exceljs keeps of a sheet beyond its published types. Named here and nowhere else. */
interface OpenSheet extends Worksheet {
  readonly dataValidations: { model: Record<string, DataValidation | undefined> };
  readonly sheetProtection: { readonly sheet?: boolean } | null;
  readonly _merges: Readonly<Record<string, { top: number; left: number; bottom: number; right: number }>>;
}

/** Adds one validation over one bounded range such as `C7:C2006`; it is written as that one range. */
export function addValidation(sheet: Worksheet, range: string, validation: DataValidation): void {
  (sheet as OpenSheet).dataValidations.model[range] = validation;
}

/** The validations of a loaded sheet, by cell address: reading explodes every range into its cells. */
export function readValidations(sheet: Worksheet): ReadonlyMap<string, DataValidation> {
  const entries = Object.entries((sheet as OpenSheet).dataValidations.model);
  return new Map(entries.flatMap(([address, validation]) => (validation ? [[address, validation] as const] : [])));
}

/** Replaces all validations of a sheet. */
export function setValidations(sheet: Worksheet, validations: ReadonlyMap<string, DataValidation>): void {
  (sheet as OpenSheet).dataValidations.model = Object.fromEntries(validations);
}

export function isProtected(sheet: Worksheet): boolean {
  return (sheet as OpenSheet).sheetProtection?.sheet === true;
}

export function mergedAreas(sheet: Worksheet): readonly Area[] {
  return Object.values((sheet as OpenSheet)._merges).map(({ top, left, bottom, right }) => ({
    firstRow: top,
    lastRow: bottom,
    firstColumn: left - 1,
    lastColumn: right - 1,
  }));
}
