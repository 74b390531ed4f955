import type { FixProposal } from '../../../desk/reports.ts';
import type { Message } from '../../../rules/messages.ts';
import { shownProposals } from '../actions/fix-actions.ts';
import { isBusy } from '../actions/run-task.ts';
import type { Pane } from '../pane-view.ts';
import { QUICK_FIX_WORDS } from '../quick-fix-words.ts';
import { WORDS } from '../words.ts';
import { FixGroup } from './fix-group.tsx';
import { FixReportNote } from './fix-report-note.tsx';
import { RecipeView } from './recipe-view.tsx';
import { UndoView } from './undo-view.tsx';

/** Step 2: before → after, ticked line by line; then what was done, and taking it back. */
export function FixView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  if (!state.check) {
    return (
      <>
        <p>{t(WORDS.checkBefore)}</p>
        <button
          type="button"
          class="ss-button ss-primary"
          aria-disabled={isBusy(state)}
          onClick={() => void actions.sheet.check()}
        >
          {t(WORDS.check)}
        </button>
      </>
    );
  }
  const { proposals } = state.fix;
  // What the school decided once comes before what is asked line by line.
  const hasRecipe = state.recipe.recipe.fixes.length > 0;
  return (
    <>
      <FixReportNote pane={pane} />
      {hasRecipe && <RecipeView pane={pane} />}
      {proposals && proposals.length === 0 && <p>{t(WORDS.noProposals)}</p>}
      {proposals === null && !isBusy(state) && state.task?.kind !== 'propose' && (
        <button type="button" class="ss-button" onClick={() => void actions.fix.propose()}>
          {t(WORDS.showProposals)}
        </button>
      )}
      {proposals && proposals.length > 0 && <Proposals pane={pane} proposals={shownProposals(state.fix)} />}
      {!hasRecipe && <RecipeView pane={pane} />}
      <UndoView pane={pane} />
    </>
  );
}

function Proposals({ pane, proposals }: { pane: Pane; proposals: readonly FixProposal[] }) {
  const { state, actions, t } = pane;
  const { ticked } = state.fix;
  const cells = proposals.reduce((sum, proposal) => sum + (ticked.has(proposal.id) ? proposal.cells.length : 0), 0);
  return (
    <>
      <OnlyRule pane={pane} />
      <p class="ss-small">{t(WORDS.fixIntro)}</p>
      <div class="ss-actions">
        <button type="button" class="ss-quiet" onClick={() => actions.fix.tick(proposals, true)}>
          {t(WORDS.tickAll)}
        </button>
        <button type="button" class="ss-quiet" onClick={actions.fix.tickSafeOnly}>
          {t(WORDS.tickSafe)}
        </button>
        <button type="button" class="ss-quiet" onClick={() => actions.fix.tick(proposals, false)}>
          {t(WORDS.tickNone)}
        </button>
      </div>
      {groupByCode(proposals).map(([code, group]) => (
        <FixGroup key={code} pane={pane} code={code} title={titleOf(pane, code)} proposals={group} />
      ))}
      <div class="ss-foot">
        <button
          type="button"
          class="ss-button ss-primary"
          aria-disabled={cells === 0 || isBusy(state)}
          onClick={() => void actions.fix.apply()}
        >
          {cells === 0 ? t(WORDS.applyNothing) : t(WORDS.applyFixes, { count: cells })}
        </button>
      </div>
    </>
  );
}

/** Led here from the findings of one rule: its proposals alone, and the way to all of them. */
function OnlyRule({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { only } = state.fix;
  if (only === null) return null;
  return (
    <div class="ss-banner" id="sosach-only" tabIndex={-1}>
      <p>{t(QUICK_FIX_WORDS.onlyRule, { title: t(titleOf(pane, only)) })}</p>
      <button type="button" class="ss-quiet" onClick={() => actions.showTab('fix')}>
        {t(QUICK_FIX_WORDS.showAllRules)}
      </button>
    </div>
  );
}

/** By rule; rules with safe proposals first, so that what comes ticked is what one sees. */
function groupByCode(proposals: readonly FixProposal[]): readonly [string, readonly FixProposal[]][] {
  const groups = new Map<string, FixProposal[]>();
  for (const proposal of proposals) {
    const group = groups.get(proposal.code);
    if (group) group.push(proposal);
    else groups.set(proposal.code, [proposal]);
  }
  const safeFirst = ([, group]: [string, FixProposal[]]) => (group.some((proposal) => proposal.safe) ? 0 : 1);
  return [...groups].sort((a, b) => safeFirst(a) - safeFirst(b));
}

/** The rule's title; the check's groups hold it, since every fix mends a finding. */
function titleOf({ state }: Pane, code: string): Message {
  return state.check?.groups.find((group) => group.code === code)?.title ?? { vi: code, en: code };
}
