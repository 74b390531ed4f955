import type { SessionView } from '../pane-view.ts';
import { SUPPORT_WORDS } from '../support-words.ts';
import { WORDS } from '../words.ts';

/** What went wrong, what to do, and the step to try again. */
export function ProblemNote({ pane }: { pane: SessionView }) {
  const { state, actions, t } = pane;
  const { problem } = state;
  if (!problem) return null;
  return (
    <div class="ss-problem" role="alert">
      <p class="ss-problem-what">
        <span class="ss-symbol ss-error" aria-hidden="true">
          !
        </span>
        {t(problem.message)}
      </p>
      {problem.nextStep && <p>{t(problem.nextStep)}</p>}
      {problem.requestId && <p class="ss-small">{t(WORDS.requestId, { id: problem.requestId })}</p>}
      <div class="ss-actions">
        {problem.signInNeeded && state.overlay !== 'sign-in' && (
          <button type="button" class="ss-button" onClick={() => actions.session.askSignIn(problem.retry)}>
            {t(WORDS.signIn)}
          </button>
        )}
        {problem.retry && !problem.signInNeeded && (
          <button type="button" class="ss-button" onClick={problem.retry}>
            {t(WORDS.retry)}
          </button>
        )}
        {problem.requestId && actions.showSupport && (
          <button type="button" class="ss-button" onClick={actions.showSupport}>
            {t(SUPPORT_WORDS.ask)}
          </button>
        )}
        <button type="button" class="ss-quiet" onClick={actions.dropProblem}>
          {t(WORDS.dismiss)}
        </button>
      </div>
    </div>
  );
}
