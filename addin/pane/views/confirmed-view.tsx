import type { CheckReport, FindingGroup, FindingView } from '../../../desk/reports.ts';
import { isBusy } from '../actions/run-task.ts';
import { CONFIRM_WORDS } from '../confirm-words.ts';
import { cellsOf } from '../finding-cells.ts';
import { FINDINGS_PAGE, pageFrom } from '../paging.ts';
import type { Pane } from '../pane-view.ts';
import { visibleText } from '../visible-text.ts';
import { findingPlace } from './finding-place.ts';
import { Pager } from './pager.tsx';

/** The list's name among the groups that are open. */
const CONFIRMED = 'confirmed';

/** What was last confirmed or withdrawn, and taking it back. */
export function ConfirmNote({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { confirm } = state;
  if (!confirm) return null;
  return (
    <div class="ss-banner ss-banner-good" id="sosach-confirm-note" tabIndex={-1}>
      <p>
        <span aria-hidden="true">✓ </span>
        {t(CONFIRM_WORDS[confirm.done], { count: confirm.cells })}
      </p>
      {confirm.done === 'confirmed' && (
        <button
          type="button"
          class="ss-quiet"
          aria-disabled={isBusy(state)}
          onClick={() => void actions.confirm.undo()}
        >
          {t(CONFIRM_WORDS.confirmUndo)}
        </button>
      )}
    </div>
  );
}

/** Queries that somebody said are right as they stand: out of the way, but to be seen and withdrawn. */
export function ConfirmedView({ pane, check }: { pane: Pane; check: CheckReport }) {
  const { state, actions, t } = pane;
  const views = check.confirmedGroups.flatMap((group) => group.findings);
  if (views.length === 0) return null;
  const open = state.openGroups.has(CONFIRMED);
  return (
    <section class="ss-confirmed">
      <button
        type="button"
        class="ss-group-head"
        aria-expanded={open}
        {...(open ? { 'aria-controls': 'sosach-confirmed' } : {})}
        onClick={() => actions.sheet.toggleGroup(CONFIRMED)}
      >
        <span class="ss-symbol ss-clean" aria-hidden="true">
          ✓
        </span>
        <span class="ss-group-title">{t(CONFIRM_WORDS.confirmedHeading, { count: cellsOf(views) })}</span>
        <span class="ss-chevron" aria-hidden="true">
          ›
        </span>
      </button>
      {open && (
        <div class="ss-group-body" id="sosach-confirmed">
          {check.confirmedGroups.map((group) => (
            <ConfirmedGroup key={group.code} pane={pane} group={group} />
          ))}
        </div>
      )}
    </section>
  );
}

function ConfirmedGroup({ pane, group }: { pane: Pane; group: FindingGroup }) {
  const { state, actions, t } = pane;
  const list = `confirmed ${group.code}`;
  const page = pageFrom(group.findings, state.pages.get(list) ?? 0, FINDINGS_PAGE);
  return (
    <>
      <h3>{t(group.title)}</h3>
      <ul class="ss-plain-list">
        {page.items.map((view) => (
          <ConfirmedLine key={findingPlace(pane, view)} pane={pane} view={view} />
        ))}
      </ul>
      <Pager pane={pane} list={list} page={page} total={group.findings.length} />
      {group.findings.length > 1 && (
        <button
          type="button"
          class="ss-quiet"
          aria-disabled={isBusy(state)}
          onClick={() => void actions.confirm.withdraw(group.findings)}
        >
          {t(CONFIRM_WORDS.withdrawAll, { count: cellsOf(group.findings) })}
        </button>
      )}
    </>
  );
}

function ConfirmedLine({ pane, view }: { pane: Pane; view: FindingView }) {
  const { state, actions, t } = pane;
  const place = findingPlace(pane, view);
  const { value } = view.finding;
  const { at = '', reason = '' } = view.confirmation ?? {};
  const { rowId, column } = view;
  return (
    <li class="ss-finding-line">
      <button
        type="button"
        class="ss-finding"
        onClick={() => void (rowId && column && actions.sheet.selectCell(rowId, column))}
      >
        <span class="ss-finding-place">{place}</span>
        {value !== '' && <span class="ss-finding-value">{visibleText(value)}</span>}
        <span class="ss-small">
          {t(CONFIRM_WORDS.confirmedWhen, { time: pane.time(Date.parse(at)) })}
          {reason !== '' && ` · ${t(CONFIRM_WORDS.confirmedReason, { reason })}`}
        </span>
      </button>
      <button
        type="button"
        class="ss-quiet"
        aria-label={t(CONFIRM_WORDS.withdrawPlace, { place })}
        aria-disabled={isBusy(state)}
        onClick={() => void actions.confirm.withdraw([view])}
      >
        {t(CONFIRM_WORDS.withdrawOne)}
      </button>
    </li>
  );
}
