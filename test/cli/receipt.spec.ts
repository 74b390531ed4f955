import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { runCommandLine } from '../../cli/command-line.ts';
import { nodeTransport } from '../../cli/node-transport.ts';
import { Desk } from '../../desk/desk.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { deskFixture, FIRST_ROW, IDENTITY, pupil } from '../desk/desk-fixture.ts';
import { PASSWORD, ServerWorld } from '../server/server-world.ts';
import { fixtureBytes } from '../xlsx/workbook-fixture.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

/** A school's file, sent by its desk, receipted by the server, and judged by somebody who has only the files and the key. */
describe('sosach receipt verify --workbook', () => {
  let world: ServerWorld;
  let folder: TempFolder;
  before(async () => {
    [world, folder] = [await ServerWorld.start(), await tempFolder()];
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  it('says whether the workbook still holds what was received', async () => {
    const rows = [pupil(0), pupil(1), pupil(2, { birthDate: { kind: 'date', year: 2016, month: 3, day: 3 } })];
    const { cells } = deskFixture(rows).workbook.toData().sheets[0]!;
    const identity = { ...IDENTITY, unit: 'T-A', campaign: '' };
    const bytes = await fixtureBytes({ sheets: [{ name: 'Học sinh', cells }], identity });
    const port = await openFileSheet(bytes);
    const client = new SyncClient(nodeTransport(world.server.httpUrl));
    const clock = () => ({ iso: new Date().toISOString(), today: { year: 2026, month: 11, day: 22 } });
    const desk = new Desk({ port, client, clock, mintId: randomUUID });
    await client.signIn('vanthu.a', PASSWORD);
    assert.equal((await desk.push()).queued, 3);
    const [sending] = (await desk.sendings()).items;
    const file = await desk.receipts(sending?.sendingId ?? '');
    await writeFile(folder.path('so.xlsx'), await port.save());
    await writeFile(folder.path('bien-nhan.json'), JSON.stringify(file));
    await writeFile(folder.path('khoa.json'), JSON.stringify(await client.signingKey()));

    const sound = await verify('so.xlsx');
    assert.deepEqual([sound.code, sound.stderr], [0, '']);
    assert.match(sound.stdout, /ĐÚNG \/ SOUND: .*so\.xlsx: 3\/3 dòng/);

    const sheet = port.file.memory.activeSheet;
    sheet.editCell(FIRST_ROW + 1, sheet.readRow(FIRST_ROW - 1).indexOf('Họ và tên'), 'Nguyễn Thị Đổi Tên');
    await writeFile(folder.path('sua.xlsx'), await port.save());
    const edited = await verify('sua.xlsx');
    assert.equal(edited.code, 1);
    assert.match(edited.stdout, /KHÁC \/ DIFFERS: .*: 2\/3 dòng .*; 1 dòng/);

    await writeFile(folder.path('hong.xlsx'), 'không phải sổ tính');
    assert.equal((await verify('hong.xlsx')).code, 2);
    assert.equal((await verify('khong-co.xlsx')).code, 2);
  });

  it('asks the server for the key, and needs one', async () => {
    const server = ['--server', world.server.httpUrl];
    assert.equal((await run(['receipt', 'verify', folder.path('bien-nhan.json'), ...server])).code, 0);
    const without = await run(['receipt', 'verify', folder.path('bien-nhan.json')]);
    assert.equal(without.code, 2);
    assert.match(without.stderr, /cần --key/);
  });

  const verify = (workbook: string) =>
    run([
      ...['receipt', 'verify', folder.path('bien-nhan.json'), '--key', folder.path('khoa.json')],
      ...['--workbook', folder.path(workbook)],
    ]);

  async function run(args: readonly string[]) {
    const io = captureIo();
    const code = await runCommandLine(args, io, '.');
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }
});
