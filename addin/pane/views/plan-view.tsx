import type { PushPlan, PushReport } from '../../../desk/reports.ts';
import { isBusy } from '../actions/run-task.ts';
import { pageFrom, STAYING_PAGE } from '../paging.ts';
import type { Pane } from '../pane-view.ts';
import { SYNC_WORDS } from '../sync-words.ts';
import { WORDS } from '../words.ts';
import { WORKBOOK_WORDS } from '../workbook-words.ts';
import { Pager } from './pager.tsx';
import { Tally } from './tally.tsx';
import { TornNote } from './torn-note.tsx';

/** What will go and what stays, and why; nothing is sent before the button here is pressed. */
export function PlanView({ pane, plan }: { pane: Pane; plan: PushPlan }) {
  const { state, actions, t } = pane;
  const going = plan.asked + plan.unverifiable + plan.notApplicable;
  const unknownUnit = state.sheet?.recognised === true && state.sheet.identity === null;
  const named = state.sheet?.recognised === true ? state.sheet.issuedTo : null;
  const ready = going > 0 && !isBusy(state) && (!unknownUnit || state.push.unitConfirmed);
  return (
    <>
      <h2 id="sosach-plan" tabIndex={-1}>
        {going > 0 ? t(WORDS.planHeading, { count: going }) : t(WORDS.planNothing)}
      </h2>
      <Tally
        pane={pane}
        lines={[
          { symbol: '→', count: plan.asked, words: WORDS.planAsked },
          { symbol: '?', count: plan.unverifiable, words: WORDS.planUnverifiable },
          { symbol: '–', count: plan.notApplicable, words: WORDS.planNotApplicable },
          { symbol: '△', count: plan.incomplete, words: WORDS.planIncomplete },
          { symbol: '✖', count: plan.staying.length, words: WORDS.planStaying },
        ]}
      />
      <Staying pane={pane} plan={plan} />
      {plan.torn && <TornNote pane={pane} plan={plan} torn={plan.torn} />}
      {going > 0 &&
        (unknownUnit ? (
          <div class="ss-banner ss-banner-warning">
            <p>
              {t(WORDS.identityAsk)} <strong>{plan.unitName}</strong> ({plan.unit})
            </p>
            {named !== null && named !== plan.unit && (
              <p>
                <span aria-hidden="true">⚠ </span>
                {t(WORKBOOK_WORDS.headingNamesOther, { code: named })}
              </p>
            )}
            <label class="ss-check-line">
              <input
                type="checkbox"
                checked={state.push.unitConfirmed}
                onChange={(event) => actions.push.confirmUnit(event.currentTarget.checked)}
              />
              <span>{t(WORDS.identityConfirm, { unit: plan.unitName })}</span>
            </label>
          </div>
        ) : (
          <p class="ss-small">{t(WORDS.planUnit, { unit: plan.unitName, code: plan.unit })}</p>
        ))}
      {state.push.dryRun && <DryRunNote pane={pane} report={state.push.dryRun} />}
      <div class="ss-actions">
        {going > 0 && !plan.torn && (
          <button
            type="button"
            class="ss-button ss-primary"
            aria-disabled={!ready}
            onClick={() => ready && void actions.push.push()}
          >
            {t(WORDS.push, { count: going })}
          </button>
        )}
        <button type="button" class="ss-button" onClick={actions.push.dropPlan}>
          {t(WORDS.notNow)}
        </button>
        {going > 0 && !plan.torn && (
          <button
            type="button"
            class="ss-quiet"
            aria-disabled={!ready}
            onClick={() => ready && void actions.push.dryRun()}
          >
            {t(SYNC_WORDS.dryRun)}
          </button>
        )}
      </div>
    </>
  );
}

/** What the server would do with the plan. */
function DryRunNote({ pane, report }: { pane: Pane; report: PushReport }) {
  return (
    <div class="ss-banner" id="sosach-dry-run" tabIndex={-1}>
      <p>
        <span aria-hidden="true">ⓘ </span>
        {pane.t(SYNC_WORDS.dryRunDone)}
      </p>
      <Tally
        pane={pane}
        lines={[
          { symbol: '…', count: report.queued, words: SYNC_WORDS.dryRunQueued },
          { symbol: '–', count: report.kept, words: SYNC_WORDS.dryRunKept },
          { symbol: '=', count: report.unchanged, words: WORDS.pushUnchanged },
          { symbol: '✖', count: report.stayed, words: SYNC_WORDS.dryRunStayed },
          { symbol: '⇄', count: report.differing?.length ?? 0, words: SYNC_WORDS.differingRows },
        ]}
      />
    </div>
  );
}

function Staying({ pane, plan }: { pane: Pane; plan: PushPlan }) {
  const { state, actions, t } = pane;
  const page = pageFrom(plan.staying, state.pages.get('staying') ?? 0, STAYING_PAGE);
  if (plan.staying.length === 0) return null;
  return (
    <>
      <ul class="ss-plain-list ss-staying">
        {page.items.map((row) => (
          <li key={row.rowId}>
            <button
              type="button"
              class="ss-finding"
              onClick={() => void actions.sheet.selectCell(row.rowId, 'fullName')}
            >
              <span class="ss-finding-place">{t(WORDS.atRow, { row: String(row.rowNumber) })}</span>
              <span class="ss-finding-message">{t(row.reason)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Pager pane={pane} list="staying" page={page} total={plan.staying.length} />
    </>
  );
}
