import type { HeldSheet } from '../../../contract/schemas/hold.ts';
import { suspicionWords } from '../../../contract/suspicion.ts';
import { isBusy } from '../actions/run-task.ts';
import { HOLD_WORDS } from '../hold-words.ts';
import type { Pane } from '../pane-view.ts';

/** Why the sheet is not asked about any further, which column is suspected, and the way on for whoever has looked. */
export function HeldNote({ pane, held }: { pane: Pane; held: HeldSheet }) {
  const { state, actions, t } = pane;
  const { failed, answered, rows, suspicion } = held;
  return (
    <section class="ss-banner ss-banner-warning ss-held" aria-labelledby="sosach-held">
      <h3 id="sosach-held">
        <span aria-hidden="true">⚠ </span>
        {t(HOLD_WORDS.heldHeading)}
      </h3>
      <p>
        <strong>{t(suspicionWords(suspicion))}</strong>
      </p>
      <p>{t(HOLD_WORDS.heldCounts, { failed, answered, rows })}</p>
      <p>{t(HOLD_WORDS.heldAdvice)}</p>
      <button type="button" class="ss-button" aria-disabled={isBusy(state)} onClick={() => void actions.status.askOn()}>
        {t(HOLD_WORDS.askOn)}
      </button>
    </section>
  );
}
