import type { Account } from '../contract/schemas/session.ts';
import type { SignatureState } from '../contract/workbook-signature.ts';
import { addToGroup } from '../rules/add-to-group.ts';
import { describeFinding, getRule } from '../rules/catalogue.ts';
import type { CheckContext } from '../rules/check-context.ts';
import { checkRows } from '../rules/check-rows.ts';
import type { PlaceTables } from '../rules/codes/place-table.ts';
import { type Finding, SEVERITIES } from '../rules/finding.ts';
import type { Message } from '../rules/messages.ts';
import type { PlainDate } from '../rules/plain-date.ts';
import type { Confirmation } from './confirmation.ts';
import { confirmedFindings } from './confirmation-keys.ts';
import { fixUnits, placeKey } from './fix-units.ts';
import { headerFindings } from './header-findings.ts';
import type { OpenedSheet } from './open-sheet.ts';
import type { CheckReport, FindingGroup, FindingView } from './reports.ts';
import type { SheetRow } from './sheet-port.ts';
import { workbookFindings } from './workbook-findings.ts';

/** What a check needs to know besides the sheet. */
export interface CheckSheetOptions {
  readonly today: PlainDate;
  /** First calendar year of the school year. Default: what the title of a results sheet says, else derived from `today`. */
  readonly schoolYear?: number;
  /** Communes by province, where they were at hand. */
  readonly places?: PlaceTables;
  /** Who has the workbook open. Default: nobody is signed in. */
  readonly account?: Account | null;
  /** What the signature of the workbook's identity says. Default: nobody has looked. */
  readonly signature?: SignatureState;
  /** Names of the school's classes. Default: not known. */
  readonly classes?: readonly string[];
  /** As `standingConfirmations` gathers them. Default: none. */
  readonly confirmations?: ReadonlyMap<string, Confirmation>;
}

/** A sheet as one check saw it, and what that check was told. */
export interface CheckedSheet extends CheckSheetOptions {
  readonly sheet: OpenedSheet;
  readonly rows: readonly SheetRow[];
  /** Those of the rows; `row` indexes `rows`. */
  readonly findings: readonly Finding[];
  /** Those of the workbook, the header and the sheet as a whole. */
  readonly headerFindings: readonly Finding[];
  /** Which of all these somebody said to be right as they stand. */
  readonly confirmed: ReadonlyMap<Finding, Confirmation>;
}

/** Runs the rules over a snapshot. Pure. */
export function checkSheet(sheet: OpenedSheet, rows: readonly SheetRow[], options: CheckSheetOptions): CheckedSheet {
  const findings = checkRows(
    rows.map((row) => row.values),
    checkContext(sheet, options),
  );
  return checkedSheet(sheet, rows, findings, options);
}

/** What a check saw, with what the rules found in its rows. */
export function checkedSheet(
  sheet: OpenedSheet,
  rows: readonly SheetRow[],
  findings: readonly Finding[],
  { today, schoolYear, places, account, signature, classes, confirmations = new Map() }: CheckSheetOptions,
): CheckedSheet {
  const options = { today, schoolYear, places, account, signature, classes, confirmations };
  const ofHeader = [
    ...workbookFindings(sheet, account ?? null, signature),
    ...headerFindings(sheet.match.problems, sheet.mergedData),
  ];
  const questions = { sheetName: sheet.sheetName, rows };
  const confirmed = confirmedFindings([...ofHeader, ...findings], questions, confirmations);
  return { sheet, rows, findings, headerFindings: ofHeader, confirmed, ...options };
}

/** Findings of the rows that still ask for something: errors, notes, and queries that nobody confirmed. */
export function openFindings({ findings, confirmed }: CheckedSheet): readonly Finding[] {
  return confirmed.size === 0 ? findings : findings.filter((finding) => !confirmed.has(finding));
}

/** What the rules need to know of a sheet besides its rows. */
export function checkContext(
  sheet: OpenedSheet,
  { today, places, account, classes, schoolYear = findSchoolYear(sheet) }: CheckSheetOptions,
): CheckContext {
  const { layout, fields, identity, date1904 = false } = sheet;
  const unit = identity?.unit || account?.unit.code;
  return { kind: layout.record, today, columns: fields, date1904, places, classes, unit, schoolYear };
}

