import { type PaneActions, paneActions } from '../../../addin/pane/pane-actions.ts';
import type { PaneState } from '../../../addin/pane/pane-state.ts';
import { PaneStore } from '../../../addin/pane/pane-store.ts';
import type { MemorySheetData } from '../../../desk/memory-sheet.ts';
import type { RawRow } from '../../../rules/record.ts';
import type { WorkbookIdentity } from '../../../templates/workbook-identity.ts';
import { type DeskFixture, deskFixture, IDENTITY } from '../../desk/desk-fixture.ts';
import { ManualClock, settled } from './manual-clock.ts';

export interface PaneFixture extends DeskFixture {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  readonly clock: ManualClock;
  /** What was handed to the person, by file name. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What the browser keeps, by unit. */
  readonly kept: Map<string, string>;
  /** The pane's state now. */
  state(): PaneState;
  signIn(): Promise<void>;
  /** Presses the button that a person would press after reading a problem. */
  retry(): Promise<void>;
}

/** When the page draws: what a test does then happens in the middle of the work. */
export interface PaneTurns {
  readonly painted?: () => Promise<void>;
  readonly pause?: () => Promise<void>;
  /** What the browser kept from an earlier visit, by unit. */
  readonly kept?: Map<string, string>;
}

/** The pane without its pictures: real store, actions, desk, client and sheet; only the clock and the line are scripted. */
export function paneFixture(
  rows: readonly RawRow[],
  identity: WorkbookIdentity | null = IDENTITY,
  moreSheets: readonly MemorySheetData[] = [],
  { painted = async () => {}, pause = async () => {}, kept = new Map() }: PaneTurns = {},
): PaneFixture {
  const fixture = deskFixture(rows, identity, moreSheets, pause);
  const clock = new ManualClock();
  const files = new Map<string, string | Uint8Array>();
  const keepRecipe = (unit: string, text: string | null) =>
    void (text === null ? kept.delete(unit) : kept.set(unit, text));
  const store = new PaneStore('vi');
  const recipes = { read: (unit: string) => kept.get(unit) ?? null, write: keepRecipe };
  const languages = { read: () => null, write: () => {} };
  const saveFile = (name: string, contents: string | Uint8Array) => void files.set(name, contents);
  const host = {
    kind: 'workbench',
    clock,
    languages,
    recipes,
    saveFile,
    painted,
    watchNetwork: () => () => {},
  } as const;
  const actions = paneActions({ store, desk: fixture.desk, client: fixture.client, host });
  return {
    ...fixture,
    store,
    actions,
    clock,
    files,
    kept,
    state: () => store.state,
    signIn: () => actions.session.signIn('van-thu', 'mat-khau'),
    async retry() {
      store.state.problem?.retry?.();
      await settled();
    },
  };
}

/** A pane whose rows were sent and did not agree. */
export async function refusedFixture(rows: readonly RawRow[]): Promise<PaneFixture> {
  const pane = paneFixture(rows);
  await pane.actions.sheet.open();
  await pane.signIn();
  await pane.actions.push.plan();
  await pane.actions.push.push();
  for (const rowId of pane.server.rows.keys()) pane.server.decide(rowId, { transport: 'answered', outcome: 'differs' });
  await pane.clock.pass(60_000);
  return pane;
}
