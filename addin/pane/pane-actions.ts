import type { Language } from '../../rules/messages.ts';
import { type AccountActions, accountActions } from './actions/account-actions.ts';
import { type CarriedActions, carriedActions } from './actions/carried-actions.ts';
import { type ColumnActions, columnActions } from './actions/column-actions.ts';
import { type ConfirmActions, confirmActions } from './actions/confirm-actions.ts';
import { type FixActions, fixActions } from './actions/fix-actions.ts';
import { type LoopActions, loopActions } from './actions/loop-actions.ts';
import { type PushActions, pushActions } from './actions/push-actions.ts';
import { type RecipeActions, recipeActions } from './actions/recipe-actions.ts';
import { type SessionActions, sessionActions } from './actions/session-actions.ts';
import { type SheetActions, sheetActions } from './actions/sheet-actions.ts';
import { type StatusActions, statusActions } from './actions/status-actions.ts';
import { type SyncActions, syncActions } from './actions/sync-actions.ts';
import { type WorkbookActions, workbookActions } from './actions/workbook-actions.ts';
import type { PaneContext } from './pane-context.ts';
import type { Tab } from './pane-state.ts';

export interface PaneActions {
  readonly sheet: SheetActions;
  readonly columns: ColumnActions;
  readonly confirm: ConfirmActions;
  readonly fix: FixActions;
  readonly recipe: RecipeActions;
  readonly push: PushActions;
  readonly sync: SyncActions;
  readonly status: StatusActions;
  readonly loop: LoopActions;
  readonly carried: CarriedActions;
  readonly session: SessionActions;
  readonly account: AccountActions;
  readonly workbook: WorkbookActions;
  showTab(tab: Tab): void;
  /** The proposals of one rule alone. */
  showFixesOf(code: string): void;
  /** What undo would put back. */
  showUndo(): void;
  showHelp(): void;
  /** The form that composes an e-mail for help. */
  showSupport(): Promise<void>;
  setLanguage(language: Language): void;
  setPage(list: string, page: number): void;
  dropProblem(): void;
}

/** Everything a person can do in the pane, over one store. */
export function paneActions(context: PaneContext): PaneActions {
  const { store, host } = context;
  const workbook = workbookActions(context);
  const carried = carriedActions(context, () => status);
  const onAccount = () => {
    void workbook.meet();
    void carried.meet();
  };
  const session = sessionActions(context, { onAccount });
  const recipe = recipeActions(context, () => sheet.refresh());
  const sheet = sheetActions(context, session, recipe, workbook);
  const status = statusActions(context, session, () => void carried.meet());
  const loop = loopActions(context, session, status);
  const columns = columnActions(context, sheet, recipe);
  const confirm = confirmActions(context, sheet);
  const fix = fixActions(context, sheet, recipe);
  const sync = syncActions(context, sheet, session);
  const push = pushActions(context, sheet, session, status, sync);

  function showTab(tab: Tab, only: string | null = null): void {
    store.change(({ fix }) => ({ tab, overlay: session.resting(), fix: { ...fix, only } }));
    if (tab === 'fix' && store.state.check && store.state.fix.proposals === null) void fix.propose({ bySelf: true });
  }

  return {
    sheet,
    columns,
    confirm,
    fix,
    recipe,
    push,
    sync,
    status,
    loop,
    carried,
    session,
    account: accountActions(context, session),
    workbook,
    showTab: (tab) => showTab(tab),
    showFixesOf(code) {
      showTab('fix', code);
      store.focus('sosach-only');
    },
    showUndo() {
      showTab('fix');
      if (!store.state.fix.undoOpen) fix.toggleUndo();
    },
    showHelp() {
      store.change({ overlay: 'help' });
      store.focus('sosach-help');
    },
    async showSupport() {
      store.change({ overlay: 'support' });
      store.focus('sosach-support');
      try {
        store.change({ support: await context.client.support() });
      } catch {
        // The letter can be written without: whoever needs help may just have no line.
      }
    },
    setLanguage(language) {
      host.languages.write(language);
      store.change({ language });
    },
    setPage: (list, page) => store.change(({ pages }) => ({ pages: new Map([...pages, [list, page]]) })),
    dropProblem: () => store.change({ problem: null }),
  };
}
