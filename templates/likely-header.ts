import { type CellValue, cellText } from '../rules/cell.ts';

/** A row that reads like a header, though none of its texts name enough of our columns. */
export interface LikelyHeader {
  /** 1-based. */
  readonly row: number;
  /** 0-based columns with their texts, line breaks as spaces: as `headerName` writes them of one row. */
  readonly columns: readonly { readonly column: number; readonly header: string }[];
}

/** As deep as the matcher looks. */
const SEARCHED_ROWS = 40;
/** Fewer texts side by side are a title or a note. */
const LEAST_TEXTS = 3;
/** A longer text is an instruction. */
const LONGEST_TEXT = 160;

/**
 * The row that most looks like a header in a sheet where none was recognised: the most texts side by side, all different, without
 * a number among them; of equals the topmost. For people to say what its columns are.
 */
export function findLikelyHeader(grid: readonly (readonly CellValue[])[]): LikelyHeader | undefined {
  let best: LikelyHeader | undefined;
  grid.slice(0, SEARCHED_ROWS).forEach((cells, at) => {
    const columns = cells.flatMap((cell, column) => {
      const header = cellText(cell).replace(/\s+/g, ' ').trim();
      return header === '' ? [] : [{ column, header, isName: typeof cell === 'string' && isName(header) }];
    });
    const distinct = new Set(columns.map(({ header }) => header)).size;
    if (columns.length < LEAST_TEXTS || distinct < columns.length || !columns.every(({ isName: name }) => name)) return;
    if (best && best.columns.length >= columns.length) return;
    best = { row: at + 1, columns: columns.map(({ column, header }) => ({ column, header })) };
  });
  return best;
}

/** Words, not a code or a date. */
function isName(text: string): boolean {
  return text.length <= LONGEST_TEXT && /\p{L}/u.test(text) && !/^\d|\d{4,}/.test(text);
}
