import { codeList } from './code-list.ts';

export type Sex = 'Nam' | 'Nữ';

/**
 * Only words are variants. `x`, `0` and `1` are left out on purpose: in one form `x` is a girl, elsewhere `1` is a boy, so
 * the cell alone never says (`checkSexColumn` looks at the whole column).
 */
const SEX_LIST = codeList([
  { label: 'Nam', variants: ['male', 'm', 'trai', 'con trai'] },
  { label: 'Nữ', variants: ['nu', 'nừ', 'nử', 'female', 'f', 'gái', 'con gái', 'nữ giới'] },
]);

export const SEX_LABELS: readonly string[] = SEX_LIST.labels;

/** `Nam` or `Nữ` for those words in any case (the sector database ignores case here); undefined otherwise. */
export function findSex(text: string): Sex | undefined {
  if (text === 'Nam' || text === 'Nữ') return text;
  const label = SEX_LIST.find(text);
  return label === 'Nam' || label === 'Nữ' ? label : undefined;
}
