import { addToGroup } from '../rules/add-to-group.ts';
import { describeFinding, getRule } from '../rules/catalogue.ts';
import type { CheckContext } from '../rules/check-context.ts';
import { checkRows } from '../rules/check-rows.ts';
import type { PlaceTables } from '../rules/codes/place-table.ts';
import { type Finding, SEVERITIES } from '../rules/finding.ts';
import type { PlainDate } from '../rules/plain-date.ts';
import { headerFindings } from './header-findings.ts';
import type { OpenedSheet } from './open-sheet.ts';
import type { CheckReport, FindingGroup, FindingView } from './reports.ts';
import type { SheetRow } from './sheet-port.ts';

/** A sheet as one check saw it. */
export interface CheckedSheet {
  readonly sheet: OpenedSheet;
  readonly rows: readonly SheetRow[];
  /** Those of the rows; `row` indexes `rows`. */
  readonly findings: readonly Finding[];
  readonly today: PlainDate;
  /** Communes by province, where they were at hand. */
  readonly places?: PlaceTables;
}

/** Runs the rules over a snapshot. Pure. */
export function checkSheet(
  sheet: OpenedSheet,
  rows: readonly SheetRow[],
  today: PlainDate,
  places?: PlaceTables,
): CheckedSheet {
  const findings = checkRows(
    rows.map((row) => row.values),
    checkContext(sheet, today, places),
  );
  return { sheet, rows, findings, today, places };
}

/** What the rules need to know of a sheet besides its rows. */
export function checkContext(
  { layout, fields, date1904 = false }: OpenedSheet,
  today: PlainDate,
  places?: PlaceTables,
): CheckContext {
  return { kind: layout.record, today, columns: fields, date1904, places };
}

/** What the clerk reads of a check. */
export function checkReport(checked: CheckedSheet): CheckReport {
  const { sheet, rows } = checked;
  const findings = [...headerFindings(sheet.match.problems, sheet.mergedData), ...checked.findings];
  const counts = { error: 0, query: 0, note: 0 };
  const unclean = new Set<number>();
  const byCode = new Map<string, Finding[]>();
  for (const finding of findings) {
    counts[finding.severity]++;
    if (finding.severity !== 'note') for (const row of rowsOf(finding)) unclean.add(row);
    addToGroup(byCode, finding.code, finding);
  }
  const groups = [...byCode].map(([code, group]) => groupOf(code, group, rows));
  groups.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.findings.length - a.findings.length,
  );
  return { rows: rows.length, clean: rows.length - unclean.size, ...counts, groups };
}

/** The rows a finding is about: its own, or those of the column that share it. */
function rowsOf(finding: Finding): readonly number[] {
  return finding.row === null ? (finding.rows ?? []) : [finding.row];
}

function groupOf(code: string, findings: readonly Finding[], rows: readonly SheetRow[]): FindingGroup {
  const rule = getRule(code);
  const cells = (safeOnly: boolean) =>
    findings.reduce((sum, { fix }) => sum + (fix && (fix.safe || !safeOnly) ? fix.changes.length : 0), 0);
  // A rule may be graver in some cases; the group stands where its gravest finding does.
  const severity = SEVERITIES.find((level) => findings.some((finding) => finding.severity === level)) ?? rule.severity;
  return {
    code,
    severity,
    title: rule.title,
    citation: rule.citation,
    findings: findings.map((finding) => viewOf(finding, rows)),
    fixable: cells(false),
    safe: cells(true),
  };
}

/** A finding of a column leads to the first row it speaks of. */
function viewOf(finding: Finding, rows: readonly SheetRow[]): FindingView {
  const first = rowsOf(finding)[0];
  const row = first === undefined ? undefined : rows[first];
  return {
    finding,
    rowId: row && row.rowId !== '' ? row.rowId : null,
    rowNumber: row?.rowNumber ?? null,
    column: finding.field ?? (finding.row === null ? null : 'fullName'),
    message: describeFinding(finding, (index) => rows[index]?.rowNumber ?? 0),
  };
}
