import assert from 'node:assert/strict';
import type { DeskError } from '../../desk/desk-error.ts';
import { ROW_ID_HEADER } from '../../templates/sheet-match.ts';
import { type DeskFixture, deskFixture, FIRST_ROW, pupil } from './desk-fixture.ts';

const FIELDS = ['fullName', 'birthDate', 'citizenId'] as const;
const ROWS = 6;

describe('desk: rows whose identity is torn or doubled', () => {
  async function pushed(): Promise<DeskFixture> {
    const fixture = deskFixture(Array.from({ length: ROWS }, (_, index) => pupil(index)));
    await fixture.client.signIn('van-thu', 'mật khẩu thử');
    await fixture.desk.push();
    for (const rowId of fixture.server.rows.keys()) {
      fixture.server.decide(rowId, { transport: 'answered', outcome: 'match', answeredAt: '2026-11-22T08:00:05Z' });
    }
    await fixture.desk.pullStatuses();
    return fixture;
  }
  const rowIdColumn = ({ sheet }: DeskFixture) => sheet.readRow(FIRST_ROW - 1).indexOf(ROW_ID_HEADER);
  const idAt = (fixture: DeskFixture, row: number) => fixture.sheet.read(row, rowIdColumn(fixture));
  const overwrite = (fixture: DeskFixture, row: number, index: number) => {
    for (const field of FIELDS) fixture.type(row, field, pupil(index)[field] ?? null);
  };
  const tornAt = async ({ desk }: DeskFixture) => (await desk.planPush()).torn?.rows.map(({ rowNumber }) => rowNumber);

  it('asks about a row that somebody else was pasted over, also after save and reopen, and sends nothing before', async () => {
    const fixture = await pushed();
    overwrite(fixture, FIRST_ROW + 1, 40);
    await fixture.desk.check();
    const again = fixture.reopen();
    await again.client.signIn('van-thu', 'mật khẩu thử');
    assert.deepEqual(await tornAt(again), [FIRST_ROW + 1]);
    await assert.rejects(again.desk.push(), (error: DeskError) => error.code === 'rows-torn');
    assert.equal(again.server.taken, 1);
  });

  it('“new people”: another id, and nothing of the former person’s verdict', async () => {
    const fixture = await pushed();
    const before = idAt(fixture, FIRST_ROW + 1);
    overwrite(fixture, FIRST_ROW + 1, 40);
    const plan = await fixture.desk.planPush();
    assert.equal(await fixture.desk.settleTorn(plan, 'new'), 1);
    assert.notEqual(idAt(fixture, FIRST_ROW + 1), before);
    assert.equal(fixture.read(FIRST_ROW + 1, 'verdict') ?? '', '');
    assert.equal(await tornAt(fixture), undefined);
    assert.equal((await fixture.desk.push()).queued, 1);
    assert.equal(fixture.server.rows.size, ROWS + 1);
  });

  it('“the same people”: the id stays, and the row goes as a correction', async () => {
    const fixture = await pushed();
    const before = idAt(fixture, FIRST_ROW + 1);
    overwrite(fixture, FIRST_ROW + 1, 40);
    await fixture.desk.settleTorn(await fixture.desk.planPush(), 'same');
    assert.equal(idAt(fixture, FIRST_ROW + 1), before);
    assert.equal(await tornAt(fixture), undefined);
    assert.deepEqual((await fixture.desk.push()).queued, 1);
    assert.equal(fixture.server.rows.size, ROWS);
    assert.equal(await tornAt(fixture), undefined, 'known by what was sent');
  });

  it('settles only what was asked about', async () => {
    const fixture = await pushed();
    overwrite(fixture, FIRST_ROW, 40);
    const plan = await fixture.desk.planPush();
    overwrite(fixture, FIRST_ROW + 2, 41);
    assert.equal(await fixture.desk.settleTorn(plan, 'same'), 1);
    assert.deepEqual(await tornAt(fixture), [FIRST_ROW + 2]);
  });

  it('sees a sort of some of the columns, with its evidence', async () => {
    const fixture = await pushed();
    for (let row = 0; row < ROWS; row++) overwrite(fixture, FIRST_ROW + row, (row + 1) % ROWS);
    const { torn } = await fixture.desk.planPush();
    assert.deepEqual([torn?.rows.length, torn?.moved], [ROWS, ROWS]);
  });

  it('says nothing of corrections, of rows never sent, nor of whole rows sorted', async () => {
    const fixture = await pushed();
    fixture.type(FIRST_ROW, 'fullName', 'Lê Thị Oanh');
    fixture.type(FIRST_ROW, 'citizenId', '001316000199');
    fixture.type(FIRST_ROW + ROWS, 'fullName', 'Đỗ Thị Mai');
    await fixture.desk.check();
    for (const field of FIELDS) fixture.type(FIRST_ROW + ROWS, field, pupil(50)[field] ?? null);
    fixture.sheet.sortRows(FIRST_ROW, FIRST_ROW + ROWS, fixture.column('fullName'), 'descending');
    assert.equal(await tornAt(fixture), undefined);
  });

  it('leaves a doubled id with the copy that still fits; the other one is a new row and no question', async () => {
    const fixture = await pushed();
    const original = idAt(fixture, FIRST_ROW);
    fixture.sheet.write(
      fixture.sheet.readRow(FIRST_ROW).map((value, column) => ({ row: FIRST_ROW + ROWS, column, value })),
    );
    overwrite(fixture, FIRST_ROW, 60);
    await fixture.desk.check();
    assert.notEqual(idAt(fixture, FIRST_ROW), original);
    assert.equal(idAt(fixture, FIRST_ROW + ROWS), original, 'not the upper one: the one that is still the person');
    assert.match(String(fixture.read(FIRST_ROW + ROWS, 'verdict')), /Đã xác thực/);
    assert.equal(await tornAt(fixture), undefined);
  });
});
