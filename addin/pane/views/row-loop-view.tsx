import { PERFORM_RESULTS, type PerformResult } from '../../../contract/loop/decide-action.ts';
import { LOOP_ACTIONS, type PerformedAction } from '../../../contract/loop/loop-actions.ts';
import { LOOP_STATE_WORDS, type LoopState } from '../../../contract/loop/loop-state.ts';
import { LOOP, offeredActions } from '../../../contract/loop/loop-table.ts';
import { ROLE_WORDS } from '../../../contract/role.ts';
import { COMPARED_FIELDS } from '../../../contract/verdict.ts';
import type { LoopRow } from '../../../desk/desk-loop.ts';
import type { Message } from '../../../rules/messages.ts';
import { rowsFor } from '../actions/loop-actions.ts';
import { isBusy } from '../actions/run-task.ts';
import { LOOP_STATE_SYMBOLS } from '../loop-state-symbols.ts';
import { LOOP_WORDS } from '../loop-words.ts';
import type { LoopReport } from '../pane-state.ts';
import type { Pane } from '../pane-view.ts';
import { saidOfPeople } from '../said-of-people.ts';
import { visibleText } from '../visible-text.ts';
import { WORDS } from '../words.ts';
import { NoticeForm } from './notice-form.tsx';
import { RoundsView } from './rounds-view.tsx';

/** The rows in hand: how they stand, what was done, and what may be done next, by the one table of the loop. */
export function RowLoopView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { rows, report } = state.loop;
  if (!state.sheet?.recognised) return null;
  return (
    <section class="ss-rows" aria-labelledby="sosach-rows">
      <h2 id="sosach-rows" tabIndex={-1}>
        {rows === null || rows.length === 0 ? t(LOOP_WORDS.heading) : titleOf(pane, rows)}
      </h2>
      {report && <ReportNote pane={pane} report={report} />}
      {rows === null ? (
        <p class="ss-small">{t(LOOP_WORDS.intro)}</p>
      ) : rows.length === 0 ? (
        <p class="ss-small">{t(LOOP_WORDS.none)}</p>
      ) : (
        <Rows pane={pane} rows={rows} />
      )}
      <button type="button" class="ss-button" aria-disabled={isBusy(state)} onClick={() => void actions.loop.look()}>
        {t(LOOP_WORDS.look)}
      </button>
    </section>
  );
}

function titleOf({ t }: Pane, rows: readonly LoopRow[]): string {
  const [only] = rows;
  if (rows.length > 1 || !only) return t(LOOP_WORDS.manyRows, { count: rows.length });
  return `${t(LOOP_WORDS.oneRow, { row: String(only.rowNumber) })} · ${visibleText(only.name)}`;
}

function Rows({ pane, rows }: { pane: Pane; rows: readonly LoopRow[] }) {
  const { state, actions, t, n } = pane;
  const { history, noticeOpen } = state.loop;
  const single = rows.length === 1 ? rows[0] : undefined;
  const counts = new Map<LoopState, number>();
  for (const row of rows) counts.set(row.state, (counts.get(row.state) ?? 0) + 1);
  return (
    <>
      <ul class="ss-plain-list">
        {[...counts].map(([row, count]) => (
          <li key={row} class={`ss-legend ss-state-${row}`}>
            <span class="ss-state-symbol" aria-hidden="true">
              {LOOP_STATE_SYMBOLS[row]}
            </span>
            <span>
              <strong>{t(saidOfPeople(state, LOOP_STATE_WORDS[row]))}</strong>
              {single ? roundOf(pane, single) : `: ${n(count)}`}
            </span>
          </li>
        ))}
      </ul>
      {single && !single.edited && LOOP[single.state].next.vi !== '' && (
        <p>{t(saidOfPeople(state, LOOP[single.state].next))}</p>
      )}
      {rows.some(({ edited }) => edited) && (
        <p class="ss-banner">
          <span aria-hidden="true">ⓘ </span>
          {t(LOOP_WORDS.edited)}{' '}
          <button type="button" class="ss-quiet" onClick={() => actions.showTab('push')}>
            {t(LOOP_WORDS.goSend)}
          </button>
        </p>
      )}
      {noticeOpen && single?.status ? (
        <NoticeForm pane={pane} history={history} />
      ) : (
        <Choices pane={pane} rows={rows} />
      )}
      {single && single.status === null && <p class="ss-small">{t(LOOP_WORDS.unknown)}</p>}
      {history && <RoundsView pane={pane} history={history} />}
    </>
  );
}

