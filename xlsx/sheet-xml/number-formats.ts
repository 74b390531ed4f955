import { GENERAL_FORMAT, TEXT_FORMAT } from '../../desk/cell-format.ts';

/** Formats that a workbook names by number alone (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: GENERAL_FORMAT,
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: TEXT_FORMAT,
};
/** East Asian builds of Excel show these numbers as dates (18.8.30, the tables by language). */
const EAST_ASIAN_DATES: readonly (readonly [number, number])[] = [
  [27, 36],
  [50, 58],
];

export function builtInFormat(id: number): string | undefined {
  if (EAST_ASIAN_DATES.some(([first, last]) => id >= first && id <= last)) return 'yyyy-mm-dd';
  return BUILT_IN[id];
}

/** The number of a format that needs no entry of its own. */
export function findBuiltInId(format: string): number | undefined {
  const found = Object.entries(BUILT_IN).find(([, code]) => code === format);
  return found && Number(found[0]);
}

/** Whether Excel shows a number under this format as a day or a time: what is left beside quotes, escapes and colours has a date letter. */
export function isDateFormat(format: string): boolean {
  const [positive = ''] = format.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(positive)) return true;
  const bare = positive.replace(/\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}
