import type { PushRequest } from '../../contract/schemas/push.ts';
import type { FieldId } from '../../rules/field.ts';
import { type RawRow, RECORD_FIELDS } from '../../rules/record.ts';
import { ApiProblem } from '../http/api-problem.ts';

/** A row that came whole. */
export interface WholeRow {
  readonly rowId: string;
  /** In the order of the record's fields, blanks left out: equal content has equal JSON. */
  readonly cells: RawRow;
}

export interface PushedRow extends Omit<WholeRow, 'cells'> {
  /** Null: as they were when the row was acknowledged with `base`. */
  readonly cells: RawRow | null;
  /** As in the contract: null for a row that was never acknowledged; undefined where the sheet does not say. */
  readonly base: number | null | undefined;
}

/**
 * The rows of a push under their fields. Beyond the schema it refuses what no sheet of ours sends: a column twice or of another
 * record kind, a row id twice, more cells than columns, a row without cells that was never acknowledged.
 */
export function readPush(push: PushRequest): readonly PushedRow[] {
  const fields: readonly FieldId[] = RECORD_FIELDS[push.workbook.template];
  const places = new Map<FieldId, number>();
  for (const [index, column] of push.columns.entries()) {
    if (places.has(column) || !fields.includes(column)) reject(`columns[${index}]`);
    places.set(column, index);
  }
  const present = fields.flatMap((field) => {
    const index = places.get(field);
    return index === undefined ? [] : [[field, index] as const];
  });
  const seen = new Set<string>();
  return push.rows.map(({ rowId, cells, base }, index) => {
    if (seen.has(rowId)) reject(`rows[${index}].rowId`);
    seen.add(rowId);
    if (!cells) {
      if (typeof base !== 'number') reject(`rows[${index}].base`);
      return { rowId, cells: null, base };
    }
    if (cells.length > push.columns.length) reject(`rows[${index}].cells`);
    const row: { -readonly [F in keyof RawRow]: RawRow[F] } = {};
    for (const [field, place] of present) {
      const cell = cells[place] ?? null;
      if (cell !== null && cell !== '') row[field] = cell;
    }
    return { rowId, cells: row, base };
  });
}

function reject(place: string): never {
  throw new ApiProblem('body-invalid', { where: `body.${place}` });
}
