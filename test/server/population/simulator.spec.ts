import assert from 'node:assert/strict';
import { connect } from 'node:net';
import fc from 'fast-check';
import { pino } from 'pino';
import { HOME_PLACES } from '../../../server/population/people/home-places.ts';
import { inventCitizen } from '../../../server/population/people/invent-citizen.ts';
import {
  type RunningSimulator,
  type SimulatorConfig,
  startSimulator,
} from '../../../server/population/simulator/start-simulator.ts';
import {
  FIELD_NAMES,
  FLAG_CODES,
  MAX_CLAIMS,
  OUTCOME_CODES,
  type WireClaim,
} from '../../../server/population/simulator/wire.ts';
import { PEOPLE, SEED } from './claim-of.ts';

const CITIZENS = 2_000;

/** A right claim as it goes over the wire. */
function wireClaim(index: number, changes: Partial<WireClaim> = {}): WireClaim {
  const { citizenId, fullName, birthDate, sex, province } = inventCitizen(SEED, index);
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    MaYeuCau: `yc-${index}`,
    MaDVC: 'TN-THCS-01',
    MaCanBo: 'CB-01',
    MucDich: 'Kiểm thử',
    SoDinhDanh: citizenId,
    HoVaTen: fullName.toUpperCase(),
    NgayThangNamSinh: `${birthDate.year}-${two(birthDate.month)}-${two(birthDate.day)}`,
    GioiTinh: sex === 'male' ? 1 : 2,
    ThuongTru: { TinhThanh: province },
    ...changes,
  };
}

/** Every value in a JSON text, keys left out. */
function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

