import type { FieldDifference } from '../../../contract/schemas/push.ts';
import type { DifferingRow } from '../../../desk/reports.ts';
import type { Choice } from '../../../desk/resolve-differences.ts';
import { type CellValue, cellText } from '../../../rules/cell.ts';
import { isBusy } from '../actions/run-task.ts';
import { decidedRows } from '../actions/sync-actions.ts';
import { columnHeader } from '../column-header.ts';
import { pageFrom } from '../paging.ts';
import type { Pane } from '../pane-view.ts';
import { SYNC_WORDS } from '../sync-words.ts';
import { visibleText } from '../visible-text.ts';
import { WORDS } from '../words.ts';
import { Pager } from './pager.tsx';

/** Each has a name and some fields: more would not be read together in a narrow pane. */
const DIFFERING_PAGE = 10;

/** Rows that somebody else changed: mine, theirs and what was before, field by field, to choose from. */
export function DifferingRows({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { differing, resolved } = state.sync;
  const page = pageFrom(differing, state.pages.get('differing') ?? 0, DIFFERING_PAGE);
  const ready = decidedRows(state.sync).length;
  return (
    <>
      {resolved && (
        <div class="ss-banner ss-banner-good" id="sosach-resolved" tabIndex={-1}>
          <p>
            <span aria-hidden="true">✓ </span>
            {t(SYNC_WORDS.resolved, { rows: resolved.rows, cells: resolved.applied })}
          </p>
          {resolved.stale.length > 0 && (
            <p>
              <span aria-hidden="true">⚠ </span>
              {t(SYNC_WORDS.resolveStale, { count: resolved.stale.length })}
            </p>
          )}
          {resolved.applied > 0 && (
            <button type="button" class="ss-quiet" onClick={actions.showUndo}>
              {t(WORDS.undoAsk)}
            </button>
          )}
        </div>
      )}
      {differing.length > 0 && (
        <section class="ss-differing" aria-labelledby="sosach-differing">
          <h2 id="sosach-differing" tabIndex={-1}>
            <span aria-hidden="true">⇄ </span>
            {t(SYNC_WORDS.differingHeading, { count: differing.length })}
          </h2>
          <p class="ss-small">{t(SYNC_WORDS.differingWhy)}</p>
          <div class="ss-actions">
            <button type="button" class="ss-quiet" onClick={() => actions.sync.chooseAll('mine')}>
              {t(SYNC_WORDS.keepAllMine)}
            </button>
            <button type="button" class="ss-quiet" onClick={() => actions.sync.chooseAll('theirs')}>
              {t(SYNC_WORDS.takeAllTheirs)}
            </button>
          </div>
          <ul class="ss-plain-list">
            {page.items.map((row) => (
              <Row key={row.rowId} pane={pane} row={row} />
            ))}
          </ul>
          <Pager pane={pane} list="differing" page={page} total={differing.length} />
          <button
            type="button"
            class="ss-button ss-primary"
            aria-disabled={ready === 0 || isBusy(state)}
            onClick={() => void actions.sync.resolve()}
          >
            {ready === 0 ? t(SYNC_WORDS.resolveNothing) : t(SYNC_WORDS.resolve, { count: ready })}
          </button>
        </section>
      )}
    </>
  );
}

function Row({ pane, row }: { pane: Pane; row: DifferingRow }) {
  const { actions, t } = pane;
  const { editedBy, editedAt } = row;
  return (
    <li class="ss-differing-row">
      <button type="button" class="ss-finding" onClick={() => void actions.sheet.selectCell(row.rowId, 'fullName')}>
        <span class="ss-finding-place">{t(WORDS.atRow, { row: String(row.rowNumber) })}</span>
        <span class="ss-finding-message">{visibleText(row.name)}</span>
      </button>
      {editedBy !== null && (
        <p class="ss-small">
          {editedAt === null
            ? t(SYNC_WORDS.editedBy, { name: editedBy })
            : t(SYNC_WORDS.editedByAt, { name: editedBy, time: pane.time(Date.parse(editedAt)) })}
        </p>
      )}
      {row.fields.map((difference) => (
        <Field key={difference.field} pane={pane} row={row} difference={difference} />
      ))}
    </li>
  );
}

function Field({ pane, row, difference }: { pane: Pane; row: DifferingRow; difference: FieldDifference }) {
  const { state, t } = pane;
  const { field, mine, theirs, base, clash } = difference;
  const header = columnHeader(state.sheet, field);
  return (
    <fieldset class="ss-choice">
      <legend>
        <span class="ss-unseen">{visibleText(row.name)}: </span>
        {header}
      </legend>
      <Side pane={pane} row={row} field={field} side="mine" value={mine} />
      <Side pane={pane} row={row} field={field} side="theirs" value={theirs} />
      <p class="ss-small">
        {!clash
          ? t(SYNC_WORDS.onlyTheirs)
          : base === undefined
            ? t(SYNC_WORDS.baseUnknown)
            : `${t(SYNC_WORDS.baseWas)}: ${shown(pane, base)}`}
      </p>
    </fieldset>
  );
}

interface SideProps {
  readonly pane: Pane;
  readonly row: DifferingRow;
  readonly field: string;
  readonly side: Choice;
  readonly value: CellValue;
}

function Side({ pane, row, field, side, value }: SideProps) {
  const { state, actions, t } = pane;
  return (
    <label class="ss-choice-side">
      <input
        type="radio"
        name={`ss-${row.rowId}-${field}`}
        checked={state.sync.choices.get(row.rowId)?.get(field) === side}
        onChange={() => actions.sync.choose(row.rowId, field, side)}
      />
      <span>
        <span class="ss-small">{t(side === 'mine' ? SYNC_WORDS.keepMine : SYNC_WORDS.takeTheirs)}: </span>
        <strong>{shown(pane, value)}</strong>
      </span>
    </label>
  );
}

function shown({ t }: Pane, value: CellValue): string {
  const text = cellText(value);
  return text === '' ? t(WORDS.blank) : visibleText(text);
}
