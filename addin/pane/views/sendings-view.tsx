import type { Sending } from '../../../contract/schemas/sending.ts';
import type { UndoSendingReport } from '../../../desk/reports.ts';
import { isBusy } from '../actions/run-task.ts';
import type { Pane } from '../pane-view.ts';
import { SYNC_WORDS } from '../sync-words.ts';
import { WORDS } from '../words.ts';

/** A longer list of row numbers would fill the pane. */
const ROWS_NAMED = 20;

/** What was sent from this workbook: a receipt for each, and taking one back. */
export function SendingsView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { sendings, undone } = state.sync;
  return (
    <section class="ss-sendings" aria-labelledby="sosach-sendings">
      <h2 id="sosach-sendings" tabIndex={-1}>
        {t(SYNC_WORDS.sendings)}
      </h2>
      {undone && <UndoneNote pane={pane} report={undone} />}
      {sendings === null ? (
        <button
          type="button"
          class="ss-button"
          aria-disabled={isBusy(state) || !state.sheet?.recognised}
          onClick={() => void actions.sync.showSendings()}
        >
          {t(SYNC_WORDS.showSendings)}
        </button>
      ) : sendings.items.length === 0 ? (
        <p class="ss-small">{t(SYNC_WORDS.sendingsNone)}</p>
      ) : (
        <ul class="ss-plain-list">
          {sendings.items.map((sending) => (
            <Item key={sending.sendingId} pane={pane} sending={sending} now={sendings.now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Item({ pane, sending, now }: { pane: Pane; sending: Sending; now: string }) {
  const { state, actions, t } = pane;
  const { sendingId, at, by, counts, undoneAt, undoUntil } = sending;
  const time = pane.time(Date.parse(at));
  const sent = counts.queued + counts.kept;
  const mayUndo = undoneAt === null && sent > 0 && Date.parse(now) < Date.parse(undoUntil);
  return (
    <li class="ss-sending">
      <p>
        <strong>{t(SYNC_WORDS.sendingAt, { time })}</strong>
        {by !== null && <span class="ss-small"> · {t(SYNC_WORDS.sendingBy, { name: by })}</span>}
      </p>
      <p class="ss-small">{t(SYNC_WORDS.sendingRows, { sent, unchanged: counts.unchanged })}</p>
      {undoneAt !== null && (
        <p class="ss-small">
          <span aria-hidden="true">↶ </span>
          {t(SYNC_WORDS.sendingUndone, { time: pane.time(Date.parse(undoneAt)) })}
        </p>
      )}
      {state.sync.undoAsked === sendingId ? (
        <div class="ss-banner ss-banner-warning" id="sosach-undo-sending" tabIndex={-1}>
          <p>
            <span aria-hidden="true">⚠ </span>
            {t(SYNC_WORDS.undoSendingAsk, { time })}
          </p>
          <div class="ss-actions">
            <button
              type="button"
              class="ss-button ss-primary"
              aria-disabled={isBusy(state)}
              onClick={() => void actions.sync.undo(sendingId)}
            >
              {t(SYNC_WORDS.undoSendingConfirm)}
            </button>
            <button type="button" class="ss-button" onClick={() => actions.sync.askUndo(null)}>
              {t(WORDS.notNow)}
            </button>
          </div>
        </div>
      ) : (
        <div class="ss-actions">
          <button
            type="button"
            class="ss-quiet"
            aria-label={t(SYNC_WORDS.saveReceiptOf, { time })}
            aria-disabled={isBusy(state)}
            onClick={() => void actions.sync.saveReceipt(sendingId, at)}
          >
            {t(SYNC_WORDS.saveReceipt)}
          </button>
          {mayUndo && (
            <button
              type="button"
              class="ss-quiet"
              aria-label={t(SYNC_WORDS.undoSendingOf, { time })}
              onClick={() => actions.sync.askUndo(sendingId)}
            >
              {t(SYNC_WORDS.undoSending)}
            </button>
          )}
        </div>
      )}
      {state.sync.receiptSaved === sendingId && <p class="ss-small">✓ {t(SYNC_WORDS.receiptSaved)}</p>}
      {mayUndo && <p class="ss-small">{t(SYNC_WORDS.undoUntil, { time: pane.time(Date.parse(undoUntil)) })}</p>}
    </li>
  );
}

function UndoneNote({ pane: { t }, report }: { pane: Pane; report: UndoSendingReport }) {
  const { removed, restored, changedSince, left } = report;
  const named = changedSince.slice(0, ROWS_NAMED).join(', ');
  return (
    <div class={`ss-banner ${left > 0 ? 'ss-banner-warning' : 'ss-banner-good'}`} id="sosach-undone" tabIndex={-1}>
      <p>
        <span aria-hidden="true">{left > 0 ? '⚠ ' : '✓ '}</span>
        {t(SYNC_WORDS.undoSendingDone, { removed, restored })}
      </p>
      {left > 0 && (
        <p>
          {t(SYNC_WORDS.undoSendingLeft, {
            count: left,
            rows: changedSince.length > ROWS_NAMED ? `${named}…` : named || '–',
          })}
        </p>
      )}
    </div>
  );
}
