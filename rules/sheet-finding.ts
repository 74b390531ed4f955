import type { FieldId } from './field.ts';
import type { Finding } from './finding.ts';
import { HEADER_RULES } from './sheet-rules.ts';

export type SheetFindingCode = keyof typeof HEADER_RULES;

/** A finding about the sheet or its header, for whoever read the header. `params.header` is the column's title where there is one. */
export function sheetFinding(
  code: SheetFindingCode,
  params: Readonly<Record<string, string>> = {},
  field: FieldId | null = null,
): Finding {
  const rule = HEADER_RULES[code];
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
