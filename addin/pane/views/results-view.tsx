import { LOOP_STATE_WORDS, LOOP_STATES, type LoopState } from '../../../contract/loop/loop-state.ts';
import type { StatusReport } from '../../../desk/reports.ts';
import { isBusy } from '../actions/run-task.ts';
import { LOOP_STATE_SYMBOLS } from '../loop-state-symbols.ts';
import type { Pane } from '../pane-view.ts';
import { saidOfPeople } from '../said-of-people.ts';
import { WORDS } from '../words.ts';
import { CarriedSection } from './carried-section.tsx';
import { HeldNote } from './held-note.tsx';
import { RowLoopView } from './row-loop-view.tsx';

/** Step 4: how many rows stand where, how long the rest will take, and fetching. */
export function ResultsView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { report, nextFetchIn } = state.results;
  return (
    <>
      {report ? <States pane={pane} report={report} /> : <p>{t(WORDS.resultsIntro)}</p>}
      <div class="ss-actions">
        <button
          type="button"
          class={`ss-button ${report?.waiting === 0 ? '' : 'ss-primary'}`}
          aria-disabled={isBusy(state) || !state.sheet?.recognised}
          onClick={() => void actions.status.fetch()}
        >
          {t(WORDS.fetchResults)}
        </button>
        {nextFetchIn !== null && (
          <button type="button" class="ss-quiet" onClick={actions.status.stopByHand}>
            {t(WORDS.autoFetchStop)}
          </button>
        )}
      </div>
      {nextFetchIn !== null && <p class="ss-small">{t(WORDS.autoFetchIn, { seconds: nextFetchIn })}</p>}
      {state.results.stoppedByHand && <p class="ss-small">{t(WORDS.autoFetchStopped)}</p>}
      <RowLoopView pane={pane} />
      <CarriedSection pane={pane} />
    </>
  );
}

function States({ pane, report }: { pane: Pane; report: StatusReport }) {
  const { t, n } = pane;
  const words = (row: LoopState) => t(saidOfPeople(pane.state, LOOP_STATE_WORDS[row]));
  const total = LOOP_STATES.reduce((sum, row) => sum + report.states[row], 0);
  return (
    <>
      <h2 id="sosach-results" tabIndex={-1}>
        {t(WORDS.resultsHeading)}
      </h2>
      {report.held && <HeldNote pane={pane} held={report.held} />}
      {report.waiting > 0 ? (
        <p class="ss-banner">
          <span aria-hidden="true">… </span>
          {t(WORDS.waiting, { count: report.waiting })}, {eta(pane, report.etaSeconds)}
        </p>
      ) : report.held ? null : (
        <p class="ss-banner ss-banner-good">
          <span aria-hidden="true">✓ </span>
          {t(WORDS.resultsDone)}
        </p>
      )}
      <ul class="ss-states">
        {LOOP_STATES.filter((row) => report.states[row] > 0).map((row) => (
          <li key={row} class={`ss-state ss-state-${row}`}>
            <span class="ss-state-symbol" aria-hidden="true">
              {LOOP_STATE_SYMBOLS[row]}
            </span>
            <span class="ss-state-words">{words(row)}</span>
            <strong>{n(report.states[row])}</strong>
            <meter min={0} max={total} value={report.states[row]} aria-label={words(row)} />
          </li>
        ))}
      </ul>
      {report.missingRows > 0 && (
        <p class="ss-banner ss-banner-warning">
          <span aria-hidden="true">⚠ </span>
          {t(WORDS.missingRows, { count: report.missingRows })}
        </p>
      )}
      <p class="ss-small">{t(WORDS.resultsWhere)}</p>
    </>
  );
}

/** The server's own guess, rounded up so that it does not promise too much. */
function eta({ t }: Pane, seconds: number | null): string {
  if (seconds === null) return t(WORDS.etaUnknown);
  if (seconds < 90) return t(WORDS.etaSeconds, { count: Math.max(1, seconds) });
  if (seconds < 90 * 60) return t(WORDS.etaMinutes, { count: Math.ceil(seconds / 60) });
  return t(WORDS.etaHours, { count: Math.ceil(seconds / 3600) });
}
