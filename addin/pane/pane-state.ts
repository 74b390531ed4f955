import type { PerformResult } from '../../contract/loop/decide-action.ts';
import type { PerformedAction } from '../../contract/loop/loop-actions.ts';
import type { CarriedState, TakenAnswers } from '../../contract/schemas/carried.ts';
import type { RecordHistory } from '../../contract/schemas/loop.ts';
import type { SendingPage } from '../../contract/schemas/sending.ts';
import type { Account, MySession } from '../../contract/schemas/session.ts';
import type { CampaignNotice } from '../../desk/campaign-client.ts';
import type { LoopRow } from '../../desk/desk-loop.ts';
import type { JournalEntry } from '../../desk/journal.ts';
import type { RecipePlan } from '../../desk/plan-recipe.ts';
import type { SupportFacts } from '../../desk/read-answer.ts';
import { EMPTY_RECIPE, type Recipe } from '../../desk/recipe.ts';
import type {
  CheckReport,
  ConfirmReport,
  DifferingRow,
  FixProposal,
  FixReport,
  OpenReport,
  Progress,
  PushPlan,
  PushReport,
  ResolveReport,
  StatusReport,
  UndoSendingReport,
} from '../../desk/reports.ts';
import type { Choice } from '../../desk/resolve-differences.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Language, Message } from '../../rules/messages.ts';

export const TABS = ['check', 'fix', 'push', 'results'] as const;
export type Tab = (typeof TABS)[number];

/** What the pane is busy with. One thing at a time: two writers on one sheet would make each other's cells stale. */
const TASKS = [
  'open',
  'check',
  'recheck',
  'clear-marks',
  'confirm',
  'withdraw',
  'propose',
  'fix',
  'recipe',
  'undo',
  'plan',
  'push',
  'dry-run',
  'resolve',
  'sendings',
  'receipt',
  'undo-sending',
  'status',
  'loop',
  'carry',
  'sign-in',
  'my-sessions',
  'end-session',
] as const;
export type TaskKind = (typeof TASKS)[number];

export interface Task {
  readonly kind: TaskKind;
  /** Taken up by the pane itself: what a person asks for meanwhile waits for its end. */
  readonly bySelf: boolean;
  /** Milliseconds since 1970, for how long the rest will take. */
  readonly startedAt: number;
  readonly progress: Progress | null;
  /** Null where stopping half-way has no meaning. */
  readonly cancel: (() => void) | null;
  readonly cancelling: boolean;
}

/** A failure in words: what happened, what to do, and the step to try again. */
export interface PaneProblem {
  readonly message: Message;
  readonly nextStep: Message | null;
  readonly requestId: string | null;
  readonly offline: boolean;
  /** The session is gone: the next step is to sign in. */
  readonly signInNeeded: boolean;
}

export interface ShownProblem extends PaneProblem {
  readonly retry: (() => void) | null;
}

/** Which finding is looked at: its group's code and its place within the group. */
export interface FindingPosition {
  readonly code: string;
  readonly index: number;
}

/** Mending in bulk where the findings are read: what it would change, before it is confirmed. */
export interface QuickFix {
  /** The rule whose safe fixes these are; null: those of all rules. */
  readonly code: string | null;
  readonly proposals: readonly FixProposal[];
}

export interface FixState {
  /** Null until asked for, and again whenever a new check makes the old ones doubtful. */
  readonly proposals: readonly FixProposal[] | null;
  readonly ticked: ReadonlySet<string>;
  /** The rule whose proposals alone are shown; null: all. */
  readonly only: string | null;
  /** Null until asked for, and again whenever a new check makes it doubtful. */
  readonly quick: QuickFix | null;
  readonly report: FixReport | null;
  readonly undoReport: FixReport | null;
  /** Newest first. */
  readonly undoable: readonly JournalEntry[];
  /** Journal lines that can no longer be read, by their place. */
  readonly damaged: readonly string[];
  readonly undoOpen: boolean;
  /** Rules whose fix goes into the recipe when it is applied. */
  readonly remember: ReadonlySet<string>;
}

export interface RecipeState {
  /** Whose it is; null until a sheet was looked at, '' while nobody knows. */
  readonly unit: string | null;
  readonly recipe: Recipe;
  /** What it would change, once asked for. */
  readonly plan: RecipePlan | null;
}

/** The last press of *Đúng như vậy*, or of its taking back. */
export interface ConfirmState {
  readonly done: 'confirmed' | 'withdrawn';
  readonly cells: number;
  readonly report: ConfirmReport;
}

export interface PushState {
  readonly plan: PushPlan | null;
  /** The clerk confirmed whose workbook this is (asked only of a workbook without identity). */
  readonly unitConfirmed: boolean;
  readonly report: PushReport | null;
  /** The line dropped during the push: the report counts only what was acknowledged before. */
  readonly broken: boolean;
  /** What the server would say of the plan, once it was asked. */
  readonly dryRun: PushReport | null;
}

/** What others changed meanwhile, and what was sent from this workbook. */
export interface SyncState {
  readonly differing: readonly DifferingRow[];
  /** What was chosen, by row id and field. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, Choice>>;
  readonly resolved: ResolveReport | null;
  /** Null until asked for, and again whenever something was sent. */
  readonly sendings: SendingPage | null;
  /** The sending whose undoing waits to be confirmed. */
  readonly undoAsked: string | null;
  readonly undone: UndoSendingReport | null;
  /** The sending whose receipt was saved last. */
  readonly receiptSaved: string | null;
}

