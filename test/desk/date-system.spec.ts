import assert from 'node:assert/strict';
import { Desk } from '../../desk/desk.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { FieldId } from '../../rules/field.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { fixtureBytes } from '../xlsx/workbook-fixture.ts';
import { idMinter } from './contract-sheet.ts';
import { IDENTITY, LAYOUT, pupil } from './desk-fixture.ts';
import { ScriptedServer } from './scripted-server.ts';

const DAY_MS = 86_400_000;
/** 05/03/2016 as a bare number of either system. */
const SERIALS = {
  1900: (Date.UTC(2016, 2, 5) - Date.UTC(1899, 11, 30)) / DAY_MS,
  1904: (Date.UTC(2016, 2, 5) - Date.UTC(1904, 0, 1)) / DAY_MS,
} as const;

/** The desk over a file in which two pupils have a bare number for a birth date. */
async function deskOver(system: keyof typeof SERIALS) {
  const columns = LAYOUT.columns.filter((column) => column.presence !== 'optional');
  const rows = [pupil(0), pupil(1, { birthDate: SERIALS[system] }), pupil(2, { birthDate: String(SERIALS[system]) })];
  const cells = [
    columns.map((column): CellValue => column.header),
    ...rows.map((row) => columns.map(({ id }) => row[id as FieldId] ?? null)),
  ];
  const bytes = await fixtureBytes({
    sheets: [{ name: 'Học sinh', cells }],
    identity: IDENTITY,
    date1904: system === 1904,
  });
  const server = new ScriptedServer();
  const client = new SyncClient(server);
  await client.signIn('van-thu', 'mật khẩu thử');
  const desk = new Desk({
    port: await openFileSheet(bytes),
    client,
    clock: () => ({ iso: '2026-11-22T08:00:00Z', today: { year: 2026, month: 11, day: 22 } }),
    mintId: idMinter(),
  });
  return { desk, server };
}

describe('desk: bare numbers in the birth-date column', () => {
  for (const system of [1900, 1904] as const) {
    it(`are read in the date system of the file: ${system}`, async () => {
      const { desk, server } = await deskOver(system);
      await desk.check();
      const proposals = desk.proposals(['birth-date.stored-as-number']);
      assert.deepEqual(
        proposals.flatMap(({ cells }) => cells.map(({ after }) => after)),
        ['05/03/2016', '05/03/2016'],
      );
      await desk.applyFixes(proposals);
      assert.equal((await desk.push()).queued, 3);
      assert.deepEqual([...server.rows.values()].map(({ birthDate }) => birthDate).slice(1), [
        '05/03/2016',
        '05/03/2016',
      ]);
    });
  }

  it('of 1904 stay until they are dates: the server could not tell what they count from', async () => {
    const { desk } = await deskOver(1904);
    const plan = await desk.planPush();
    assert.deepEqual([plan.asked, plan.staying.length], [1, 2]);
    assert.match(plan.staying[0]?.reason.vi ?? '', /1904/);
    assert.equal((await (await deskOver(1900)).desk.planPush()).staying.length, 0);
  });
});
