import type { Message } from '../../../rules/messages.ts';
import { ACCOUNT_WORDS } from '../account-words.ts';
import { CARRIED_WORDS } from '../carried-words.ts';
import { CONFIRM_WORDS } from '../confirm-words.ts';
import { LOOP_WORDS } from '../loop-words.ts';
import { isLargeSheet, type Task, type TaskKind } from '../pane-state.ts';
import type { Pane } from '../pane-view.ts';
import { RECIPE_WORDS } from '../recipe-words.ts';
import { SYNC_WORDS } from '../sync-words.ts';
import { WORDS } from '../words.ts';

const TASK_WORDS = {
  open: WORDS.opening,
  check: WORDS.checking,
  recheck: WORDS.checking,
  'clear-marks': WORDS.clearingMarks,
  confirm: CONFIRM_WORDS.confirming,
  withdraw: CONFIRM_WORDS.withdrawing,
  propose: WORDS.proposing,
  fix: WORDS.applying,
  recipe: RECIPE_WORDS.recipePlanning,
  undo: WORDS.undoing,
  plan: WORDS.planning,
  push: WORDS.pushing,
  'dry-run': SYNC_WORDS.dryRunning,
  resolve: SYNC_WORDS.resolving,
  sendings: SYNC_WORDS.sendingsLoading,
  receipt: SYNC_WORDS.receiptSaving,
  'undo-sending': SYNC_WORDS.undoSendingDoing,
  status: WORDS.fetching,
  loop: LOOP_WORDS.working,
  carry: CARRIED_WORDS.readingList,
  'sign-in': WORDS.signingIn,
  'my-sessions': ACCOUNT_WORDS.loading,
  'end-session': ACCOUNT_WORDS.ending,
} as const satisfies Record<TaskKind, Message>;

/** What the pane is doing right now, how far it is, and the way to stop it. Stays at the pane's foot. */
export function TaskBar({ pane }: { pane: Pane }) {
  const { state, t, n } = pane;
  const { task } = state;
  if (!task) return null;
  const { progress } = task;
  const words = t(task.cancelling ? WORDS.cancelling : TASK_WORDS[task.kind]);
  return (
    <div class={isLargeSheet(state) ? 'ss-task' : 'ss-task ss-task-soon'}>
      <label class="ss-task-words" for="sosach-progress">
        {words}
        {progress && progress.total > 0 && (
          <span class="ss-task-count">
            {n(progress.done)} / {n(progress.total)}
            {remaining(pane, task)}
          </span>
        )}
      </label>
      <div class="ss-task-line">
        {progress && progress.total > 0 ? (
          <progress id="sosach-progress" max={progress.total} value={progress.done} />
        ) : (
          <progress id="sosach-progress" />
        )}
        {task.cancel && (
          <button type="button" class="ss-button" aria-disabled={task.cancelling} onClick={task.cancel}>
            {t(WORDS.cancel)}
          </button>
        )}
      </div>
    </div>
  );
}

/** Sooner than this nothing can be said of the rest, and the number would jump. Milliseconds. */
const GUESS_AFTER_MS = 3000;

/** How long sending takes from here on, if it goes on as it went so far; other work is over before one has read it. */
function remaining({ t, now }: Pane, { kind, startedAt, progress }: Task): string {
  const elapsed = now() - startedAt;
  if ((kind !== 'push' && kind !== 'dry-run') || !progress || progress.done === 0 || elapsed < GUESS_AFTER_MS)
    return '';
  const seconds = Math.ceil((elapsed * (progress.total - progress.done)) / progress.done / 1000);
  if (seconds < 1) return '';
  const words = seconds < 90 ? SYNC_WORDS.remainingSeconds : SYNC_WORDS.remainingMinutes;
  return ` · ${t(words, { count: seconds < 90 ? seconds : Math.ceil(seconds / 60) })}`;
}
