import { addToGroup } from '../rules/add-to-group.ts';
import { describeFinding } from '../rules/catalogue.ts';
import type { CellValue } from '../rules/cell.ts';
import { checkRows } from '../rules/check-rows.ts';
import { type Finding, SEVERITIES } from '../rules/finding.ts';
import type { CellChange } from '../rules/fix.ts';
import type { Message } from '../rules/messages.ts';
import type { RawRow } from '../rules/record.ts';
import { isScoreField } from '../rules/score-field.ts';
import { type CheckedSheet, checkContext, openFindings } from './check-sheet.ts';
import { type FixUnit, fixUnits, placeKey } from './fix-units.ts';
import type { FixProposal, ProposedCell } from './reports.ts';

/** More rounds than this would mean that two rules undo each other. */
const MAX_ROUNDS = 6;

/**
 * What could be mended, as tickable before → after lines; never what was confirmed to be right as it stands. No two proposals touch the same cell: several fixes of one cell
 * are run one after the other into one; where that cannot be, the gravest goes first and the others come back with the
 * next check. Pure.
 */
export function proposeFixes(
  checked: CheckedSheet,
  isWanted: (finding: Finding) => boolean = () => true,
): readonly FixProposal[] {
  const units = wantedUnits(checked, isWanted);
  const cellKey = (change: CellChange) => placeKey(checked, change);
  const byCell = new Map<string, FixUnit[]>();
  for (const unit of units) {
    for (const change of unit.changes) addToGroup(byCell, cellKey(change), unit);
  }

  const alone = new Map<Finding, CellChange[]>();
  const contested = new Map<string, FixUnit[]>();
  const taken = new Set<string>();
  for (const unit of units) {
    const keys = unit.changes.map(cellKey);
    if (keys.some((key) => taken.has(key))) continue;
    const key = keys[0] as string;
    const rivals = byCell.get(key) as FixUnit[];
    const { field } = unit.changes[0] as CellChange;
    const isRival = ({ changes }: FixUnit) => changes.length === 1 && changes[0]?.field === field;
    if (keys.length === 1 && rivals.length > 1 && rivals.every(isRival)) {
      contested.set(key, rivals);
    } else {
      const changes = alone.get(unit.finding);
      if (changes) changes.push(...unit.changes);
      else alone.set(unit.finding, [...unit.changes]);
    }
    for (const each of keys) taken.add(each);
  }

  return [
    ...[...alone].map(([finding, changes]) => proposalOf(checked, [finding], changes)),
    ...composed(checked, [...contested.values()]),
  ];
}

/**
 * The fixes of the wanted findings, gravest first, cut into what belongs together. What moves whole stretches of a column comes before
 * all: the others speak of values that stand in the wrong row.
 */
function wantedUnits(checked: CheckedSheet, isWanted: (finding: Finding) => boolean): readonly FixUnit[] {
  const wanted = openFindings(checked).filter((finding) => finding.fix && isWanted(finding));
  const rank = ({ severity, fix }: Finding) => (fix?.whole ? -1 : SEVERITIES.indexOf(severity));
  wanted.sort((a, b) => rank(a) - rank(b));
  // A row without an id (a file that is only read) can be judged, not written.
  const isWritable = ({ changes }: FixUnit) => changes.every((change) => checked.rows[change.row]?.rowId);
  return wanted.flatMap((finding) => fixUnits(checked, finding)).filter(isWritable);
}

interface Composition {
  readonly row: number;
  readonly field: CellChange['field'];
  readonly units: readonly FixUnit[];
  after: string;
  /** Codes still waiting for their turn. */
  readonly left: Set<string>;
}

/** Runs the fixes of each contested cell one after the other: the rules judge the value as the fix before left it. */
function composed(checked: CheckedSheet, contested: readonly (readonly FixUnit[])[]): readonly FixProposal[] {
  const all: Composition[] = contested.map((units) => {
    const first = (units[0] as FixUnit).changes[0] as CellChange;
    const codes = units.slice(1).map((unit) => unit.finding.code);
    return { row: first.row, field: first.field, units, after: first.after, left: new Set(codes) };
  });
  let open = all;
  for (let round = 0; round < MAX_ROUNDS && open.length > 0; round++) open = open.filter(nextFixes(checked, open));
  return all.map(({ row, field, units, after }) =>
    proposalOf(
      checked,
      units.map((unit) => unit.finding),
      [{ row, field, after }],
    ),
  );
}

/** Applies the next fix of every cell that has one; answers which cells may have another. */
function nextFixes(checked: CheckedSheet, open: readonly Composition[]): (cell: Composition) => boolean {
  const rows = open.map(({ row, field, after }): RawRow => ({ ...checked.rows[row]?.values, [field]: after }));
  const findings = checkRows(rows, checkContext(checked.sheet, checked));
  const changed = new Set<Composition>();
  for (const { code, fix } of findings) {
    for (const change of fix?.changes ?? []) {
      const cell = open[change.row];
      if (!cell || change.field !== cell.field || changed.has(cell) || !cell.left.has(code)) continue;
      cell.after = change.after;
      cell.left.delete(code);
      changed.add(cell);
    }
  }
  return (cell) => changed.has(cell) && cell.left.size > 0;
}

function proposalOf(checked: CheckedSheet, findings: readonly Finding[], changes: readonly CellChange[]): FixProposal {
  const first = findings[0] as Finding;
  const cells = changes.map((change): ProposedCell => {
    const row = checked.rows[change.row];
    const before: CellValue = row?.values[change.field] ?? null;
    return {
      rowId: row?.rowId ?? '',
      rowNumber: row?.rowNumber ?? 0,
      field: change.field,
      before,
      after: valueToWrite(change, before),
    };
  });
  const at = cells[0] as ProposedCell;
  return {
    id: `${first.code}@${at.rowId}.${at.field}`,
    code: first.code,
    codes: [...new Set(findings.map(({ code }) => code))],
    safe: findings.every((finding) => finding.fix?.safe),
    reason: joined(findings.map((finding) => describeFinding(finding, (index) => checked.rows[index]?.rowNumber ?? 0))),
    cells,
  };
}

/** A score that stood as a number stays one: formulas over its column go on reckoning with it. */
function valueToWrite({ field, after }: CellChange, before: CellValue): CellValue {
  if (after === '') return null;
  return typeof before === 'number' && isScoreField(field) && /^\d/.test(after) ? Number(after) : after;
}

function joined(messages: readonly Message[]): Message {
  return {
    vi: messages.map((message) => message.vi).join(' · '),
    en: messages.map((message) => message.en).join(' · '),
  };
}
