import type { Pane } from '../pane-view.ts';
import { tabId } from '../tab-id.ts';
import { WORDS } from '../words.ts';
import { AccountView } from './account-view.tsx';
import { CheckView } from './check-view.tsx';
import { FixView } from './fix-view.tsx';
import { FocusKeeper } from './focus-keeper.tsx';
import { HelpView } from './help-view.tsx';
import { PaneHeader } from './pane-header.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProblemNote } from './problem-note.tsx';
import { PushView } from './push-view.tsx';
import { ResultsView } from './results-view.tsx';
import { SheetCard } from './sheet-card.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SupportForm } from './support-form.tsx';
import { TabList, tabPanelId } from './tab-list.tsx';
import { TaskBar } from './task-bar.tsx';

const VIEWS = { check: CheckView, fix: FixView, push: PushView, results: ResultsView } as const;

/** The whole pane. */
export function PaneApp({ pane }: { pane: Pane }) {
  const { state, t } = pane;
  const View = VIEWS[state.tab];
  return (
    <div class="sosach">
      <PaneHeader pane={pane} />
      <div class="ss-main">
        {!state.online && (
          <p class="ss-banner ss-banner-warning">
            <span aria-hidden="true">⚠ </span>
            {t(WORDS.offline)}
          </p>
        )}
        {state.signedOutBy === 'idle' && !state.account && (
          <p class="ss-banner">
            <span aria-hidden="true">ⓘ </span>
            {t(WORDS.signedOutIdle)}
          </p>
        )}
        {state.overlay === 'help' && <HelpView pane={pane} />}
        {state.overlay === 'support' && <SupportForm pane={pane} />}
        {state.overlay === 'sign-in' && <SignInForm pane={pane} />}
        {state.overlay === 'account' && <AccountView pane={pane} />}
        {state.overlay === 'password' && <PasswordForm pane={pane} />}
        {state.overlay === null && (
          <>
            <SheetCard pane={pane} />
            <TabList pane={pane} />
            <ProblemNote pane={pane} />
            <div class="ss-panel" role="tabpanel" id={tabPanelId(state.tab)} aria-labelledby={tabId(state.tab)}>
              <View pane={pane} />
            </div>
          </>
        )}
        <TaskBar pane={pane} />
      </div>
      <div class="ss-unseen" role="status" aria-live="polite">
        <span key={state.announcement.serial}>{state.announcement.text}</span>
      </div>
      <FocusKeeper focus={state.focus} />
    </div>
  );
}
