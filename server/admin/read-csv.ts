export interface CsvLine {
  /** 1-based line of the file on which the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Quotes that do not close, or text around them. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  readonly line: number;

  constructor(line: number) {
    super(`malformed quotes in line ${line}`);
    this.line = line;
  }
}

/**
 * Reads CSV as RFC 4180 has it: quoted cells may hold separators, line ends and doubled quotes. A byte-order mark is passed over,
 * empty lines too. Excel with Vietnamese settings writes semicolons: whichever stands in the first line separates.
 */
export function readCsv(text: string): readonly CsvLine[] {
  const source = text.replace(/^\ufeff/, '');
  const firstLine = /^[^\r\n]*/.exec(source)?.[0] ?? '';
  const separator = firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',';
  const lines: CsvLine[] = [];
  let line = 1;
  let at = 0;
  while (at < source.length) {
    const cells: string[] = [];
    const startLine = line;
    for (;;) {
      const cell = readCell(source, at, separator, startLine);
      cells.push(cell.text);
      line += cell.text.split('\n').length - 1;
      at = cell.end;
      if (source[at] !== separator) break;
      at++;
    }
    if (source[at] === '\r') at++;
    if (source[at] === '\n') at++;
    line++;
    if (cells.length > 1 || cells[0] !== '') lines.push({ line: startLine, cells });
  }
  return lines;
}

function readCell(source: string, start: number, separator: string, line: number): { text: string; end: number } {
  if (source[start] !== '"') {
    let end = start;
    while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end++;
    const text = source.slice(start, end);
    if (text.includes('"')) throw new CsvError(line);
    return { text, end };
  }
  let text = '';
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] !== '"') text += source[at];
    else if (source[at + 1] === '"') {
      text += '"';
      at++;
    } else {
      const after = source[at + 1];
      if (after !== undefined && after !== separator && after !== '\n' && after !== '\r') throw new CsvError(line);
      return { text, end: at + 1 };
    }
  }
  throw new CsvError(line);
}
