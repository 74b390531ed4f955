import type { FieldId } from '../rules/field.ts';
import type { Layout } from '../templates/layout.ts';
import { type PrintOptions, WorkbookPress } from './press/workbook-press.ts';

export interface TemplateWorkbookOptions extends PrintOptions {
  readonly layout: Layout;
  /** Data rows with dropdowns and mark formats; default: room to grow, see `roomFor`. */
  readonly capacity?: number;
  readonly optionalColumns?: readonly FieldId[];
}

/** One workbook of a template, for one unit. Whoever writes many keeps a `WorkbookPress`. */
export async function writeTemplateWorkbook(options: TemplateWorkbookOptions): Promise<Uint8Array> {
  const { layout, capacity = roomFor(options.rows?.length ?? 0), optionalColumns = [] } = options;
  const press = await WorkbookPress.make({ layout, capacity, optionalColumns });
  return press.print(options);
}

/** More than any school's list: the largest has about 5,000 pupils and hands them in by grade or class. */
const STEP = 2000;
/** Rows beyond those given, so that a full list can still grow. */
const SPARE_ROWS = 500;

/** Rows that a master has room for: in large steps, so that few masters serve all schools. */
export function roomFor(rows: number): number {
  return rows === 0 ? STEP : Math.ceil((rows + SPARE_ROWS) / STEP) * STEP;
}