/** What is known of the workbook in front beside its rows. */
export interface WorkbookState {
  /** What its identity calls for saying. */
  readonly findings: readonly Finding[];
  /** Null until the server told; `serverAhead`: milliseconds its clock is before this computer's. */
  readonly campaign: (CampaignNotice & { readonly serverAhead: number }) | 'gone' | null;
}

export interface ResultsState {
  readonly report: StatusReport | null;
  /** Seconds until the next fetch; null when the pane does not fetch by itself. */
  readonly nextFetchIn: number | null;
  readonly stoppedByHand: boolean;
}

/** What became of the last action at the rows in hand. */
export interface LoopReport {
  readonly action: PerformedAction;
  /** How many rows, by what became of them. */
  readonly rows: Readonly<Partial<Record<PerformResult, number>>>;
}

export interface LoopPaneState {
  /** The rows that were selected when the person last asked; null: not asked yet. */
  readonly rows: readonly LoopRow[] | null;
  /** Of the one row, where the server knows it. */
  readonly history: RecordHistory | null;
  readonly noticeOpen: boolean;
  readonly report: LoopReport | null;
}

/** Questions that a person carries to the service. */
export interface CarriedPaneState {
  /** Null until the server told. */
  readonly standing: CarriedState | null;
  /** A file to hand in was downloaded in this visit. */
  readonly downloaded: boolean;
  /** What became of the list that was read last. */
  readonly taken: TakenAnswers | null;
}

export interface PaneState {
  readonly language: Language;
  readonly tab: Tab;
  readonly overlay: 'sign-in' | 'password' | 'help' | 'support' | 'account' | null;
  readonly online: boolean;
  readonly account: Account | null;
  readonly tryOut: boolean;
  /** Known once the letter for help was asked for. */
  readonly support: SupportFacts;
  /** Why the account is gone, when it was not the person's own doing. */
  readonly signedOutBy: 'idle' | 'expired' | null;
  /** The name of the service that people may sign in with instead of a password; null while none is known of. */
  readonly provider: string | null;
  /** Somebody is signing in in another window. */
  readonly awaitingProvider: boolean;
  /** Where the account is signed in; null until that was looked up. */
  readonly mySessions: readonly MySession[] | null;
  /** The workbench has opened no workbook yet. */
  readonly nothingOpen: boolean;
  readonly sheet: OpenReport | null;
  readonly workbook: WorkbookState;
  readonly task: Task | null;
  /** What a person asked for that waits for its turn, in order. */
  readonly asked: readonly TaskKind[];
  readonly problem: ShownProblem | null;
  readonly check: CheckReport | null;
  readonly checkedAt: number | null;
  /** Somebody typed since the last check. */
  readonly checkOutdated: boolean;
  readonly marked: boolean;
  readonly current: FindingPosition | null;
  readonly openGroups: ReadonlySet<string>;
  /** 0-based page of each long list, by the list's name. */
  readonly pages: ReadonlyMap<string, number>;
  readonly confirm: ConfirmState | null;
  readonly fix: FixState;
  readonly recipe: RecipeState;
  readonly push: PushState;
  readonly sync: SyncState;
  readonly results: ResultsState;
  readonly loop: LoopPaneState;
  readonly carried: CarriedPaneState;
  /** What assistive technology reads out; the serial makes a repeated sentence count again. */
  readonly announcement: { readonly text: string; readonly serial: number };
  /** The element that should take the focus, by id. */
  readonly focus: { readonly id: string; readonly serial: number } | null;
}

/** About 60 ms of rules a thousand rows: from here on a check is felt as a halt on a slow computer. */
const LARGE_SHEET_ROWS = 2000;

export function isLargeSheet({ sheet }: PaneState): boolean {
  return sheet?.recognised === true && sheet.rows >= LARGE_SHEET_ROWS;
}

export const NO_FIX: FixState = {
  proposals: null,
  ticked: new Set(),
  only: null,
  quick: null,
  report: null,
  undoReport: null,
  undoable: [],
  damaged: [],
  undoOpen: false,
  remember: new Set(),
};
export const NO_RECIPE: RecipeState = { unit: null, recipe: EMPTY_RECIPE, plan: null };
export const NO_WORKBOOK: WorkbookState = { findings: [], campaign: null };
export const NO_PUSH: PushState = { plan: null, unitConfirmed: false, report: null, broken: false, dryRun: null };
const NO_SYNC: SyncState = {
  differing: [],
  choices: new Map(),
  resolved: null,
  sendings: null,
  undoAsked: null,
  undone: null,
  receiptSaved: null,
};
export const NO_RESULTS: ResultsState = { report: null, nextFetchIn: null, stoppedByHand: false };
export const NO_LOOP: LoopPaneState = { rows: null, history: null, noticeOpen: false, report: null };
export const NO_CARRIED: CarriedPaneState = { standing: null, downloaded: false, taken: null };

export function firstState(language: Language): PaneState {
  return {
    language,
    tab: 'check',
    overlay: null,
    online: true,
    account: null,
    tryOut: false,
    support: { address: null, version: null },
    signedOutBy: null,
    provider: null,
    awaitingProvider: false,
    mySessions: null,
    nothingOpen: false,
    sheet: null,
    workbook: NO_WORKBOOK,
    task: null,
    asked: [],
    problem: null,
    check: null,
    checkedAt: null,
    checkOutdated: false,
    marked: false,
    current: null,
    openGroups: new Set(),
    pages: new Map(),
    confirm: null,
    fix: NO_FIX,
    recipe: NO_RECIPE,
    push: NO_PUSH,
    sync: NO_SYNC,
    results: NO_RESULTS,
    loop: NO_LOOP,
    carried: NO_CARRIED,
    announcement: { text: '', serial: 0 },
    focus: null,
  };
}
