import { REASON_MAX_CHARS } from '../../../desk/confirmation.ts';
import type { FindingGroup } from '../../../desk/reports.ts';
import { isBusy } from '../actions/run-task.ts';
import { CONFIRM_WORDS } from '../confirm-words.ts';
import { cellsOf } from '../finding-cells.ts';
import type { Pane } from '../pane-view.ts';

/** Above the queries of one rule, which may be many pages: all of them are right as they stand, with a reason if the clerk wants to give one. */
export function ConfirmForm({ pane, group }: { pane: Pane; group: FindingGroup }) {
  const { state, actions, t } = pane;
  const queries = group.findings.filter(({ finding }) => finding.severity === 'query');
  if (queries.length === 0) return null;
  const cells = cellsOf(queries);
  const reasonId = `sosach-reason-${group.code}`;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy(state)) return;
    const reason = new FormData(event.currentTarget as HTMLFormElement).get('reason');
    void actions.confirm.confirm(queries, typeof reason === 'string' ? reason : '');
  };
  return (
    <form class="ss-form ss-confirm" onSubmit={onSubmit}>
      <p class="ss-small">{t(CONFIRM_WORDS.confirmWhy)}</p>
      <label for={reasonId}>{t(CONFIRM_WORDS.reasonLabel)}</label>
      <input id={reasonId} name="reason" type="text" maxLength={REASON_MAX_CHARS} autocomplete="off" />
      <button type="submit" class="ss-button" aria-disabled={isBusy(state)}>
        {cells === 1 ? t(CONFIRM_WORDS.confirmSingle) : t(CONFIRM_WORDS.confirmAll, { count: cells })}
      </button>
    </form>
  );
}
