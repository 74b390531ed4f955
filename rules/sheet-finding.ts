import type { FieldId } from './field.ts';
import type { Finding } from './finding.ts';
import { HEADER_RULES, WORKBOOK_RULES } from './sheet-rules.ts';

const SHEET_RULES = { ...HEADER_RULES, ...WORKBOOK_RULES } as const;

export type SheetFindingCode = keyof typeof SHEET_RULES;

/** A finding about the workbook, the sheet or its header, for whoever read them. `params.header` is the column's title where there is one. */
export function sheetFinding(
  code: SheetFindingCode,
  params: Readonly<Record<string, string>> = {},
  field: FieldId | null = null,
): Finding {
  const rule = SHEET_RULES[code];
  return {
    code: rule.code,
    severity: rule.severity,
    effect: rule.effect,
    row: null,
    field,
    value: params.header ?? '',
    params,
  };
}
