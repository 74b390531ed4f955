import type { JournalEntry } from '../../../desk/journal.ts';
import { cellText } from '../../../rules/cell.ts';
import { isBusy } from '../actions/run-task.ts';
import { columnHeader } from '../column-header.ts';
import { pageFrom } from '../paging.ts';
import type { Pane } from '../pane-view.ts';
import { WORDS } from '../words.ts';
import { Change } from './fix-group.tsx';
import { Pager } from './pager.tsx';

const UNDO_PAGE = 10;

/** Taking back the last mending: first what it will put back, then the button that does it. */
export function UndoView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { undoable, damaged, undoOpen } = state.fix;
  const last = undoable[0];
  return (
    <section class="ss-undo" aria-labelledby="sosach-undo">
      <h2 id="sosach-undo">{t(WORDS.undoHeading)}</h2>
      {damaged.length > 0 && (
        <p class="ss-banner ss-banner-warning">
          <span aria-hidden="true">⚠ </span>
          {t(WORDS.undoDamaged, { places: damaged.join(', ') })}
        </p>
      )}
      {!last && <p class="ss-small">{t(WORDS.undoNone)}</p>}
      {last && (
        <>
          <p class="ss-small">
            {t(WORDS.undoLast, { count: last.cells.length, time: pane.time(Date.parse(last.at)) })}
            {undoable.length > 1 && ` ${t(WORDS.undoOlder, { count: undoable.length - 1 })}`}
          </p>
          <button type="button" class="ss-button" aria-expanded={undoOpen} onClick={actions.fix.toggleUndo}>
            {t(undoOpen ? WORDS.notNow : WORDS.undoAsk)}
          </button>
          {undoOpen && <UndoPreview pane={pane} entry={last} />}
        </>
      )}
    </section>
  );
}

function UndoPreview({ pane, entry }: { pane: Pane; entry: JournalEntry }) {
  const { state, actions, t } = pane;
  const page = pageFrom(entry.cells, state.pages.get('undo') ?? 0, UNDO_PAGE);
  return (
    <div class="ss-undo-preview" id="sosach-undo-preview" tabIndex={-1}>
      <p>{t(WORDS.undoWill)}</p>
      <ul class="ss-plain-list">
        {page.items.map((cell) => (
          <li key={`${cell.rowId} ${cell.field}`} class="ss-change">
            <span class="ss-finding-place">{columnHeader(state.sheet, cell.field)}</span>
            <Change pane={pane} before={cellText(cell.after)} after={cellText(cell.before)} />
          </li>
        ))}
      </ul>
      <Pager pane={pane} list="undo" page={page} total={entry.cells.length} />
      <button
        type="button"
        class="ss-button ss-primary"
        aria-disabled={isBusy(state)}
        onClick={() => void actions.fix.undo()}
      >
        {t(WORDS.undoConfirm, { count: entry.cells.length })}
      </button>
    </div>
  );
}
