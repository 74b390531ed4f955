import type { FixReport } from '../../../desk/reports.ts';
import type { StaleCell } from '../../../desk/sheet-port.ts';
import { cellText } from '../../../rules/cell.ts';
import type { Message } from '../../../rules/messages.ts';
import { columnHeader } from '../column-header.ts';
import { pageFrom } from '../paging.ts';
import type { Pane } from '../pane-view.ts';
import { visibleText } from '../visible-text.ts';
import { WORDS } from '../words.ts';
import { Pager } from './pager.tsx';

const STALE_PAGE = 20;

const STALE_WORDS = {
  changed: WORDS.staleChanged,
  'row-gone': WORDS.staleRowGone,
  'row-doubled': WORDS.staleRowDoubled,
  'column-gone': WORDS.staleColumnGone,
  formula: WORDS.staleFormula,
} as const satisfies Record<StaleCell['why'], Message>;

/** What the last mending (or taking back) did, and what it left alone because it had changed meanwhile. */
export function FixReportNote({ pane }: { pane: Pane }) {
  const { report, undoReport } = pane.state.fix;
  if (report) return <Note pane={pane} words={WORDS.applied} report={report} />;
  if (undoReport) return <Note pane={pane} words={WORDS.undone} report={undoReport} />;
  return null;
}

function Note({ pane, words, report }: { pane: Pane; words: Message; report: FixReport }) {
  const { state, actions, t } = pane;
  const page = pageFrom(report.stale, state.pages.get('stale') ?? 0, STALE_PAGE);
  return (
    <div class="ss-banner ss-banner-good" id="sosach-fix-report" tabIndex={-1}>
      <p>
        <span aria-hidden="true">✓ </span>
        {t(words, { count: report.applied })}
      </p>
      {report.stale.length > 0 && (
        <>
          <p>
            <span aria-hidden="true">⚠ </span>
            {t(WORDS.stale, { count: report.stale.length })}
          </p>
          <ul class="ss-plain-list ss-small">
            {page.items.map((cell) => (
              <li key={`${cell.rowId} ${cell.field}`}>
                {columnHeader(state.sheet, cell.field)}: {visibleText(cellText(cell.before))} (
                {t(STALE_WORDS[cell.why])})
              </li>
            ))}
          </ul>
          <Pager pane={pane} list="stale" page={page} total={report.stale.length} />
        </>
      )}
      {state.tab !== 'fix' && state.fix.undoable.length > 0 && (
        <button type="button" class="ss-quiet" onClick={actions.showUndo}>
          {t(WORDS.undoAsk)}
        </button>
      )}
    </div>
  );
}
