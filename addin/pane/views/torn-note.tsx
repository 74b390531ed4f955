import type { PushPlan } from '../../../desk/reports.ts';
import type { TornRows } from '../../../desk/torn-rows.ts';
import { isBusy } from '../actions/run-task.ts';
import type { Pane } from '../pane-view.ts';
import { WORKBOOK_WORDS } from '../workbook-words.ts';

/** Row numbers said one by one; of more, the first few and how many. */
const SHOWN = 8;

/** Asks whose the rows are that hold others than the server knows under them. Nothing is sent before it is answered. */
export function TornNote({ pane, plan, torn }: { pane: Pane; plan: PushPlan; torn: TornRows }) {
  const { state, actions, t } = pane;
  const { rows, moved } = torn;
  const settle = (answer: 'new' | 'same') => !isBusy(state) && void actions.push.settleTorn(plan, answer);
  return (
    <div class="ss-banner ss-banner-warning" id="sosach-torn" tabIndex={-1}>
      <p>
        <span aria-hidden="true">⚠ </span>
        {t(WORKBOOK_WORDS.tornAsk, { rows: rowsText(pane, torn) })}
      </p>
      {moved > 0 && <p>{t(WORKBOOK_WORDS.tornMoved, { count: moved })}</p>}
      <ul class="ss-plain-list">
        {rows.slice(0, SHOWN).map(({ rowId, rowNumber }) => (
          <li key={rowId}>
            <button type="button" class="ss-finding" onClick={() => void actions.sheet.selectCell(rowId, 'fullName')}>
              {t(WORKBOOK_WORDS.tornShow, { row: String(rowNumber) })}
            </button>
          </li>
        ))}
      </ul>
      <div class="ss-actions">
        <button type="button" class="ss-button" aria-disabled={isBusy(state)} onClick={() => settle('new')}>
          {t(WORKBOOK_WORDS.tornNew)}
        </button>
        <button type="button" class="ss-button" aria-disabled={isBusy(state)} onClick={() => settle('same')}>
          {t(WORKBOOK_WORDS.tornSame)}
        </button>
      </div>
      <p class="ss-small">{t(WORKBOOK_WORDS.tornMeaning)}</p>
    </div>
  );
}

function rowsText({ t }: Pane, { rows }: TornRows): string {
  const shown = rows
    .slice(0, SHOWN)
    .map((row) => row.rowNumber)
    .join(', ');
  return rows.length > SHOWN ? t(WORKBOOK_WORDS.tornMore, { rows: shown, count: rows.length - SHOWN }) : shown;
}
