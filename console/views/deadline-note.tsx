import { type Deadline, deadlineWords, isOverdue, timeLeftWords } from '../../contract/deadline.ts';
import type { Console } from '../console-view.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';

export interface DeadlineNoteProps {
  readonly page: Console;
  readonly deadline: Deadline;
  /** Nothing is missing any more: being over is then no complaint. */
  readonly done?: boolean;
}

/** A deadline as circulars write it, with the time left by the server's clock; being over is said by word, sign and colour. */
export function DeadlineNote({ page: { now, t }, deadline, done = false }: DeadlineNoteProps) {
  const late = isOverdue(deadline, now) && !done;
  return (
    <span class={late ? 'cs-late' : 'cs-deadline'}>
      {t(deadlineWords(deadline))}
      {!done && (
        <span class="cs-left">
          <span aria-hidden="true">{late ? '⚠ ' : '◷ '}</span>
          <span class="ss-unseen">{t(late ? WORDS.over : WORDS.ahead)}: </span>
          {t(timeLeftWords(deadline, now))}
        </span>
      )}
    </span>
  );
}
