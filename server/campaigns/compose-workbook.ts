import type { Campaign } from '../../contract/schemas/campaign.ts';
import type { Unit } from '../../contract/schemas/unit.ts';
import { cellText } from '../../rules/cell.ts';
import type { FieldId } from '../../rules/field.ts';
import { findGrade } from '../../rules/fields/read-class.ts';
import type { RawRow, RecordKind } from '../../rules/record.ts';
import { getLayout } from '../../templates/layouts.ts';
import { signedText } from '../../templates/workbook-identity.ts';
import { type Clock, isoInstant } from '../clock.ts';
import type { WorkbookSigner } from '../crypto.ts';
import type { Tables } from '../store/tables.ts';
import type { StoredWorkbook } from '../store/workbook-table.ts';
import type { WorkbookRequest } from '../workbook-maker.ts';

export interface ComposeServices {
  readonly clock: Clock;
  readonly signer: WorkbookSigner;
}

/** More rows than any unit has: their statuses are read in one go. */
const ALL_ROWS = 1_000_000;

/**
 * A unit's workbook of one kind, with what the server knows of its rows. It keeps the identity of the newest workbook that the
 * unit sent from, so that rows pushed from this copy are the same rows; a unit that has sent nothing gets one id for good.
 * Expects the tables of a transaction.
 */
export async function composeWorkbook(
  tables: Tables,
  { clock, signer }: ComposeServices,
  unit: Unit,
  kind: RecordKind,
  campaign?: Campaign,
): Promise<WorkbookRequest> {
  const layout = getLayout(kind);
  const latest = await tables.workbooks.findLatest(unit.code, kind);
  const parts = (campaign?.parts ?? []).filter((part) => part.kind === kind);
  const grades = wantedGrades(parts.map((part) => part.grades));
  const unsigned = {
    template: layout.id,
    version: layout.version,
    unit: unit.code,
    unitName: unit.name,
    campaign: campaign?.campaignId ?? latest?.campaign ?? '',
    workbookId: latest?.workbookId ?? `${unit.code}.${kind}`,
    issuedAt: isoInstant(clock.now()),
  };
  return {
    layout,
    identity: { ...unsigned, signature: signer.sign(signedText(unsigned)) },
    unitHeading: (unit.parent === null ? undefined : await tables.units.find(unit.parent))?.name ?? '',
    optionalFields: [...new Set(parts.flatMap((part): readonly FieldId[] => part.optionalFields))],
    // Read from every row of the unit: only where a column asks for them.
    classes: layout.columns.some(({ id }) => id === 'className') ? await tables.records.classNames(unit.code) : [],
    campaign: campaign ?? null,
    rows: (await roster(tables, unit.code, kind, latest)).filter(({ cells }) => isWanted(cells, grades)),
    tryOut: await tables.meta.isTryOut(),
  };
}

/** One roster, from however many workbooks it came: a school may keep a file a class. */
async function roster(
  tables: Tables,
  unit: string,
  kind: RecordKind,
  latest: StoredWorkbook | undefined,
): Promise<WorkbookRequest['rows']> {
  const rows = latest ? await tables.records.roster(unit, kind, latest.campaign) : [];
  if (rows.length === 0) return [];
  const page = await tables.statuses.page({ root: unit, workbookId: null, classes: null }, 0, ALL_ROWS);
  const statuses = new Map(page.flatMap(({ statuses: own }) => own).map((status) => [status.recordId, status]));
  return rows.map(({ recordId, ...row }) => ({ ...row, status: statuses.get(recordId) ?? null }));
}

/** Null: every grade, as soon as one part says so. */
function wantedGrades(ofParts: readonly (readonly number[] | null)[]): ReadonlySet<number> | null {
  if (ofParts.length === 0) return null;
  const grades = new Set<number>();
  for (const some of ofParts) {
    if (some === null) return null;
    for (const grade of some) grades.add(grade);
  }
  return grades;
}

/** A class that names no grade is kept: leaving out a pupil is worse than one line too many. */
function isWanted(cells: RawRow, grades: ReadonlySet<number> | null): boolean {
  if (grades === null) return true;
  const grade = findGrade(cellText(cells.className).trim());
  return grade === undefined || grades.has(grade);
}
