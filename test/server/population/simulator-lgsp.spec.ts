import assert from 'node:assert/strict';
import { pino } from 'pino';
import { INVENTED_HEADER } from '../../../server/population/lgsp/shape.ts';
import type { Citizen } from '../../../server/population/people/invent-citizen.ts';
import { NUMBER_OF_NOBODY, PEOPLE } from './claim-of.ts';
import { freshId, type SimulatedService, startSimulatedService, WELL } from './simulated-world.ts';

interface Asked {
  readonly id?: string;
  readonly number?: string;
  readonly name?: string;
  readonly birth?: string;
}

const two = (n: number) => String(n).padStart(2, '0');

function elements(citizen: Citizen, { id = freshId(), number, name, birth }: Asked = {}): [string, string][] {
  const { year, month, day } = citizen.birthDate;
  return [
    ['MaYeuCau', id],
    ['MaDVC', 'G22'],
    ['MaTichHop', '037'],
    ['MaCanBo', 'CB-01'],
    ['SoDinhDanh', number ?? citizen.citizenId],
    ['HoVaTen', name ?? citizen.fullName.toUpperCase()],
    ['NgayThangNamSinh', birth ?? `${year}-${two(month)}-${two(day)}`],
  ];
}

/** Written by hand, with a prefix of its own, as another client would. */
function envelope(query: readonly (readonly [string, string])[], element = 'TraCuuThongTinCongDan'): string {
  const written = query.map(([name, text]) => {
    const inner =
      name !== 'NgayThangNamSinh'
        ? text
        : text.length === 4
          ? `<q:Nam>${text}</q:Nam>`
          : `<q:NgayThangNam>${text.replaceAll('-', '')}</q:NgayThangNam>`;
    return `\n  <q:${name}>${inner}</q:${name}>`;
  });
  return (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:q="http://dancuquocgia.bca">' +
    `<soap:Body><q:${element}>${written.join('')}\n</q:${element}></soap:Body></soap:Envelope>`
  );
}

