import { type CellValue, cellText } from '../rules/cell.ts';

const YEARS = /năm\s*học\s*:?\s*(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?!\d)/iu;

/** First calendar year of the school year that the lines over a header name (`Năm học 2022-2023`); undefined for none or several. */
export function findTitleYear(above: readonly (readonly CellValue[])[]): number | undefined {
  const found = new Set<number>();
  for (const cell of above.flat()) {
    const years = typeof cell === 'string' ? YEARS.exec(cellText(cell).normalize('NFC')) : null;
    const first = Number(years?.[1]);
    // `2022-2024` is a span of years, and no school year.
    if (years && (first + 1) % 100 === Number(years[2]) % 100) found.add(first);
  }
  const [year] = found;
  return found.size === 1 ? year : undefined;
}
