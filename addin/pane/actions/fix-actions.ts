import type { FixProposal, FixReport } from '../../../desk/reports.ts';
import { QUICK_LIST } from '../paging.ts';
import type { PaneContext } from '../pane-context.ts';
import type { FixState } from '../pane-state.ts';
import { WORDS } from '../words.ts';
import type { RecipeActions } from './recipe-actions.ts';
import { runTask } from './run-task.ts';
import type { SheetActions } from './sheet-actions.ts';

export type FixActions = ReturnType<typeof fixActions>;

/** Proposing, ticking, applying and taking back fixes. */
export function fixActions(context: PaneContext, sheet: SheetActions, recipe: RecipeActions) {
  const { store, desk } = context;

  const changeFix = (part: Partial<typeof store.state.fix>) =>
    store.change(({ fix }) => ({ fix: { ...fix, ...part } }));

  /** Shows what could be mended; safe proposals come ticked. */
  async function propose({ bySelf = false } = {}): Promise<void> {
    const answer = await runTask(
      context,
      'propose',
      async () => ({ proposals: desk.proposals(), ...(await desk.journal()) }),
      { bySelf, retry: () => void propose() },
    );
    if (!answer) return;
    changeFix({ ...answer, ticked: ids(answer.proposals.filter((proposal) => proposal.safe)) });
  }

  function tick(proposals: readonly FixProposal[], on: boolean): void {
    const ticked = new Set(store.state.fix.ticked);
    for (const { id } of proposals) {
      if (on) ticked.add(id);
      else ticked.delete(id);
    }
    changeFix({ ticked });
  }

  function tickSafeOnly(): void {
    const shown = shownProposals(store.state.fix);
    tick(shown, false);
    tick(
      shown.filter((proposal) => proposal.safe),
      true,
    );
  }

  /** Writes what is ticked among what is shown. */
  async function apply(): Promise<void> {
    const { ticked } = store.state.fix;
    await write(shownProposals(store.state.fix).filter((proposal) => ticked.has(proposal.id)));
  }

  async function write(chosen: readonly FixProposal[]): Promise<void> {
    if (chosen.length === 0) return;
    const report = await runTask(context, 'fix', (control) => desk.applyFixes(chosen, control), {
      cancellable: true,
      retry: () => void write(chosen),
    });
    if (!report) return;
    const { remember } = store.state.fix;
    const kept = chosen.filter(({ code }) => remember.has(code)).flatMap(({ codes }) => codes);
    recipe.rememberFixes(kept.map((code) => ({ code })));
    await afterApplying(report);
  }

  /** Writes what the recipe's plan shows. */
  async function applyRecipe(): Promise<void> {
    const { plan } = store.state.recipe;
    if (!plan || plan.cells.length === 0) return;
    const report = await runTask(context, 'fix', (control) => desk.applyRecipe(plan, control), {
      cancellable: true,
      retry: () => void applyRecipe(),
    });
    if (report) await afterApplying(report);
  }

  async function afterApplying(report: FixReport): Promise<void> {
    changeFix({ report, undoReport: null, undoOpen: false, only: null, quick: null, remember: new Set() });
    store.announce(WORDS.applied, { count: String(report.applied) });
    store.focus('sosach-fix-report');
    await afterWriting();
  }

  function remember(code: string, on: boolean): void {
    const codes = new Set(store.state.fix.remember);
    if (on) codes.add(code);
    else codes.delete(code);
    changeFix({ remember: codes });
  }

  /** Shows what is safe in bulk, of one rule or of all, where its findings stand. Pressed again, it is put away. */
  async function previewQuick(code: string | null): Promise<void> {
    if (store.state.fix.quick?.code === code) return changeFix({ quick: null });
    const codes = code === null ? undefined : [code];
    const proposals = await runTask(context, 'propose', async () => desk.safeProposals(codes), {
      retry: () => void previewQuick(code),
    });
    if (!proposals) return;
    changeFix({ quick: { code, proposals } });
    setQuickPage(0);
    store.focus('sosach-quick');
  }

  /** The list may be long and was left on a later page the last time. */
  function setQuickPage(page: number): void {
    store.change(({ pages }) => ({ pages: new Map([...pages, [QUICK_LIST, page]]) }));
  }

  async function applyQuick(): Promise<void> {
    await write(store.state.fix.quick?.proposals ?? []);
  }

  async function undo(): Promise<void> {
    const entry = store.state.fix.undoable[0];
    if (!entry) return;
    const undoReport = await runTask(context, 'undo', () => desk.undo(entry.id), { retry: () => void undo() });
    if (!undoReport) return;
    changeFix({ report: null, undoReport, undoOpen: false });
    store.announce(WORDS.undone, { count: String(undoReport.applied) });
    store.focus('sosach-fix-report');
    await afterWriting();
  }

  /** Findings and proposals speak of the sheet as it was; both are made anew. */
  async function afterWriting(): Promise<void> {
    await sheet.refresh();
    if (store.state.problem) return;
    await propose({ bySelf: true });
  }

  return {
    propose,
    tick,
    tickSafeOnly,
    remember,
    previewQuick,
    applyQuick,
    apply,
    applyRecipe,
    undo,
    toggleUndo() {
      const undoOpen = !store.state.fix.undoOpen;
      changeFix({ undoOpen });
      // What it would put back stands below the pane's edge otherwise.
      if (undoOpen) store.focus('sosach-undo-preview');
    },
  };
}

/** The proposals a person has before the eyes: all, or those in which one rule has a part. */
export function shownProposals({ proposals, only }: FixState): readonly FixProposal[] {
  return (proposals ?? []).filter(({ codes }) => only === null || codes.includes(only));
}

function ids(proposals: readonly FixProposal[]): ReadonlySet<string> {
  return new Set(proposals.map((proposal) => proposal.id));
}
