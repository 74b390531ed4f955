import { type CellValue, cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import type { Ward } from '../codes/place-table.ts';
import { findProvince, type Province } from '../codes/provinces.ts';
import type { FieldId } from '../field.ts';
import type { CellChange, Fix } from '../fix.ts';
import type { RawRow } from '../record.ts';
import type { SheetState } from '../sheet-state.ts';
import { CLEAN_PLACE, type PlaceReading } from './read-place.ts';
import { RESIDENCE_RULES } from './residence-rules.ts';

/** From this count on former units are said once for the column; fewer are still read one by one. */
const SAID_ONCE = 10;

/** District and ward against the table of their province. */
export function checkPlace(state: SheetState, at: number, row: RawRow, province: Province): void {
  if (!state.places || isExcelError(row.district) || isExcelError(row.ward)) return;
  const reading = state.places.read(province, textOf(row.district), textOf(row.ward));
  if (reading === CLEAN_PLACE || reading.fault === null) return;
  const field = reading.fault === 'residence.district-unknown' ? 'district' : 'ward';
  const changes = changesOf(at, row, province, reading, state.hasColumn('province'));
  if (reading.fault === 'residence.unit-dissolved') {
    const expected = `${reading.ward?.name ?? ''}, ${fullNameOf(reading.province)}`;
    state.dissolved.push({ row: at, expected, changes });
    return;
  }
  state.found.report(RESIDENCE_RULES[reading.fault], at, field, row[field], {
    params: { province: fullNameOf(reading.province), candidates: reading.candidates },
    ...(changes.length > 0 ? { fix: { changes, safe: false } } : {}),
  });
}

/** Former units are said once for the column when there are many: they are no fault of anybody's, and one fix mends them all. */
export function checkDissolvedUnits(state: SheetState): void {
  const rule = RESIDENCE_RULES['residence.unit-dissolved'];
  const { dissolved } = state;
  // Without a column of provinces the district alone says where the commune is: taking it out is for a person to decide.
  const safe = state.hasColumn('province');
  const fixOf = (changes: readonly CellChange[]): Fix => ({ changes, safe });
  if (dissolved.length >= SAID_ONCE) {
    state.found.report(rule, null, 'ward', null, {
      params: { count: String(dissolved.length), expected: dissolved[0]?.expected ?? '' },
      rows: dissolved.map(({ row }) => row),
      fix: fixOf(dissolved.flatMap(({ changes }) => changes)),
    });
    return;
  }
  for (const { row, expected, changes } of dissolved)
    state.found.report(rule, row, 'ward', state.rows[row]?.ward, { params: { expected }, fix: fixOf(changes) });
}

/** A blank cell is '', whatever blank it holds. */
function textOf(cell: CellValue | undefined): string {
  if (isBlank(cell)) return '';
  return typeof cell === 'string' ? cell : cellText(cell);
}

function changesOf(
  at: number,
  row: RawRow,
  province: Province,
  { ward, district }: PlaceReading,
  hasProvince: boolean,
): readonly CellChange[] {
  if (district !== null) return [{ row: at, field: 'district', after: district }];
  return ward === null ? [] : changesTo(at, row, province, ward, hasProvince);
}

/** The whole address as it is called today. The ward comes first: it is what the finding is about. */
function changesTo(
  at: number,
  row: RawRow,
  province: Province,
  ward: Ward,
  hasProvince: boolean,
): readonly CellChange[] {
  const changes: CellChange[] = [];
  const change = (field: FieldId, after: string) => changes.push({ row: at, field, after });
  if (row.ward !== ward.name) change('ward', ward.name);
  if (!isBlank(row.district)) change('district', '');
  if (hasProvince && !province.since2025) change('province', fullNameOf(province.today));
  return changes;
}

function fullNameOf(province: string): string {
  return findProvince(province)?.fullName ?? province;
}
