/** Findings shown at once: more makes a pane of 320 px slow to scroll and to tab through. */
export const FINDINGS_PAGE = 50;
/** Fix proposals shown at once in a group: each is two lines and a tick box. */
export const PROPOSALS_PAGE = 30;
/** Changes shown at once where mending in bulk is confirmed among the findings: the button must stay in view below them. */
export const QUICK_PAGE = 5;
/** The name of that list. */
export const QUICK_LIST = 'quick';
/** Rows that stay, shown at once in the push preview. */
export const STAYING_PAGE = 20;

export interface Page<T> {
  readonly items: readonly T[];
  /** 0-based place of the first item in the whole list. */
  readonly first: number;
  readonly page: number;
  readonly pages: number;
}

/** One page of a list; a page beyond the end (the list became shorter) is the last one. */
export function pageFrom<T>(list: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const current = Math.min(Math.max(page, 0), pages - 1);
  const first = current * size;
  return { items: list.slice(first, first + size), first, page: current, pages };
}

export function pageOf(index: number, size: number): number {
  return Math.floor(index / size);
}
