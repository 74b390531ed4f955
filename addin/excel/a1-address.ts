import { columnLetters } from '../../templates/column-letters.ts';

/** An A1 address from 1-based rows and 0-based columns, both ends inclusive. */
export function areaAddress(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): string {
  const first = `${columnLetters(firstColumn)}${firstRow}`;
  const last = `${columnLetters(lastColumn)}${lastRow}`;
  return first === last ? first : `${first}:${last}`;
}

/** 1-based rows, 0-based columns, both ends inclusive. */
export interface TouchedArea {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Excel's grid ends at XFD1048576. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_383;

/**
 * The smallest area round an event's address: `B2`, `A1:C3`, `5:7`, `C:D`, `A2,B3:C4`. Undefined for what is no address.
 */
export function findArea(address: string): TouchedArea | undefined {
  let found: TouchedArea | undefined;
  for (const part of address.split(',')) {
    const match = /^(?:.*!)?\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/i.exec(part.trim());
    if (!match || (!match[1] && !match[2])) return undefined;
    const [, column = '', row = '', toColumn = column, toRow = row] = match;
    const area = {
      firstRow: row === '' ? 1 : Number(row),
      lastRow: toRow === '' ? LAST_ROW : Number(toRow),
      firstColumn: column === '' ? 0 : columnIndex(column),
      lastColumn: toColumn === '' ? LAST_COLUMN : columnIndex(toColumn),
    };
    found = found ? around(found, area) : area;
  }
  return found;
}

function around(a: TouchedArea, b: TouchedArea): TouchedArea {
  return {
    firstRow: Math.min(a.firstRow, b.firstRow),
    lastRow: Math.max(a.lastRow, b.lastRow),
    firstColumn: Math.min(a.firstColumn, b.firstColumn),
    lastColumn: Math.max(a.lastColumn, b.lastColumn),
  };
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
