import { may, ROLE_WORDS } from '../../../contract/role.ts';
import type { PushReport } from '../../../desk/reports.ts';
import { sheetErrorMessage } from '../../../desk/sheet-error.ts';
import { isBusy } from '../actions/run-task.ts';
import type { Pane } from '../pane-view.ts';
import { SYNC_WORDS } from '../sync-words.ts';
import { WORDS } from '../words.ts';
import { WORKBOOK_WORDS } from '../workbook-words.ts';
import { DifferingRows } from './differing-rows.tsx';
import { PlanView } from './plan-view.tsx';
import { SendingsView } from './sendings-view.tsx';
import { Tally } from './tally.tsx';

/** Step 3: what will go and what stays; then sending. */
export function PushView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { account, push } = state;
  if (account && !may(account.role, 'records:push')) {
    return (
      <div class="ss-banner ss-banner-warning">
        <p>
          <span aria-hidden="true">⚠ </span>
          {t(WORDS.mayNotPush, { role: t(ROLE_WORDS[account.role]) })}
        </p>
        <p>{t(WORDS.mayNotPushNext)}</p>
      </div>
    );
  }
  if (push.plan) return <PlanView pane={pane} plan={push.plan} />;
  return (
    <>
      {push.report ? <ReportNote pane={pane} report={push.report} /> : <p>{t(WORDS.pushIntro)}</p>}
      <DifferingRows pane={pane} />
      <button
        type="button"
        class={`ss-button ${state.sync.differing.length > 0 ? '' : 'ss-primary'}`}
        aria-disabled={isBusy(state) || !state.sheet?.recognised}
        onClick={() => void actions.push.plan()}
      >
        {t(WORDS.planPush)}
      </button>
      {!account && <p class="ss-small">{t(WORDS.signInWhy)}</p>}
      {account && <SendingsView pane={pane} />}
    </>
  );
}

function ReportNote({ pane, report }: { pane: Pane; report: PushReport }) {
  const { state, t } = pane;
  const { broken } = state.push;
  const halfway = report.cancelled || broken || report.differing !== undefined;
  return (
    <div class={`ss-banner ${halfway ? 'ss-banner-warning' : 'ss-banner-good'}`} id="sosach-push-report" tabIndex={-1}>
      <p>
        <span aria-hidden="true">{halfway ? '⚠ ' : '✓ '}</span>
        {t(broken ? WORDS.pushBroken : report.cancelled ? WORDS.pushCancelled : WORDS.pushDone)}
      </p>
      <Tally
        pane={pane}
        lines={[
          { symbol: '…', count: report.queued, words: WORDS.pushQueued },
          { symbol: '–', count: report.kept, words: WORDS.pushKept },
          { symbol: '=', count: report.unchanged, words: WORDS.pushUnchanged },
          { symbol: '✖', count: report.stayed, words: WORDS.pushStayed },
          { symbol: '⇄', count: report.differing?.length ?? 0, words: SYNC_WORDS.differingRows },
        ]}
      />
      {report.outdated && (
        <p>
          <span aria-hidden="true">ⓘ </span>
          {t(WORKBOOK_WORDS.pushOutdated, report.outdated)}
        </p>
      )}
      {report.notWritten && (
        <p>
          {t(WORDS.pushNotWritten)} {t(sheetErrorMessage(report.notWritten))}
        </p>
      )}
    </div>
  );
}
