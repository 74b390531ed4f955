import type { CheckReport } from '../../../desk/reports.ts';
import { isBusy } from '../actions/run-task.ts';
import { KEYS } from '../bind-keys.ts';
import { flatPosition } from '../finding-position.ts';
import type { Pane } from '../pane-view.ts';
import { WORDS } from '../words.ts';
import { ConfirmedView, ConfirmNote } from './confirmed-view.tsx';
import { FindingGroupView } from './finding-group.tsx';
import { FixReportNote } from './fix-report-note.tsx';
import { QuickFixAll } from './quick-fix.tsx';
import { SEVERITY_WORDS, SeveritySymbol } from './severity.tsx';

/** Step 1: check, counts, findings by rule. */
export function CheckView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { check } = state;
  if (state.nothingOpen) return <p>{t(WORDS.nothingOpenNext)}</p>;
  if (state.sheet && !state.sheet.recognised) {
    return (
      <button
        type="button"
        class="ss-button ss-primary"
        aria-disabled={isBusy(state)}
        onClick={() => void actions.sheet.open()}
      >
        {t(WORDS.readAgain)}
      </button>
    );
  }
  return (
    <>
      {!check && <p>{t(WORDS.checkFirst)}</p>}
      <div class="ss-actions">
        <button
          type="button"
          class="ss-button ss-primary"
          title={KEYS.check.shown}
          aria-keyshortcuts={KEYS.check.shown}
          aria-disabled={isBusy(state) || !state.sheet}
          onClick={() => void actions.sheet.check()}
        >
          {t(check ? WORDS.checkAgain : WORDS.check)}
        </button>
        {check && state.marked && (
          <button
            type="button"
            class="ss-quiet"
            aria-disabled={isBusy(state)}
            onClick={() => void actions.sheet.clearMarks()}
          >
            {t(WORDS.clearMarks)}
          </button>
        )}
      </div>
      {check && <Summary pane={pane} check={check} />}
    </>
  );
}

function Summary({ pane, check }: { pane: Pane; check: CheckReport }) {
  const { state, actions, t, n } = pane;
  const fixable = check.groups.reduce((sum, group) => sum + group.fixable, 0);
  return (
    <>
      <dl class="ss-counts" id="sosach-summary" tabIndex={-1}>
        {(['error', 'query', 'note'] as const).map((severity) => (
          <div key={severity} class={`ss-count ss-${severity}`}>
            <dt>
              <SeveritySymbol severity={severity} /> {t(SEVERITY_WORDS[severity])}
            </dt>
            <dd>{n(check[severity])}</dd>
          </div>
        ))}
        <div class="ss-count ss-clean">
          <dt>
            <span class="ss-symbol" aria-hidden="true">
              ✓
            </span>{' '}
            {t(WORDS.cleanRows)}
          </dt>
          <dd>
            {n(check.clean)}
            <span class="ss-of"> / {n(check.rows)}</span>
          </dd>
        </div>
      </dl>
      <p class="ss-small">
        {state.checkOutdated
          ? t(WORDS.checkOutdated)
          : state.checkedAt !== null && t(WORDS.checkedAt, { time: pane.time(state.checkedAt) })}
      </p>
      <ConfirmNote pane={pane} />
      <FixReportNote pane={pane} />
      {check.groups.length === 0 ? (
        <p class="ss-banner ss-banner-good">
          <span aria-hidden="true">✓ </span>
          {t(WORDS.allClean)} {t(WORDS.allCleanNext)}
        </p>
      ) : (
        <>
          <QuickFixAll pane={pane} count={check.safe} />
          {fixable > check.safe && (
            <button type="button" class="ss-button" onClick={() => actions.showTab('fix')}>
              {t(WORDS.goToFix, { count: fixable })}
            </button>
          )}
          <Walk pane={pane} check={check} />
          <ul class="ss-groups" aria-label={t(WORDS.findings)}>
            {check.groups.map((group) => (
              <FindingGroupView key={group.code} pane={pane} group={group} />
            ))}
          </ul>
        </>
      )}
      <ConfirmedView pane={pane} check={check} />
      {check.error === 0 && (
        <button type="button" class="ss-button" onClick={() => actions.showTab('push')}>
          {t(WORDS.goToPush)}
        </button>
      )}
    </>
  );
}

/** From finding to finding, cell by cell. */
function Walk({ pane, check }: { pane: Pane; check: CheckReport }) {
  const { state, actions, t } = pane;
  const total = check.groups.reduce((sum, group) => sum + group.findings.length, 0);
  return (
    <div class="ss-walk">
      <h2>{t(WORDS.findings)}</h2>
      <button
        type="button"
        class="ss-quiet ss-icon"
        title={`${t(WORDS.previousFinding)} (${KEYS.previous.shown})`}
        aria-label={t(WORDS.previousFinding)}
        onClick={actions.sheet.previousFinding}
      >
        ↑
      </button>
      <span class="ss-small">
        {state.current ? t(WORDS.findingPlace, { at: flatPosition(check, state.current) + 1, total }) : pane.n(total)}
      </span>
      <button
        type="button"
        class="ss-quiet ss-icon"
        title={`${t(WORDS.nextFinding)} (${KEYS.next.shown})`}
        aria-label={t(WORDS.nextFinding)}
        onClick={actions.sheet.nextFinding}
      >
        ↓
      </button>
    </div>
  );
}
