import type { SignatureState } from '../contract/workbook-signature.ts';
import { type CheckedSheet, checkReport } from '../desk/check-sheet.ts';
import type { FindingView } from '../desk/reports.ts';
import type { FieldId } from '../rules/field.ts';
import type { Severity } from '../rules/finding.ts';
import type { Language } from '../rules/messages.ts';
import { columnLetters } from '../templates/column-letters.ts';
import { columnMapping, type SheetColumn } from '../templates/column-mapping.ts';
import type { ColumnId } from '../templates/layout.ts';
import { RESULT_COLUMNS } from '../templates/layout.ts';
import type { WorkbookIdentity } from '../templates/workbook-identity.ts';
import type { CheckedFile, SkippedSheet } from './check-file.ts';
import { findingColumn } from './finding-column.ts';

/** What `sosach check --json` prints for a file, on one line. Public: fields may be added, none may change. */
export interface CheckJson {
  readonly file: string;
  /** The workbook's own identity; absent for one that we did not make. */
  readonly identity?: IdentityJson;
  readonly sheets: readonly SheetJson[];
  readonly skipped: readonly SkippedSheet[];
  readonly totals: TotalsJson;
}

export interface IdentityJson extends Omit<WorkbookIdentity, 'signature'> {
  /** `unchecked` unless a key was given. */
  readonly signature: SignatureState;
}

export interface TotalsJson {
  readonly rows: number;
  /** Rows without error or open query. */
  readonly clean: number;
  /** Findings, not rows. */
  readonly error: number;
  /** Open ones. */
  readonly query: number;
  readonly note: number;
  /** Queries that somebody confirmed to be right as they stand. */
  readonly confirmed: number;
}

export interface SheetJson {
  readonly name: string;
  readonly template: string;
  readonly headerRow: number;
  readonly rows: number;
  /** Letters by field. */
  readonly columns: Readonly<Partial<Record<FieldId, string>>>;
  /** Which column is what, in the sheet's order; a field in several columns has them all. */
  readonly mapping: readonly MappingJson[];
  /** Columns of none of our fields: they stay in the file and are never sent. */
  readonly kept: readonly ColumnJson[];
  /** Fields that the sheet has no column for, the mandatory ones first. */
  readonly missing: readonly ColumnId[];
  readonly findings: readonly FindingJson[];
}

/** A column of the sheet: its letters, and its header with the groups above it. */
export interface ColumnJson {
  readonly column: string;
  readonly header: string;
}

export interface MappingJson {
  readonly field: ColumnId;
  readonly columns: readonly ColumnJson[];
}

export interface FindingJson {
  /** Excel row; null for a finding about a column or the sheet. */
  readonly row: number | null;
  /** Excel column; null for a finding about the sheet. */
  readonly column: string | null;
  readonly field: FieldId | null;
  readonly code: string;
  readonly severity: Severity;
  readonly value: string;
  readonly message: string;
  /** Excel rows that a finding about a column speaks of, or the first few others of a duplicate. */
  readonly rows?: readonly number[];
  /** How many others of a duplicate there are besides the first few in `rows`. */
  readonly moreRows?: number;
  readonly fix?: FixJson;
  /** Somebody said in the workbook that it is right as it stands; absent while it is open. */
  readonly confirmed?: true;
  /** The reason given. */
  readonly reason?: string;
}

export interface FixJson {
  /** The proposed value of the finding's own cell, else of the first cell the fix changes. */
  readonly value: string;
  readonly safe: boolean;
  /** Given where the fix changes more cells than the finding's own, or another one. */
  readonly changes?: readonly { readonly row: number; readonly column: string; readonly value: string }[];
}

export function checkJson(file: string, checked: CheckedFile, language: Language): CheckJson {
  const totals = { rows: 0, clean: 0, error: 0, query: 0, note: 0, confirmed: 0 };
  const sheets = checked.sheets.map((sheet) => {
    const report = checkReport(sheet);
    for (const key of Object.keys(totals) as (keyof TotalsJson)[]) totals[key] += report[key];
    const views = [...report.groups, ...report.confirmedGroups].flatMap((group) => group.findings);
    return sheetJson(sheet, views, language);
  });
  const { signature, skipped } = checked;
  const identity = checked.identity ? { identity: { ...checked.identity, signature } } : {};
  return { file, ...identity, sheets, skipped, totals };
}

function sheetJson(checked: CheckedSheet, views: readonly FindingView[], language: Language): SheetJson {
  const { sheetName, layout, match } = checked.sheet;
  const columns: Partial<Record<FieldId, string>> = {};
  for (const [id, column] of match.columns) if (isField(id)) columns[id] = columnLetters(column);
  const { mapped, kept, missing } = columnMapping(layout, match);
  const lettered = ({ column, header }: SheetColumn): ColumnJson => ({ column: columnLetters(column), header });
  const findings = views.map((view) => findingJson(checked, view, language));
  findings.sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || compareColumns(a.column ?? '', b.column ?? ''));
  return {
    name: sheetName,
    template: layout.id,
    headerRow: match.headerRow,
    rows: checked.rows.length,
    columns,
    mapping: mapped.map((entry) => ({ field: entry.field.id, columns: entry.columns.map(lettered) })),
    kept: kept.map(lettered),
    missing: missing.map(({ id }) => id),
    findings,
  };
}

function findingJson(
  checked: CheckedSheet,
  { finding, message, confirmation }: FindingView,
  language: Language,
): FindingJson {
  const excelRow = (index: number) => checked.rows[index]?.rowNumber ?? 0;
  return {
    row: finding.row === null ? null : excelRow(finding.row),
    column: findingColumn(checked.sheet.match, finding),
    field: finding.field,
    code: finding.code,
    severity: finding.severity,
    value: finding.value,
    message: message[language],
    ...(finding.rows ? { rows: finding.rows.map(excelRow) } : {}),
    ...(finding.moreRows === undefined ? {} : { moreRows: finding.moreRows }),
    ...(finding.fix ? { fix: fixJson(checked, finding, excelRow) } : {}),
    ...(confirmation ? { confirmed: true as const } : {}),
    ...(confirmation?.reason ? { reason: confirmation.reason } : {}),
  };
}

function fixJson(
  checked: CheckedSheet,
  { row, field, fix }: FindingView['finding'],
  excelRow: (index: number) => number,
): FixJson {
  const changes = fix?.changes ?? [];
  const own = changes.find((change) => change.row === row && change.field === field) ?? changes[0];
  const base = { value: own?.after ?? '', safe: fix?.safe ?? false };
  if (changes.length === 1 && changes[0]?.field === field) return base;
  return {
    ...base,
    changes: changes.map((change) => ({
      row: excelRow(change.row),
      column: columnLetters(checked.sheet.match.columns.get(change.field) ?? 0),
      value: change.after,
    })),
  };
}

/** `Z` before `AA`. */
function compareColumns(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function isField(id: ColumnId): id is FieldId {
  return !(RESULT_COLUMNS as readonly ColumnId[]).includes(id);
}