describe('the simulated population service', () => {
  let simulator: RunningSimulator;
  const start = async (config: Partial<SimulatorConfig> = {}) => {
    simulator = await startSimulator({
      port: 0,
      citizens: CITIZENS,
      seed: SEED,
      ratePerSecond: 10_000,
      latencyMs: 0,
      ...config,
    });
  };
  const post = (path: string, body: unknown, type = 'application/json') =>
    fetch(new URL(path, simulator.url), {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const ask = (...claims: unknown[]) => post('/xac-thuc', { DanhSach: claims });
  const settings = async () =>
    (await (await fetch(new URL('/thong-tin', simulator.url))).json()) as Record<string, unknown>;
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
  afterEach(() => simulator.close());

  it('answers each claim under its own request id', async () => {
    await start();
    const claims = Array.from({ length: MAX_CLAIMS }, (_, at) => wireClaim(at));
    const answer = (await (await ask(...claims)).json()) as { DanhSach: { MaYeuCau: string }[] };
    assert.deepEqual(
      answer.DanhSach.map((entry) => entry.MaYeuCau),
      claims.map((claim) => claim.MaYeuCau),
    );
  });

  it('discloses nothing: every word of an answer is a code or was sent', async () => {
    await start();
    const codes = new Set<unknown>([
      ...Object.values(OUTCOME_CODES),
      ...Object.values(FIELD_NAMES),
      ...Object.values(FLAG_CODES),
    ]);
    const wrong = fc.record({
      index: fc.integer({ min: 0, max: CITIZENS - 1 }),
      name: fc.boolean(),
      day: fc.boolean(),
      sex: fc.boolean(),
      place: fc.option(fc.integer({ min: 0, max: HOME_PLACES.length - 1 })),
      cancelled: fc.boolean(),
    });
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(wrong, async (fault) => {
        const person = inventCitizen(SEED, fault.index);
        const right = wireClaim(fault.index);
        const requestId = `kin-${++asked}`;
        const response = await ask({
          ...right,
          MaYeuCau: requestId,
          SoDinhDanh: (fault.cancelled && person.cancelledId) || person.citizenId,
          HoVaTen: fault.name ? 'KHÔNG PHẢI TÊN NÀY' : right.HoVaTen,
          NgayThangNamSinh: fault.day ? '1999-09-09' : right.NgayThangNamSinh,
          GioiTinh: fault.sex ? 3 - Number(right.GioiTinh) : right.GioiTinh,
          ThuongTru: { TinhThanh: fault.place === null ? person.province : HOME_PLACES[fault.place]!.province },
        });
        const text = await response.text();
        const words = leaves(JSON.parse(text));
        assert.equal(response.status, 200);
        assert.deepEqual(
          words.filter((word) => !codes.has(word) && word !== requestId),
          [],
        );
        for (const value of [person.citizenId, person.fullName, person.province, person.ward, right.NgayThangNamSinh]) {
          assert.ok(!text.toLowerCase().includes(value.toLowerCase()));
        }
        const names = [...response.headers].join(' ');
        assert.ok(!names.includes(person.citizenId));
      }),
      { numRuns: 150 },
    );
  });

  it('gives a repeated request id its first answer and counts it once', async () => {
    await start();
    const first = await (await ask(wireClaim(0), wireClaim(1))).text();
    assert.equal(await (await ask(wireClaim(0), wireClaim(1))).text(), first);
    await ask(wireClaim(0));
    assert.equal((await settings()).SoYeuCauDaTraLoi, 2);
  });

  it('refuses a request id that was used for another question, and answers nothing of that batch', async () => {
    await start();
    await ask(wireClaim(0));
    const response = await ask(wireClaim(1), wireClaim(0, { HoVaTen: 'NGƯỜI KHÁC' }));
    assert.equal(response.status, 409);
    assert.equal(await codeOf(response), 'ma-yeu-cau-trung');
    assert.equal((await settings()).SoYeuCauDaTraLoi, 1);
  });

  const bad: readonly [string, unknown][] = [
    ['no list', {}],
    ['an empty list', { DanhSach: [] }],
    ['51 claims', { DanhSach: Array.from({ length: 51 }, (_, at) => wireClaim(at)) }],
    ['a number of 11 digits', { DanhSach: [wireClaim(0, { SoDinhDanh: '01234567890' })] }],
    ['the 31st of February', { DanhSach: [wireClaim(0, { NgayThangNamSinh: '2010-02-31' })] }],
    ['a date in another form', { DanhSach: [wireClaim(0, { NgayThangNamSinh: '12/03/2010' })] }],
    ['a name of 101 letters', { DanhSach: [wireClaim(0, { HoVaTen: 'A'.repeat(101) })] }],
    ['a request id of 41 letters', { DanhSach: [wireClaim(0, { MaYeuCau: 'y'.repeat(41) })] }],
    ['a field it does not know', { DanhSach: [{ ...wireClaim(0), KetQuaMongMuon: 'TRUNG_KHOP' }] }],
    ['no JSON', '{"DanhSach": ['],
  ];
  for (const [title, body] of bad) {
    it(`refuses ${title} without repeating what was sent`, async () => {
      await start();
      const response = await post('/xac-thuc', body);
      assert.equal(response.status, 400);
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.deepEqual(await response.json(), {
        status: 400,
        code: 'du-lieu-sai',
        title: 'Dữ liệu gửi lên không đúng dạng.',
      });
    });
  }

  it('refuses a body that is too large, another content type and another address', async () => {
    await start();
    assert.equal((await post('/xac-thuc', { DanhSach: [], thua: 'x'.repeat(200_000) })).status, 413);
    assert.equal((await post('/xac-thuc', { DanhSach: [wireClaim(0)] }, 'text/plain')).status, 400);
    assert.equal((await fetch(new URL('/', simulator.url))).status, 404);
  });

  it('keeps to its rate and says when to come back', async () => {
    let now = 0;
    await start({ ratePerSecond: 2, now: () => now });
    const statuses = async (calls: number) => {
      const got: number[] = [];
      for (let call = 0; call < calls; call++) got.push((await ask(wireClaim(call))).status);
      return got;
    };
    assert.deepEqual(await statuses(4), [200, 200, 429, 429]);
    const refused = await ask(wireClaim(9));
    assert.equal(refused.headers.get('retry-after'), '1');
    assert.equal(await codeOf(refused), 'vuot-han-muc');
    now += 500;
    assert.deepEqual(await statuses(2), [200, 429]);
    now += 60_000;
    assert.deepEqual(await statuses(3), [200, 200, 429]);
  });

  it('fails at the same calls for the same seed', async () => {
    const run = async () => {
      await start({ faults: { errorShare: 0.5 } });
      const got: number[] = [];
      for (let call = 0; call < 20; call++) got.push((await ask(wireClaim(call))).status);
      return got;
    };
    const first = await run();
    await simulator.close();
    assert.deepEqual(await run(), first);
    assert.deepEqual(new Set(first), new Set([200, 500]));
  });

  it('counts nothing for calls that failed before the comparison', async () => {
    await start({ faults: { errorShare: 1 } });
    await ask(wireClaim(0));
    assert.equal((await settings()).SoYeuCauDaTraLoi, 0);
  });

  it('says what it is and how it is set, and nothing of its register', async () => {
    await start({ ratePerSecond: 7 });
    await post('/dieu-khien', { closed: true });
    assert.deepEqual(await settings(), {
      TenDichVu: 'Dịch vụ dân cư mô phỏng (dữ liệu thử)',
      DuLieuThu: true,
      SoCongDan: CITIZENS,
      SoLuotMoiGiay: 7,
      SoYeuCauToiDaMoiLuot: MAX_CLAIMS,
      DangMoCua: false,
      SoYeuCauDaTraLoi: 0,
    });
  });

  it('refuses switches that it does not have, and those a web page could send without being asked', async () => {
    await start();
    assert.equal((await post('/dieu-khien', { errorShare: 2 })).status, 400);
    assert.equal((await post('/dieu-khien', { magic: true })).status, 400);
    assert.equal((await post('/dieu-khien', JSON.stringify({ closed: true }), 'text/plain')).status, 400);
    assert.equal((await settings()).DangMoCua, true);
  });

  it('listens on the loopback interface and rejects a port that is taken', async () => {
    await start();
    assert.equal(new URL(simulator.url).hostname, '127.0.0.1');
    await assert.rejects(
      startSimulator({
        port: Number(new URL(simulator.url).port),
        citizens: 1,
        seed: SEED,
        ratePerSecond: 1,
        latencyMs: 0,
      }),
      { code: 'EADDRINUSE' },
    );
  });

  it('closes while a line is open and a call waits', async () => {
    await start({ latencyMs: 600_000 });
    const line = connect(Number(new URL(simulator.url).port), '127.0.0.1');
    await new Promise((resolve) => line.once('connect', resolve));
    line.on('error', () => undefined);
    const body = JSON.stringify({ DanhSach: [wireClaim(0)] });
    line.write(
      `POST /xac-thuc HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await simulator.close();
    await start();
  });

  it('logs counts and nothing of a person', async () => {
    const lines: string[] = [];
    await start({ logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) });
    const { plain } = PEOPLE;
    const right = wireClaim(plain.index);
    await ask(right);
    await ask({ ...right, NgayThangNamSinh: 'sai' });
    await post('/xac-thuc', `{"DanhSach":[{"HoVaTen":"${plain.fullName}`);
    await post('/dieu-khien', { latencyMs: 1 });
    const log = lines.join('');
    assert.match(log, /TRUNG_KHOP/);
    for (const value of [
      plain.citizenId,
      plain.fullName,
      right.HoVaTen,
      right.NgayThangNamSinh,
      plain.province,
      right.MaYeuCau,
    ]) {
      assert.ok(!log.includes(value));
    }
  });
});