/**
 * The school year that a sheet is about, where it says so. Results may be of years ago, and the circular that judges them goes by
 * their year; a list of pupils is about today, whatever the title left in it says.
 */
export function findSchoolYear({ layout, match }: OpenedSheet): number | undefined {
  return layout.record === 'results' ? match.schoolYear : undefined;
}

/** Whether anything is left at `error`. */
export function hasErrors({ headerFindings, findings, confirmed }: CheckedSheet): boolean {
  const isError = (finding: Finding) => finding.severity === 'error' && !confirmed.has(finding);
  return headerFindings.some(isError) || findings.some(isError);
}

/** What the clerk reads of a check. */
export function checkReport(checked: CheckedSheet): CheckReport {
  const { rows, confirmed } = checked;
  const counts = { error: 0, query: 0, note: 0 };
  const unclean = new Set<number>();
  for (const finding of [...checked.headerFindings, ...checked.findings]) {
    if (confirmed.has(finding)) continue;
    counts[finding.severity]++;
    if (finding.severity !== 'note') for (const row of rowsOf(finding)) unclean.add(row);
  }
  return {
    rows: rows.length,
    clean: rows.length - unclean.size,
    ...counts,
    confirmed: confirmed.size,
    safe: mendedCells(checked, openFindings(checked).filter(isSafe)),
    groups: groupsOf(checked, (finding) => !confirmed.has(finding)),
    confirmedGroups: groupsOf(checked, (finding) => confirmed.has(finding)),
  };
}

/** By rule; errors first, and within each severity the larger group first. */
function groupsOf(checked: CheckedSheet, isWanted: (finding: Finding) => boolean): readonly FindingGroup[] {
  const byCode = new Map<string, Finding[]>();
  for (const finding of [...checked.headerFindings, ...checked.findings]) {
    if (isWanted(finding)) addToGroup(byCode, finding.code, finding);
  }
  const groups = [...byCode].map(([code, group]) => groupOf(code, group, checked));
  return groups.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.findings.length - a.findings.length,
  );
}

/** The rows a finding is about: its own, or those of the column that share it. */
function rowsOf(finding: Finding): readonly number[] {
  return finding.row === null ? (finding.rows ?? []) : [finding.row];
}

function groupOf(code: string, findings: readonly Finding[], checked: CheckedSheet): FindingGroup {
  const rule = getRule(code);
  const cells = (isWanted: (finding: Finding) => boolean) => mendedCells(checked, findings.filter(isWanted));
  // A rule may be graver in some cases; the group stands where its gravest finding does.
  const severity = SEVERITIES.find((level) => findings.some((finding) => finding.severity === level)) ?? rule.severity;
  return {
    code,
    severity,
    title: rule.title,
    citation: rule.citation,
    findings: findings.map((finding) => viewOf(finding, checked)),
    fixable: cells(() => true),
    safe: cells(isSafe),
  };
}

function isSafe({ fix }: Finding): boolean {
  return fix?.safe === true;
}

/** How many cells the fixes of these findings would change: one that several of them change is one. */
function mendedCells(checked: CheckedSheet, findings: readonly Finding[]): number {
  const units = findings.flatMap((finding) => fixUnits(checked, finding));
  return new Set(units.flatMap(({ changes }) => changes.map((change) => placeKey(checked, change)))).size;
}

/** A finding of a column leads to the first row it speaks of. Put into words when somebody reads it: of most, nobody does. */
function viewOf(finding: Finding, { rows, confirmed }: CheckedSheet): FindingView {
  const first = rowsOf(finding)[0];
  const row = first === undefined ? undefined : rows[first];
  let message: Message | undefined;
  return {
    finding,
    rowId: row && row.rowId !== '' ? row.rowId : null,
    rowNumber: row?.rowNumber ?? null,
    column: finding.field ?? (finding.row === null ? null : 'fullName'),
    get message() {
      message ??= describeFinding(finding, (index) => rows[index]?.rowNumber ?? 0);
      return message;
    },
    confirmation: confirmed.get(finding) ?? null,
  };
}
