import assert from 'node:assert/strict';
import type { PushRequest } from '../../contract/schemas/push.ts';
import type { DifferingRow } from '../../desk/reports.ts';
import type { Choice, ResolvedRow } from '../../desk/resolve-differences.ts';
import { type DeskFixture, deskFixture, FIRST_ROW, IDENTITY, LAYOUT, pupil } from './desk-fixture.ts';

/** Somebody else's edit is shown and never overwritten blindly; an unchanged row costs next to nothing. */
describe('desk: rows that others change, and rows that nobody does', () => {
  async function pushed(count: number, identity: typeof IDENTITY | null = IDENTITY): Promise<DeskFixture> {
    const fixture = deskFixture(
      Array.from({ length: count }, (_, index) => pupil(index)),
      identity,
    );
    await fixture.client.signIn('van-thu', 'mật khẩu thử');
    await fixture.desk.push({ unit: '01-TH-000' });
    fixture.server.requests.length = 0;
    return fixture;
  }

  const lastPush = (fixture: DeskFixture) => fixture.server.sent('/api/v1/pushes').at(-1)?.body as PushRequest;
  const idOf = (fixture: DeskFixture, index: number) => [...fixture.server.rows.keys()][index] as string;
  const all = (rows: readonly DifferingRow[], choice: Choice): ResolvedRow[] =>
    rows.map((row) => ({ row, choices: new Map(row.fields.map(({ field }) => [field, choice])) }));

  async function differing(fixture: DeskFixture): Promise<readonly DifferingRow[]> {
    return (await fixture.desk.push({ unit: '01-TH-000' })).differing ?? [];
  }

  it('sends an unchanged row as an id and a number, also after save and reopen', async () => {
    const fixture = await pushed(3);
    fixture.type(FIRST_ROW + 1, 'className', '5B');
    const later = fixture.reopen();
    await later.client.signIn('van-thu', 'mật khẩu thử');
    const report = await later.desk.push();
    assert.deepEqual(report, { queued: 1, kept: 0, unchanged: 2, stayed: 0, cancelled: false });
    const { rows } = lastPush(later);
    assert.deepEqual(
      rows.map(({ cells, base }) => [cells !== undefined, base]),
      [
        [false, 1],
        [true, 1],
        [false, 1],
      ],
    );
    assert.ok(JSON.stringify(rows[0]).length < 70);
  });

  it('sends a row whole again once it was edited, wherever it was moved to', async () => {
    const fixture = await pushed(3);
    const moved = idOf(fixture, 2);
    fixture.sheet.sortRows(FIRST_ROW, FIRST_ROW + 2, fixture.column('birthDate'), 'descending');
    fixture.type(FIRST_ROW, 'ward', 'Phường Kiến Hưng');
    await fixture.desk.push();
    const whole = lastPush(fixture).rows.filter(({ cells }) => cells);
    assert.deepEqual(
      whole.map(({ rowId, base }) => [rowId, base]),
      [[moved, 1]],
    );
  });

  it('sends whole what the server does not have as the sheet remembers', async () => {
    const fixture = await pushed(2);
    fixture.server.rows.delete(idOf(fixture, 0));
    fixture.server.history.clear();
    const report = await fixture.desk.push();
    assert.equal(report.queued + report.unchanged, 2);
    assert.deepEqual(
      fixture.server.sent('/api/v1/pushes').map(({ body }) => (body as PushRequest).rows.map(({ cells }) => !!cells)),
      [[false, false], [true]],
    );
    assert.equal(fixture.server.rows.size, 2);
  });

  it('a copied row has seen nothing, and one pasted over is asked about as before', async () => {
    const fixture = await pushed(1);
    const whole = {
      firstRow: FIRST_ROW,
      lastRow: FIRST_ROW,
      firstColumn: 0,
      lastColumn: fixture.sheet.columnCount - 1,
    };
    fixture.sheet.copyPaste(whole, FIRST_ROW + 1, 0);
    fixture.type(FIRST_ROW + 1, 'fullName', 'Nguyễn Thị Song Sinh');
    fixture.type(FIRST_ROW + 1, 'citizenId', '001316000199');
    await fixture.desk.push();
    assert.deepEqual(
      lastPush(fixture).rows.map(({ base }) => base),
      [1, null],
    );
  });

  it('keeps what another changed in another cell, and offers it before → after', async () => {
    const fixture = await pushed(1);
    fixture.server.edit(idOf(fixture, 0), { ward: 'Phường Kiến Hưng' });
    fixture.type(FIRST_ROW, 'className', '5B');
    const rows = await differing(fixture);
    assert.deepEqual(
      rows.map(({ rowNumber, revision, editedBy, fields }) => ({ rowNumber, revision, editedBy, fields })),
      [
        {
          rowNumber: FIRST_ROW,
          revision: 3,
          editedBy: 'Người khác',
          fields: [
            {
              field: 'ward',
              mine: 'Phường Hà Đông',
              theirs: 'Phường Kiến Hưng',
              base: 'Phường Hà Đông',
              clash: false,
            },
          ],
        },
      ],
    );
    const stored = fixture.server.rows.get(idOf(fixture, 0));
    assert.deepEqual([stored?.className, stored?.ward], ['5B', 'Phường Kiến Hưng'], 'both hold');
    assert.equal(fixture.read(FIRST_ROW, 'ward'), 'Phường Hà Đông', 'the sheet is not changed silently');
    assert.match(String(fixture.read(FIRST_ROW, 'reason')), /Người khác/);

    await fixture.desk.resolve(all(rows, 'theirs'));
    assert.equal(fixture.read(FIRST_ROW, 'ward'), 'Phường Kiến Hưng');
    assert.deepEqual(await differing(fixture), []);
    const [entry] = (await fixture.desk.journal()).undoable;
    await fixture.desk.undo(entry?.id);
    assert.equal(fixture.read(FIRST_ROW, 'ward'), 'Phường Hà Đông', 'and can be taken back');
  });

  it('never overwrites what another typed into the same cell before a person has seen and chosen', async () => {
    const fixture = await pushed(2);
    fixture.server.edit(idOf(fixture, 0), { fullName: 'Nguyễn Thị Ánh' });
    fixture.type(FIRST_ROW, 'fullName', 'Nguyễn Thị Anh');
    for (const again of [1, 2]) {
      const rows = await differing(fixture);
      assert.deepEqual(
        rows.map(({ fields }) => fields.map(({ mine, theirs, base, clash }) => [mine, theirs, base, clash])),
        [[['Nguyễn Thị Anh', 'Nguyễn Thị Ánh', 'Nguyễn Thị An An', true]]],
        `time ${again}`,
      );
      assert.equal(fixture.server.rows.get(idOf(fixture, 0))?.fullName, 'Nguyễn Thị Ánh');
    }
    assert.match(String(fixture.read(FIRST_ROW, 'reason')), /Người khác cũng đã sửa/);
    const report = await fixture.desk.resolve(all(await differing(fixture), 'mine'));
    assert.deepEqual(report, { rows: 1, applied: 0, stale: [] });
    assert.equal((await fixture.desk.push()).queued, 1);
    assert.equal(fixture.server.rows.get(idOf(fixture, 0))?.fullName, 'Nguyễn Thị Anh');
  });

  it('asks once more about a row in which somebody typed between the question and the answer', async () => {
    const fixture = await pushed(1);
    fixture.server.edit(idOf(fixture, 0), { className: '5C' });
    fixture.type(FIRST_ROW, 'className', '5B');
    const rows = await differing(fixture);
    fixture.type(FIRST_ROW, 'className', '5D');
    const report = await fixture.desk.resolve(all(rows, 'theirs'));
    assert.deepEqual([report.rows, report.stale.length], [0, 1]);
    assert.equal(fixture.read(FIRST_ROW, 'className'), '5D');
    assert.equal((await differing(fixture)).length, 1);
  });

  it('keeps a row open of which not every field was decided', async () => {
    const fixture = await pushed(1);
    fixture.server.edit(idOf(fixture, 0), { className: '5C', ward: 'Phường Kiến Hưng' });
    fixture.type(FIRST_ROW, 'className', '5B');
    const [row] = await differing(fixture);
    assert.equal(row?.fields.length, 2);
    await fixture.desk.resolve([{ row: row as DifferingRow, choices: new Map([['className', 'mine']]) }]);
    assert.equal((await differing(fixture)).length, 1);
  });

  it('a workbook of before there were revisions goes on working', async () => {
    const fixture = await pushed(1);
    const column = fixture.sheet.columnCount - 1;
    const marks = String(fixture.sheet.read(FIRST_ROW, column)).split('#');
    assert.equal(marks.length, 4);
    fixture.sheet.editCell(FIRST_ROW, column, marks.slice(0, 3).join('#'));
    await fixture.desk.push();
    const [row] = lastPush(fixture).rows;
    assert.ok(row?.cells && !('base' in row), 'the server tells by the workbook who changed it last');
  });

  it('takes marks off and still knows what it has seen', async () => {
    const fixture = await pushed(2);
    await fixture.desk.clearMarks();
    const text = String(fixture.sheet.read(FIRST_ROW, fixture.sheet.columnCount - 1));
    assert.doesNotMatch(text.slice(0, LAYOUT.columns.length), /[A-Z]/i);
    assert.equal((await fixture.desk.push()).unchanged, 2);
    assert.ok(lastPush(fixture).rows.every(({ cells }) => cells === undefined));
  });

  it('sends a batch that was left without an answer once more as it was, under its key, whatever was typed since', async () => {
    const fixture = await pushed(1);
    fixture.type(FIRST_ROW, 'className', '5B');
    fixture.server.next('/api/v1/pushes', 'drop-after', 'drop-before', 'drop-before', 'drop-before');
    await assert.rejects(fixture.desk.push(), { name: 'OfflineError' });
    fixture.type(FIRST_ROW, 'className', '5C');
    fixture.server.requests.length = 0;
    const report = await fixture.desk.push();
    assert.equal(report.differing, undefined, 'one’s own edit is nobody else’s');
    const [again, next] = fixture.server.sent('/api/v1/pushes');
    assert.deepEqual(
      [again, next].map((request) => (request?.body as PushRequest | undefined)?.rows[0]?.base),
      [1, 2],
    );
    assert.notEqual(again?.headers?.['idempotency-key'], next?.headers?.['idempotency-key']);
    assert.equal(fixture.server.history.get(idOf(fixture, 0))?.length, 3);
  });

  it('a dry run tells what would become of the rows, and writes nothing here or there', async () => {
    const fixture = await pushed(2);
    fixture.type(FIRST_ROW, 'className', '5B');
    await fixture.desk.check();
    const before = JSON.stringify(fixture.workbook.toData());
    const states = JSON.stringify([...fixture.server.history]);
    const report = await fixture.desk.push({ dryRun: true });
    assert.deepEqual(report, { queued: 1, kept: 0, unchanged: 1, stayed: 0, cancelled: false, dryRun: true });
    assert.equal(JSON.stringify(fixture.workbook.toData()), before);
    assert.equal(JSON.stringify([...fixture.server.history]), states);
    assert.equal(lastPush(fixture).dryRun, true);
  });

  it('notes acknowledged rows in the sheet while the push still runs, where it takes long', async () => {
    const fixture = await signedIn(200);
    const { server } = fixture;
    const send = server.send.bind(server);
    const noted: unknown[] = [];
    server.send = async (request) => {
      if (request.path === '/api/v1/pushes') {
        noted.push(fixture.read(FIRST_ROW, 'verdict'));
        fixture.wait(4000);
      }
      return send(request);
    };
    await fixture.desk.push();
    assert.deepEqual(noted, [null, null, null, 'Đang chờ']);
  });

  async function signedIn(count: number): Promise<DeskFixture> {
    const fixture = deskFixture(Array.from({ length: count }, (_, index) => pupil(index)));
    await fixture.client.signIn('van-thu', 'mật khẩu thử');
    return fixture;
  }
});
