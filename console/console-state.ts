import type { Campaign, UnitProgress } from '../contract/schemas/campaign.ts';
import type { Unit } from '../contract/schemas/unit.ts';
import type { Message } from '../rules/messages.ts';
import { type ConsolePage, readPage } from './console-page.ts';
import type { DraftForm } from './draft-form.ts';
import type { Filter, TableChoice } from './school-table.ts';

/** What is under way. One of each at a time; the page stays usable meanwhile. */
export type WorkKind = 'list' | 'units' | 'progress' | 'open' | 'withdraw' | 'zip' | 'workbook';

export interface Progress {
  readonly campaignId: string;
  readonly units: readonly UnitProgress[];
  /** The server's clock, milliseconds since 1970. */
  readonly loadedAt: number;
}

export interface ReminderChoice {
  readonly filter: Filter;
  /** A school's code; null: one text for all of the group. */
  readonly unit: string | null;
  readonly form: 'letter' | 'note';
}

/** What the officers' page shows besides who is signed in, which the pane's own store keeps. */
export interface ConsoleState {
  readonly page: ConsolePage;
  /** Whose data this is: another account must not find it. */
  readonly username: string | null;
  /** What the server's clock is ahead of this computer's, milliseconds. */
  readonly clockAhead: number;
  /** Newest first; null: not loaded yet. */
  readonly campaigns: readonly Campaign[] | null;
  readonly units: readonly Unit[] | null;
  readonly progress: Progress | null;
  /** Kinds of work under way, with how far each is (items or bytes). */
  readonly work: ReadonlyMap<WorkKind, number>;
  readonly table: TableChoice;
  readonly tablePage: number;
  readonly reminder: ReminderChoice | null;
  readonly withdrawing: boolean;
  readonly draft: DraftForm | null;
  readonly draftStep: 'fill' | 'review';
  /** Faults are shown at their fields once somebody tried to go on. */
  readonly showFaults: boolean;
  /** What the draft is sent under, from its first try until it is known what came of it. */
  readonly draftKey: string | null;
  /** What was just done. */
  readonly notice: {
    /** The page it is said on. */
    readonly on: ConsolePage['name'];
    readonly message: Message;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
}

/** Deadlines come first in an officer's day: who is furthest behind stands on top. */
const FIRST_TABLE: TableChoice = { filter: 'all', search: '', sort: 'stage', descending: false };

export function firstConsoleState(hash: string): ConsoleState {
  return {
    page: readPage(hash),
    username: null,
    clockAhead: 0,
    campaigns: null,
    units: null,
    progress: null,
    work: new Map(),
    table: FIRST_TABLE,
    tablePage: 0,
    reminder: null,
    withdrawing: false,
    draft: null,
    draftStep: 'fill',
    showFaults: false,
    draftKey: null,
    notice: null,
  };
}

/** What belongs to the page that is left. */
export function leftBehind(): Partial<ConsoleState> {
  return {
    progress: null,
    table: FIRST_TABLE,
    tablePage: 0,
    reminder: null,
    withdrawing: false,
    draftStep: 'fill',
    notice: null,
  };
}
