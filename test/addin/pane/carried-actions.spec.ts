import assert from 'node:assert/strict';
import { CarriedState, TakenAnswers } from '../../../contract/schemas/carried.ts';
import { pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { type PaneFixture, paneFixture } from './pane-fixture.ts';

const FILE = new Uint8Array([80, 75, 3, 4]);
const TAKEN: TakenAnswers = {
  lines: 3,
  applied: 1,
  known: 0,
  repeated: 0,
  waiting: 1,
  notApplied: { 'fits-none': 1 },
  places: [{ sheet: 1, row: 4, reason: 'fits-none' }],
};

describe('pane: questions carried to CSDL ngành', () => {
  async function signedIn(by: CarriedState['by'] = 'csdl'): Promise<PaneFixture> {
    const pane = paneFixture([pupil(0), pupil(1)]);
    const form = { form: 'pupil', waiting: 2, handedIn: 0, withoutCode: 0 } as const;
    let state: CarriedState = { by, forms: by === null ? [] : [form] };
    pane.server.more.set('GET /api/v1/carried', () => ({ status: 200, body: CarriedState.parse(state) }));
    pane.server.more.set('POST /api/v1/carried/questions', () => {
      state = { by, forms: [{ ...form, waiting: 0, handedIn: 2 }] };
      return { status: 200, body: FILE };
    });
    pane.server.more.set('POST /api/v1/carried/answers', () => ({ status: 200, body: TakenAnswers.parse(TAKEN) }));
    await pane.actions.sheet.open();
    await pane.signIn();
    await settled();
    return pane;
  }
  const carried = (pane: PaneFixture) => pane.state().carried;

  it('is offered where the server works so, and nowhere else', async () => {
    assert.deepEqual(carried(await signedIn()).standing?.forms[0]?.waiting, 2);
    assert.equal(carried(await signedIn(null)).standing?.by, null);
    const older = paneFixture([pupil(0)]);
    await older.signIn();
    await settled();
    assert.deepEqual([carried(older).standing, older.state().problem], [null, null]);
  });

  it('hands the file over, and shows what is on its way', async () => {
    const pane = await signedIn();
    await pane.actions.carried.download('pupil');
    const unit = pane.state().account?.unit?.code;
    assert.deepEqual([...pane.files.keys()], [`csdl-nganh-hoc-sinh-${unit}.xlsx`]);
    assert.deepEqual([...pane.files.values()], [FILE]);
    assert.match(pane.server.sent('/api/v1/carried/questions')[0]?.path ?? '', /form=pupil$/);
    assert.deepEqual([carried(pane).downloaded, carried(pane).standing?.forms[0]?.handedIn], [true, 2]);
    assert.equal(pane.state().task, null);
  });

  it('sends a result list as it is, tells what became of it and fetches the results', async () => {
    const pane = await signedIn();
    const before = pane.server.sent('/api/v1/statuses').length;
    await pane.actions.carried.readList(async () => FILE);
    assert.deepEqual(pane.server.sent('/api/v1/carried/answers')[0]?.file, FILE);
    assert.deepEqual([carried(pane).taken, pane.state().focus?.id], [TAKEN, 'sosach-taken']);
    assert.ok(pane.server.sent('/api/v1/statuses').length > before);
  });

  it('says in words why a file was refused, and keeps what was shown', async () => {
    const pane = await signedIn();
    pane.server.next('/api/v1/carried/answers', 'list-without-results');
    await pane.actions.carried.readList(async () => FILE);
    assert.match(pane.state().problem?.message.vi ?? '', /chưa có cột kết quả/);
    assert.deepEqual([carried(pane).taken, carried(pane).standing?.by], [null, 'csdl']);
  });

  it('forgets it with the account', async () => {
    const pane = await signedIn();
    await pane.actions.session.signOut();
    await settled();
    assert.equal(carried(pane).standing, null);
  });
});
