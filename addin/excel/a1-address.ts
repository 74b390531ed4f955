/** `0` → `A`, `26` → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** An A1 address from 1-based rows and 0-based columns, both ends inclusive. */
export function areaAddress(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): string {
  const first = `${columnLetters(firstColumn)}${firstRow}`;
  const last = `${columnLetters(lastColumn)}${lastRow}`;
  return first === last ? first : `${first}:${last}`;
}

/**
 * The rows that an event's address touches: `B2`, `A1:C3`, `5:7`, `A2,B3:C4`; whole columns (`C:D`) touch every row down to
 * `lastRow`. Undefined for what is no address.
 */
export function findRows(address: string, lastRow: number): { firstRow: number; lastRow: number } | undefined {
  let found: { firstRow: number; lastRow: number } | undefined;
  for (const part of address.split(',')) {
    const match = /^(?:.*!)?\$?[A-Z]{0,3}\$?(\d*)(?::\$?[A-Z]{0,3}\$?(\d*))?$/i.exec(part.trim());
    if (!match || part.trim() === '') return undefined;
    const first = Number(match[1] || 1);
    const last = Number(match[2] || match[1] || lastRow);
    found = {
      firstRow: Math.min(found?.firstRow ?? first, first),
      lastRow: Math.max(found?.lastRow ?? last, last),
    };
  }
  return found;
}