function roundOf({ t }: Pane, { status }: LoopRow): string {
  return status && status.round > 0 ? ` · ${t(LOOP_WORDS.round, { round: status.round })}` : '';
}

/** What may be done: each action with how many of the rows it is for. */
function Choices({ pane, rows }: { pane: Pane; rows: readonly LoopRow[] }) {
  const { state, actions, t } = pane;
  const { account } = state;
  if (!account) {
    return (
      <>
        <p class="ss-small">{t(LOOP_WORDS.signInFirst)}</p>
        <button type="button" class="ss-button" onClick={actions.loop.signIn}>
          {t(WORDS.signIn)}
        </button>
      </>
    );
  }
  const offered = [...new Set(rows.flatMap((row) => offeredActions(row.state, account.role)))].filter(
    (action) => rowsFor(action, rows).length > 0 && (rows.length === 1 || LOOP_ACTIONS[action].bulk),
  );
  if (offered.length === 0) return <Nothing pane={pane} rows={rows} />;
  return (
    <ul class="ss-choices">
      {offered.map((action) => (
        <li key={action}>
          <Choice pane={pane} action={action} rows={rows} />
        </li>
      ))}
    </ul>
  );
}

function Nothing({ pane, rows }: { pane: Pane; rows: readonly LoopRow[] }) {
  const { account } = pane.state;
  if (rows.some(({ status, edited }) => status === null || edited)) return null;
  const failed = rows.some((row) => offeredActions(row.state, 'clerk').length > 0);
  const words = rows.length === 1 ? LOOP_WORDS.nothingToDo : LOOP_WORDS.nothingToDoMany;
  return (
    <p class="ss-small">
      {failed && account ? pane.t(LOOP_WORDS.mayOnlyLook, { role: pane.t(ROLE_WORDS[account.role]) }) : pane.t(words)}
    </p>
  );
}

function Choice({ pane, action, rows }: { pane: Pane; action: PerformedAction; rows: readonly LoopRow[] }) {
  const { state, actions, t } = pane;
  const words = t(saidOfPeople(state, LOOP_ACTIONS[action].words));
  const compared = state.loop.history?.rounds.at(-1)?.notice?.compared;
  // Of many rows only the server knows their notices: it names those that lack one.
  const lacking = rows.length === 1 && LOOP_ACTIONS[action].needs === 'whole-notice' && !isWhole(compared);
  const ready = !lacking && !isBusy(state);
  const onClick = () => {
    if (!ready) return;
    if (action === 'record-notice') actions.loop.openNotice();
    else void actions.loop.perform(action);
  };
  return (
    <>
      <button
        type="button"
        class="ss-button"
        aria-disabled={!ready}
        aria-describedby={lacking ? `sosach-lacking-${action}` : undefined}
        onClick={onClick}
      >
        {rows.length === 1 ? words : t(LOOP_WORDS.forRows, { action: words, count: rowsFor(action, rows).length })}
      </button>
      {lacking && (
        <p class="ss-small" id={`sosach-lacking-${action}`}>
          {t(LOOP_WORDS.wholeNoticeFirst)}
        </p>
      )}
    </>
  );
}

function isWhole(compared: readonly string[] | undefined): boolean {
  return COMPARED_FIELDS.every((field) => compared?.includes(field));
}

const REFUSED_WORDS = {
  'not-allowed': LOOP_WORDS.notAllowed,
  changed: LOOP_WORDS.changed,
  'not-found': LOOP_WORDS.notFound,
  'notice-incomplete': LOOP_WORDS.noticeIncomplete,
} as const satisfies Record<Exclude<PerformResult, 'done'>, Message>;

function ReportNote({ pane, report }: { pane: Pane; report: LoopReport }) {
  const { state, t } = pane;
  const refused = PERFORM_RESULTS.filter((result) => result !== 'done').filter((result) => report.rows[result]);
  return (
    <div class={`ss-banner ${refused.length > 0 ? 'ss-banner-warning' : 'ss-banner-good'}`}>
      <p>
        <span aria-hidden="true">{refused.length > 0 ? '⚠ ' : '✓ '}</span>
        {t(LOOP_WORDS.done, {
          action: t(saidOfPeople(state, LOOP_ACTIONS[report.action].words)),
          count: report.rows.done ?? 0,
        })}
      </p>
      {refused.map((result) => (
        <p key={result}>{t(REFUSED_WORDS[result], { count: report.rows[result] ?? 0 })}</p>
      ))}
    </div>
  );
}
