import type { Page } from '../paging.ts';
import type { Pane } from '../pane-view.ts';
import { WORDS } from '../words.ts';

interface PagerProps {
  readonly pane: Pane;
  /** The list's name in the state. */
  readonly list: string;
  readonly page: Page<unknown>;
  readonly total: number;
}

/** Pages through a long list; nothing when it fits on one page. */
export function Pager({ pane: { actions, t }, list, page, total }: PagerProps) {
  if (page.pages === 1) return null;
  return (
    <nav
      class="ss-pager"
      aria-label={t(WORDS.pageRange, { from: page.first + 1, to: page.first + page.items.length, total })}
    >
      <button
        type="button"
        class="ss-quiet"
        aria-label={t(WORDS.previousPage)}
        disabled={page.page === 0}
        onClick={() => actions.setPage(list, page.page - 1)}
      >
        ‹
      </button>
      <span>{t(WORDS.pageRange, { from: page.first + 1, to: page.first + page.items.length, total })}</span>
      <button
        type="button"
        class="ss-quiet"
        aria-label={t(WORDS.nextPage)}
        disabled={page.page === page.pages - 1}
        onClick={() => actions.setPage(list, page.page + 1)}
      >
        ›
      </button>
    </nav>
  );
}
