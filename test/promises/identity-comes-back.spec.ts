import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { verifySignature } from '../../cli/read-signing-key.ts';
import { SigningKey } from '../../contract/schemas/campaign.ts';
import type { Account } from '../../contract/schemas/session.ts';
import { Desk } from '../../desk/desk.ts';
import { judgeSignature } from '../../desk/judge-signature.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import { cellText } from '../../rules/cell.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { changePackage } from '../../xlsx/package/change-package.ts';
import { WorkbookPackage } from '../../xlsx/package/workbook-package.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { idMinter } from '../desk/contract-sheet.ts';
import { IDENTITY, pupil } from '../desk/desk-fixture.ts';
import { ACCOUNT, ScriptedServer } from '../desk/scripted-server.ts';
import { SIGNED_PUPILS, signedRowId } from '../xlsx/libreoffice/make-sources.ts';
import { readPart } from '../xlsx/read-part.ts';

const FOLDER = new URL('../xlsx/libreoffice/', import.meta.url);
const saved = () => readFile(new URL('signed-template.xlsx', FOLDER));
const theKey = async () =>
  SigningKey.parse(JSON.parse(await readFile(new URL('signed-template.key.json', FOLDER), 'utf8')));

const SCHOOL: Account = { ...ACCOUNT, unit: { ...ACCOUNT.unit, kind: 'school' } };

/** Another school's code in every cell that names ours, as a search and replace over the workbook leaves it. */
async function withOtherUnit(bytes: Uint8Array): Promise<Uint8Array> {
  const part = 'xl/sharedStrings.xml';
  const text = (await readPart(bytes, part)).replaceAll(IDENTITY.unit, '01-TH-777');
  return changePackage(new WorkbookPackage(bytes), new Map([[part, new TextEncoder().encode(text)]]));
}

async function opened(bytes: Uint8Array, account: Account = SCHOOL) {
  const port = await openFileSheet(bytes);
  const server = new ScriptedServer();
  server.signingKey = await theKey();
  server.account = account;
  const client = new SyncClient(server);
  const desk = new Desk({
    port,
    client,
    clock: () => ({ iso: '2026-11-22T08:00:00Z', today: { year: 2026, month: 11, day: 22 } }),
    mintId: idMinter(900),
    verify: verifySignature,
  });
  await client.signIn('van-thu', 'mật khẩu thử');
  return { desk, server, port };
}

const codes = (report: Awaited<ReturnType<Desk['check']>>) =>
  report.groups.map(({ code }) => code).filter((code) => code.startsWith('sheet.'));

describe('promise: a workbook that was sorted, cut up and saved by LibreOffice comes back as itself', () => {
  it('with every row’s identity: those that moved keep theirs, the one typed in gets its own', async () => {
    const { desk, server } = await opened(await saved());
    assert.equal((await desk.planPush()).torn, undefined);
    await desk.push();
    const numbers = new Map([...server.rows].map(([rowId, row]) => [rowId, cellText(row.citizenId)]));
    for (let index = 0; index < SIGNED_PUPILS; index++) {
      assert.equal(numbers.get(signedRowId(index)), pupil(index).citizenId, `pupil ${index}`);
    }
    assert.equal(numbers.size, SIGNED_PUPILS + 1);
  });

  it('with its signature: valid, and so sent whole', async () => {
    const bytes = await saved();
    const { identity } = await readWorkbook(bytes);
    assert.ok(identity);
    assert.equal(await judgeSignature(identity, await theKey(), verifySignature), 'valid');
    const { desk } = await opened(bytes);
    assert.deepEqual(codes(await desk.check()), []);
  });

  it('altered: is told so, and stays at home', async () => {
    const { desk, server } = await opened(await withOtherUnit(await saved()));
    assert.ok(codes(await desk.check()).includes('sheet.identity-altered'));
    await assert.rejects(desk.push(), { code: 'refused' });
    assert.equal(server.taken, 0);
  });

  it('another school’s, or another server’s: is told so', async () => {
    const neighbour: Account = { ...SCHOOL, unit: { code: '01-TH-009', name: 'Trường Khác', kind: 'school' } };
    const foreign = await opened(await saved(), neighbour);
    assert.deepEqual(codes(await foreign.desk.check()), ['sheet.foreign-template']);
    await assert.rejects(foreign.desk.push(), { code: 'refused' });
    assert.equal(foreign.server.taken, 0);
    const other = await opened(await saved());
    other.server.signingKey = { ...(await theKey()), keyId: 'may-chu-khac' };
    assert.deepEqual(codes(await other.desk.check()), ['sheet.other-server']);
  });

  it('with somebody pasted over a row while it was away: is asked about', async () => {
    const { desk, port } = await opened(await saved());
    await desk.check();
    const { rows } = await port.snapshot();
    const victim = rows.find(({ rowId }) => rowId === signedRowId(2)) ?? assert.fail('the row is gone');
    const { match } = await desk.open().then((report) => (report.recognised ? report : assert.fail('not recognised')));
    for (const field of ['fullName', 'birthDate', 'citizenId'] as const) {
      const column = match.columns.get(field) ?? assert.fail(field);
      port.file.memory.activeSheet.editCell(victim.rowNumber, column, pupil(70)[field] ?? null);
    }
    const { torn } = await desk.planPush();
    assert.deepEqual(
      torn?.rows.map(({ rowId }) => rowId),
      [signedRowId(2)],
    );
  });
});
