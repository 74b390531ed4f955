import { may } from '../../../contract/role.ts';
import { getCarriedState, handIn, takeAnswers } from '../../../desk/carried-client.ts';
import type { CollectionForm } from '../../../templates/csdl/collection-columns.ts';
import { CARRIED_WORDS } from '../carried-words.ts';
import type { PaneContext } from '../pane-context.ts';
import { NO_CARRIED } from '../pane-state.ts';
import { runTask } from './run-task.ts';
import type { StatusActions } from './status-actions.ts';

export type CarriedActions = ReturnType<typeof carriedActions>;

/** Questions that a person carries to CSDL ngành: the file to hand in, and the list of results. */
export function carriedActions(context: PaneContext, status: () => StatusActions) {
  const { store, client, host } = context;

  const change = (part: Partial<typeof store.state.carried>) =>
    store.change(({ carried }) => ({ carried: { ...carried, ...part } }));

  /** Looks whether the server works so, and how far the unit's rows have come. Without an answer nothing is offered. */
  async function meet(): Promise<void> {
    const { account } = store.state;
    if (!account || !may(account.role, 'records:push')) {
      store.change({ carried: NO_CARRIED });
      return;
    }
    try {
      change({ standing: await getCarriedState(client) });
    } catch {
      // An older server, or no line: what stands there stays, and whatever is pressed says so in words.
    }
  }

  async function download(form: CollectionForm): Promise<void> {
    const file = await runTask(context, 'carry', () => handIn(client, form), { retry: () => void download(form) });
    if (!file) return;
    const unit = client.account?.unit?.code ?? '';
    host.saveFile(`csdl-nganh-${form === 'staff' ? 'nhan-su' : 'hoc-sinh'}${unit && `-${unit}`}.xlsx`, file);
    change({ downloaded: true });
    store.announce(CARRIED_WORDS.downloaded);
    await refresh();
  }

  async function readList(readBytes: () => Promise<Uint8Array<ArrayBuffer>>): Promise<void> {
    change({ taken: null });
    const taken = await runTask(context, 'carry', async () => takeAnswers(client, await readBytes()));
    if (!taken) return;
    change({ taken });
    const left = Object.values(taken.notApplied).reduce((sum, count) => sum + count, 0);
    const { lines, applied } = taken;
    store.announce(CARRIED_WORDS.takenAnnounce, {
      lines: String(lines),
      applied: String(applied),
      left: String(left),
    });
    store.focus('sosach-taken');
    await refresh();
  }

  /** The sheet in front shows its rows' states anew; without one the counts alone do. */
  async function refresh(): Promise<void> {
    if (store.state.sheet?.recognised) await status().fetch();
    await meet();
  }

  return { meet, download, readList };
}
