import assert from 'node:assert/strict';
import { isBusy, runTask, type TaskOptions } from '../../../addin/pane/actions/run-task.ts';
import { IDLE_SIGN_OUT_MS } from '../../../addin/pane/actions/session-actions.ts';
import type { TaskKind } from '../../../addin/pane/pane-state.ts';
import { FIRST_ROW, pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { type PaneFixture, paneFixture, refusedFixture } from './pane-fixture.ts';

const SPACED = ' Nguyễn  Thị Châu ';

describe('pane: what is asked for while it works', () => {
  /** Does something in the middle of the first work of that kind, as a person on a slow computer would. */
  function during(pane: PaneFixture, kind: TaskKind, deed: () => unknown): Promise<void> {
    return new Promise((done, failed) => {
      const stop = pane.store.subscribe(() => {
        if (pane.state().task?.kind !== kind) return;
        stop();
        queueMicrotask(() => Promise.resolve(deed()).then(() => done(), failed));
      });
    });
  }

  describe('one after the other', () => {
    function works() {
      const pane = paneFixture([]);
      const context = { ...pane, host: { clock: pane.clock, painted: async () => {} } } as never;
      const ends = new Map<string, () => void>();
      const begun: string[] = [];
      const start = (name: string, kind: TaskKind, options: TaskOptions = {}) =>
        runTask(
          context,
          kind,
          () => {
            begun.push(name);
            return new Promise<string>((end) => ends.set(name, () => end(name)));
          },
          options,
        );
      const end = async (name: string) => {
        ends.get(name)?.();
        await settled();
      };
      return { start, end, begun, busy: () => isBusy(pane.state()) };
    }

    it('waits for the end of what the pane took up by itself, and refuses others from then on, not at their turn', async () => {
      const { start, end, begun, busy } = works();
      const own = start('own', 'recheck');
      assert.equal(busy(), false, 'a button is greyed over what nobody asked for');
      const first = start('first', 'push');
      assert.equal(busy(), true, 'the next press would be lost without a sign');
      assert.equal(await start('second', 'fix'), undefined);
      await end('own');
      assert.deepEqual(begun, ['own', 'first']);
      assert.equal(await start('third', 'fix'), undefined);
      await end('first');
      assert.deepEqual([await own, await first, busy()], ['own', 'first', false]);
    });

    it('lets what was asked for go before what the pane takes up by itself, none of which is lost', async () => {
      const { start, end, begun } = works();
      void start('own', 'recheck');
      void start('own too', 'propose', { bySelf: true });
      void start('own three', 'status');
      void start('asked', 'push');
      for (const name of ['own', 'asked', 'own too', 'own three']) {
        assert.equal(begun.at(-1), name);
        await end(name);
      }
    });

    it('has the patient wait behind what a person asked for, in order, once each', async () => {
      const { start, end, begun, busy } = works();
      void start('push', 'push');
      void start('check', 'check', { patient: true });
      void start('sign-in', 'sign-in', { patient: true });
      assert.equal(await start('sign-in again', 'sign-in', { patient: true }), undefined);
      await end('push');
      assert.equal(await start('check again', 'check', { patient: true }), undefined);
      await end('check');
      await end('sign-in');
      assert.deepEqual([begun, busy()], [['push', 'check', 'sign-in'], false]);
    });
  });

  it('signs in whoever hands in the form while the sheet is being read or checked', async () => {
    for (const kind of ['open', 'check'] as const) {
      const pane = paneFixture([pupil(0)]);
      const signedIn = during(pane, kind, () => Promise.all([pane.signIn(), pane.signIn()]));
      await pane.actions.sheet[kind]();
      await signedIn;
      assert.ok(pane.state().account, `lost during ${kind}`);
      assert.equal(pane.server.sent('/api/v1/session').length, 1);
    }
  });

  it('is not busy with its first look at the sheet', async () => {
    const pane = paneFixture([pupil(0)]);
    const looking = pane.actions.sheet.open({ bySelf: true });
    assert.deepEqual([pane.state().task?.kind, isBusy(pane.state())], ['open', false]);
    const checking = pane.actions.sheet.check();
    await Promise.all([looking, checking]);
    assert.ok(pane.state().check);
  });

  it('does not keep whoever signs in next waiting for the server to hear of the last one', async () => {
    const pane = paneFixture([]);
    await pane.signIn();
    const { server, clock } = pane;
    const send = server.send.bind(server);
    const told: (() => void)[] = [];
    server.send = async (request) => {
      if (request.method === 'DELETE') await new Promise<void>((heard) => told.push(heard));
      return send(request);
    };
    const leaving = pane.actions.session.signOut();
    assert.equal(pane.state().focus?.id, 'sosach-account');
    await pane.signIn();
    await clock.pass(IDLE_SIGN_OUT_MS);
    assert.deepEqual([pane.state().account, pane.state().signedOutBy], [null, 'idle']);
    await pane.signIn();
    pane.store.focus('sosach-plan');
    for (const heard of told) heard();
    await leaving;
    await settled();
    assert.deepEqual([pane.state().focus?.id, pane.state().signedOutBy], ['sosach-plan', null]);
    assert.equal(told.length, 2);
  });

  it('makes its proposals and its way back anew after mending, whatever was asked for in between', async () => {
    for (const kind of ['recheck', 'propose'] as const) {
      const pane = paneFixture([pupil(0), pupil(1, { fullName: SPACED })]);
      await pane.actions.sheet.check();
      pane.actions.showTab('fix');
      await settled();
      const cleared = during(pane, kind, () => pane.actions.sheet.clearMarks());
      await pane.actions.fix.apply();
      await cleared;
      const { marked, fix } = pane.state();
      assert.deepEqual([marked, fix.proposals, fix.undoable.length], [false, [], 1], kind);
    }
  });

  it('does what is asked for while rows are read anew after something was noted at them', async () => {
    const pane = await refusedFixture([pupil(0)]);
    pane.selectRows(FIRST_ROW, FIRST_ROW);
    await pane.actions.loop.look();
    await pane.actions.loop.perform('ask-notice');
    const stop = pane.store.subscribe(() => {
      const { task, loop } = pane.state();
      if (task?.kind !== 'loop' || loop.report?.action !== 'record-notice') return;
      stop();
      void pane.actions.loop.perform('guide-parents');
    });
    pane.actions.loop.openNotice();
    await pane.actions.loop.perform('record-notice', {
      number: '12/TB',
      date: '2026-11-20',
      issuer: 'Công an xã Thử',
      compared: [],
    });
    await settled();
    assert.equal(pane.state().loop.report?.action, 'guide-parents');
  });

  it('leaves whoever goes on during a check or a push where they are', async () => {
    const pane = paneFixture([pupil(0)]);
    await pane.signIn();
    const goOn = () => pane.actions.showTab('fix');
    let gone = during(pane, 'check', goOn);
    await pane.actions.sheet.check();
    await gone;
    assert.equal(pane.state().tab, 'fix');
    pane.actions.showTab('push');
    await pane.actions.push.plan();
    gone = during(pane, 'push', goOn);
    await pane.actions.push.push();
    await gone;
    assert.equal(pane.state().tab, 'fix');
    assert.equal(pane.state().results.report?.waiting, 1, 'results are fetched all the same');
  });

  it('moves the keyboard with what was done, never after what the pane does by itself then', async () => {
    const pane = paneFixture([pupil(0, { sex: 'Nam' })]);
    const late: (string | undefined)[] = [];
    let seen: number | undefined;
    let own = false;
    const press = async (action: () => Promise<unknown>) => {
      own = false;
      await action();
    };
    pane.store.subscribe(() => {
      const { focus, task } = pane.state();
      if (focus?.serial !== seen && own) late.push(focus?.id);
      seen = focus?.serial;
      if (task) own = task.bySelf;
    });
    const { sheet, columns, recipe, confirm, push } = pane.actions;
    const file = '{"sosach":"recipe","version":1,"fixes":[],"synonyms":{}}';
    await press(() => sheet.check());
    await press(() => columns.say(['Giới tính'], null));
    await press(() => recipe.removeSynonym('Giới tính'));
    await press(() => recipe.importFile(async () => file));
    await press(() => confirm.confirm(pane.state().check?.groups.flatMap(({ findings }) => findings) ?? []));
    await press(() => pane.signIn());
    await press(() => push.plan());
    await press(() => push.push());
    assert.equal(pane.state().problem, null);
    assert.deepEqual(late, []);
  });

  it('does not call back whoever has gone on to another finding while one was confirmed', async () => {
    const pane = paneFixture([1, 2, 3, 4].map((index) => pupil(index, { sex: 'Nam' })));
    await pane.actions.sheet.check();
    pane.actions.sheet.nextFinding();
    const gone = during(pane, 'recheck', () => {
      pane.actions.sheet.nextFinding();
      pane.actions.sheet.nextFinding();
    });
    await pane.actions.confirm.confirmCurrent();
    await gone;
    assert.equal(pane.state().current?.index, 2);
  });

  it('does not say that every row has its result while those just sent have none', async () => {
    const pane = await refusedFixture([pupil(0)]);
    assert.equal(pane.state().results.report?.waiting, 0);
    pane.type(FIRST_ROW, 'fullName', 'Lê Thị Mới');
    await pane.actions.push.plan();
    const shown: (number | undefined)[] = [];
    pane.store.subscribe(() => {
      const { tab, results } = pane.state();
      if (tab === 'results') shown.push(results.report?.waiting);
    });
    pane.actions.showTab('push');
    await pane.actions.push.push();
    assert.deepEqual([...new Set(shown)], [undefined, 1]);
  });
});
