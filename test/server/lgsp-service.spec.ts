import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLgspAdapter } from '../../server/population/lgsp/lgsp-adapter.ts';
import { type Citizen, inventCitizen } from '../../server/population/people/invent-citizen.ts';
import { CanarySearch } from '../support/canary-search.ts';
import { type Cells, pupil, pushOf, rowId } from './invented-rows.ts';
import { getCitizen, NUMBER_OF_NOBODY, PEOPLE, SEED } from './population/claim-of.ts';
import { certificates } from './population/lgsp/certificates.ts';
import { lgspConfig } from './population/lgsp/lgsp-config-of.ts';
import { type SimulatedService, startSimulatedService } from './population/simulated-world.ts';
import { ServerWorld } from './server-world.ts';

/** Push → queue → the national shapes over https, with a certificate and a token → statuses. */
describe('the server with the connection of a Sở', () => {
  const OFFICER = 'CB-SO-GDDT-01';
  let service: SimulatedService;
  let world: ServerWorld;
  const LATER = Array.from({ length: 12 }, (_, index) => inventCitizen(SEED, 300 + index));
  const { plain, foundOnly, doubled, renumbered, yearOnly, toneInTwoPlaces } = PEOPLE;
  const another = getCitizen(
    ({ index, cancelledId, yearOnly: byYear, province }, traits) =>
      index > plain.index + 10 && !traits.doubled && cancelledId === null && !byYear && province !== 'Cà Mau',
  );

  before(async () => {
    const { server, ca, client } = await certificates();
    const partner = { accessKey: 'khoa', secretKey: 'bi-mat-cua-so' };
    service = await startSimulatedService({ tls: { ...server, clientCa: ca }, access: { token: partner } });
    const address = service.simulator.httpsUrl;
    const config = lgspConfig({
      url: `${address}/lgsp/soap`,
      operation: 'look-up',
      access: {
        method: 'token',
        url: `${address}/lgsp/token`,
        ...partner,
        appName: 'so-sach',
        partnerCode: 'G22',
        partnerCodeCus: 'G22',
      },
      tls: client,
      ca,
    });
    world = await ServerWorld.start({
      population: createLgspAdapter(config),
      verification: { officer: OFFICER, retryBaseSeconds: 0.02 },
    });
  });
  after(async () => {
    await world.close();
    await service.stop();
  });

  const row = (number: number, citizen: Citizen, change: Cells = {}) =>
    pupil(number, {
      fullName: citizen.fullName,
      birthDate: citizen.yearOnly ? citizen.birthDate.year : { kind: 'date', ...citizen.birthDate },
      sex: citizen.sex === 'male' ? 'Nam' : 'Nữ',
      ethnicity: citizen.ethnicity,
      citizenId: citizen.citizenId,
      province: citizen.province,
      ward: citizen.ward,
      ...change,
    });

  it('gives every row what the record and our own comparison come to, and asks about no foreigner', async () => {
    const { sex } = toneInTwoPlaces;
    const cases: readonly (readonly [Citizen, Cells, string, readonly string[]])[] = [
      [plain, {}, 'match', []],
      [toneInTwoPlaces, { sex: sex === 'male' ? 'Nữ' : 'Nam' }, 'differs', ['differs.sex']],
      [another, { province: 'Cà Mau', ward: 'Phường An Xuyên' }, 'differs', ['differs.residence']],
      [plain, { citizenId: NUMBER_OF_NOBODY }, 'unconfirmed', []],
      [foundOnly, { fullName: 'Lê Văn Không Phải' }, 'unconfirmed', []],
      [doubled, {}, 'too-many', []],
      [renumbered, { citizenId: renumbered.cancelledId }, 'superseded', []],
      [yearOnly, {}, 'match-normalised', ['yearOnlyBirth']],
      [plain, { nationality: 'Lào', citizenId: null }, 'not-applicable', []],
    ];
    await world.push(pushOf(cases.map(([citizen, change], index) => row(index, citizen, change))));
    await world.server.whenIdle();
    const byRow = new Map((await world.statuses()).items.map((item) => [item.rowId, item]));
    for (const [index, [, , outcome, flags]] of cases.entries()) {
      const status = byRow.get(rowId(index));
      assert.deepEqual([status?.outcome, status?.flags], [outcome, flags], `case ${index}`);
    }
    assert.equal(await service.counted(), cases.length - 1);
  });

  it('gives no row an outcome while anything fails, and every row its own once it is well', async () => {
    const shares = {
      errorShare: 0.2,
      resetShare: 0.1,
      cutShare: 0.1,
      garbleShare: 0.1,
      malformShare: 0.1,
      strayShare: 0.1,
    };
    await service.change(shares);
    await world.push(
      pushOf(
        LATER.map((person, index) => row(200 + index, person)),
        { workbookId: 'so-3' },
      ),
    );
    const asked = async () => (await world.statuses()).items.filter((item) => item.rowId >= rowId(200));
    for (;;) {
      const items = await asked();
      const told = items.filter((item) => item.outcome !== null);
      assert.ok(told.every((item) => ['match', 'match-normalised', 'too-many'].includes(item.outcome ?? '')));
      if (told.length === LATER.length) break;
      if (told.length > 6) await service.heal();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });

  it('keeps nothing of the family, nor the secrets of the connection: in no file, no log and no answer', async () => {
    // Nobody of whom a row was sent.
    const sent = new Set([...Object.values(PEOPLE), another, ...LATER].map(({ index }) => index));
    const family = [plain, foundOnly, yearOnly]
      .flatMap(({ index }) => [index + 1, index + 2])
      .filter((index) => !sent.has(index))
      .map((index) => inventCitizen(SEED, index));
    assert.ok(family.length > 3);
    const search = new CanarySearch([
      ...family.map(({ citizenId }) => citizenId),
      ...family.map(({ fullName }) => fullName).filter((name) => name.length >= 8),
      renumbered.citizenId,
      'bi-mat-cua-so',
    ]);
    const told = JSON.stringify(await world.statuses());
    assert.deepEqual(search.find(Buffer.from(told), ['statuses']), []);
    assert.deepEqual(search.find(Buffer.from(world.logLines.join('\n')), ['log']), []);
    await world.restart({ population: null });
    const files = readdirSync(world.dataDir);
    assert.ok(files.includes('so-sach.sqlite'));
    const contents = files.map((file) => [file, readFileSync(join(world.dataDir, file))] as const);
    for (const [file, bytes] of contents) assert.deepEqual(search.find(bytes, [file]), []);
    assert.ok(
      contents.some(([, bytes]) => bytes.includes(OFFICER)),
      'in whose name was asked is kept',
    );
  });
});