describe('the simulated population service in the shapes of the national one', () => {
  let service: SimulatedService;
  const post = (path: string, body: string, type: string) =>
    fetch(new URL(path, service.simulator.url), { method: 'POST', headers: { 'content-type': type }, body });
  const soap = (body: string) => post('/lgsp/soap', body, 'application/xml; charset=utf-8');
  const json = (query: readonly (readonly [string, string])[], element = 'TraCuuThongTinCongDan') =>
    post(`/lgsp/json/${element}`, JSON.stringify(Object.fromEntries(query)), 'application/json');
  const verifying = (query: [string, string][]) =>
    query.map(([name, text]): [string, string] => [name, name === 'MaTichHop' ? '003' : text]);

  beforeEach(async () => {
    service = await startSimulatedService();
  });
  afterEach(() => service.stop());

  it('returns a record with the family in it, as the national service does', async () => {
    const text = await (await soap(envelope(elements(PEOPLE.plain)))).text();
    assert.match(text, /<ns1:CongdanCollection>.*<ns1:CongDan><ns1:SoDinhDanh>\d{12}</s);
    assert.match(text, /<ns1:Cha><ns1:HoVaTen>[^<]+<.*<ns1:ChuHo><ns1:QuanHe>CH01</s);
    assert.match(text, /<ns1:ThuongTru><ns1:MaTinhThanh>\d\d<\/ns1:MaTinhThanh>/);
  });

  it('says whether number, name and birth date belong together', async () => {
    const tell = async (asked: Asked) => {
      const query = verifying(elements(PEOPLE.plain, asked));
      const xml = await (await soap(envelope(query, 'XacThucThongTinCongDan'))).text();
      const [, told] = /<ns1:TonTai>(\w+)</.exec(xml) ?? [];
      const answer = (await (await json(query, 'XacThucThongTinCongDan')).json()) as { response: { TonTai: boolean } };
      assert.equal(String(answer.response.TonTai), told);
      return told;
    };
    assert.equal(await tell({}), 'true');
    assert.equal(await tell({ birth: String(PEOPLE.plain.birthDate.year) }), 'true');
    assert.equal(await tell({ name: 'KHÔNG PHẢI TÊN NÀY' }), 'false');
    assert.equal(await tell({ birth: '1999-09-09' }), 'false');
    assert.equal(await tell({ number: NUMBER_OF_NOBODY }), 'false');
  });

  it('finds nobody by a wrong name, birth date or number, and says no more than that', async () => {
    for (const asked of [{ name: 'KHÔNG PHẢI TÊN NÀY' }, { birth: '1999-09-09' }, { number: NUMBER_OF_NOBODY }]) {
      const query = elements(PEOPLE.plain, asked);
      assert.ok(!(await (await soap(envelope(query))).text()).includes('CongDan>'));
      const answer = (await (await json(query)).json()) as Record<string, unknown>;
      assert.deepEqual([answer.code, answer.response], ['00', null]);
    }
  });

  it('counts a question once, in whatever shape it comes, and refuses its id for another', async () => {
    const query = elements(PEOPLE.plain, { id: 'yc-chung' });
    assert.equal((await soap(envelope(query))).status, 200);
    assert.equal((await json(query)).status, 200);
    assert.equal(await service.counted(), 1);
    const other = elements(PEOPLE.foundOnly, { id: 'yc-chung' });
    assert.equal((await soap(envelope(other))).status, 409);
    assert.deepEqual(await (await json(other)).json(), {
      code: 'ma-yeu-cau-trung',
      status: 'ERROR',
      correlationId: null,
      response: null,
    });
  });

  const right = elements(PEOPLE.plain);
  const refused: readonly [string, string][] = [
    ['elements in another order', envelope([...right.slice(1), right[0]!])],
    ['an element that does not exist', envelope([...right, ['MucDich', 'x']])],
    ['no officer', envelope(right.filter(([name]) => name !== 'MaCanBo'))],
    ['a unit without an account', envelope([...right.slice(0, 4), ['MaDonVi', 'T'], ...right.slice(4)])],
    ['a name in small letters', envelope(elements(PEOPLE.plain, { name: 'Lê An' }))],
    ['the code of the other operation', envelope(right, 'XacThucThongTinCongDan')],
    ['another namespace', envelope(right).replace('dancuquocgia.bca', 'khac.vn')],
    ['no XML', '<soap:Envelope'],
  ];
  for (const [title, body] of refused) {
    it(`refuses ${title} by a fault that repeats nothing`, async () => {
      const response = await soap(body);
      assert.equal(response.status, 400);
      const text = await response.text();
      assert.match(text, /<faultcode>du-lieu-sai<\/faultcode>/);
      assert.ok(!text.includes(PEOPLE.plain.citizenId));
    });
  }

  it('marks every answer as invented, whatever becomes of the call', async () => {
    for (const state of [WELL, { ...WELL, errorShare: 1 }, { ...WELL, garbleShare: 1 }, { ...WELL, closed: true }]) {
      await service.change(state);
      assert.equal((await soap(envelope(elements(PEOPLE.plain)))).headers.get(INVENTED_HEADER), '1');
    }
  });

  it('refuses in the words of the shape that was asked in', async () => {
    await service.change({ ...WELL, closed: true });
    const fault = await soap(envelope(elements(PEOPLE.plain)));
    assert.equal(fault.status, 503);
    assert.match(await fault.text(), /<faultcode>ngoai-gio</);
    const answer = await json(elements(PEOPLE.plain));
    assert.equal(answer.status, 503);
    assert.equal(((await answer.json()) as { code: string }).code, 'ngoai-gio');
  });

  it('can answer twice, about others, half and late', async () => {
    const query = () => envelope(elements(PEOPLE.plain));
    const count = (text: string) => text.match(/<ns1:CongDan>/g)?.length ?? 0;
    await service.change({ ...WELL, doubleShare: 1 });
    assert.equal(count(await (await soap(query())).text()), 2);
    await service.change({ ...WELL, strayShare: 1 });
    const stray = await (await soap(query())).text();
    assert.ok(count(stray) === 1 && !stray.includes(PEOPLE.plain.citizenId));
    await service.change({ ...WELL, malformShare: 1 });
    const half = await soap(query());
    assert.equal(half.status, 200);
    assert.ok(!(await half.text()).includes('</soapenv:Envelope>'));
    await service.change({ ...WELL, lateShare: 1, lateMs: 600_000 });
    const giving = new AbortController();
    const late = fetch(new URL('/lgsp/soap', service.simulator.url), {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: envelope(elements(PEOPLE.plain, { id: 'yc-muon' })),
      signal: giving.signal,
    });
    // Counted before it is held back: the service has compared it.
    while ((await service.counted()) !== 4) await new Promise((resolve) => setTimeout(resolve, 2));
    giving.abort();
    await assert.rejects(late);
  });

  it('says when to come back by a date when it is told to', async () => {
    await service.change({ ...WELL, ratePerSecond: 0.01, retryAfterAsDate: true });
    await soap(envelope(elements(PEOPLE.plain)));
    const refusal = await soap(envelope(elements(PEOPLE.plain)));
    assert.equal(refusal.status, 429);
    assert.ok(Date.parse(refusal.headers.get('retry-after') ?? '') > Date.now());
    assert.match(refusal.headers.get('retry-after') ?? '', /GMT$/);
  });

  it('logs counts and nothing of a person', async () => {
    const lines: string[] = [];
    await service.stop();
    service = await startSimulatedService({
      logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    });
    const query = elements(PEOPLE.plain);
    await soap(envelope(query));
    await json(query);
    await soap(`${envelope(query)}<`);
    const log = lines.join('');
    assert.match(log, /look-up/);
    for (const [name, value] of query) {
      if (!['MaDVC', 'MaTichHop'].includes(name)) assert.ok(!log.includes(value), name);
    }
  });
});
