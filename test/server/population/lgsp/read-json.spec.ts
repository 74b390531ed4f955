import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJson } from '../../../../server/population/lgsp/read-json.ts';
import { citizenTree } from '../../../../server/population/simulator/lgsp/citizen-tree.ts';
import { inventRegister } from '../../../../server/population/simulator/register.ts';
import { PEOPLE, SEED } from '../claim-of.ts';

const REGISTER = inventRegister(SEED, 1);

const SUCCESS = ['0', '00'];
const read = (response: unknown, code: unknown = '00') =>
  readJson(JSON.stringify({ code, status: 'OK', correlationId: 'c', response }), SUCCESS)?.answer;

describe('reading the JSON answer', () => {
  const citizen = citizenTree(REGISTER, PEOPLE.plain, true);

  it('reads found and not found', () => {
    assert.deepEqual(read({ TonTai: true }), { kind: 'exists', exists: true });
    assert.deepEqual(read({ TonTai: false }, 0), { kind: 'exists', exists: false });
  });

  it('finds the person in each of the places where one may stand', () => {
    const places = [
      citizen,
      [citizen],
      { CongDan: citizen },
      { CongDan: [citizen] },
      { CongdanCollection: { CongDan: citizen } },
      { CongdanCollection: { CongDan: [citizen] } },
    ];
    for (const place of places) {
      const answer = read(place);
      assert.ok(answer?.kind === 'records' && answer.records.length === 1);
      assert.equal(answer.records[0]?.citizenId, PEOPLE.plain.citizenId);
      assert.deepEqual(answer.records[0]?.birthDate, PEOPLE.plain.birthDate);
    }
  });

  it('reads a name and a date in one text, and codes that are numbers', () => {
    const answer = read({ HoVaTen: 'LÊ THỊ AN', NgayThangNamSinh: '2007-09-02', GioiTinh: 2 });
    assert.ok(answer?.kind === 'records');
    const [record] = answer.records;
    assert.equal(record?.name.given, 'LÊ THỊ AN');
    assert.deepEqual(record?.birthDate, { year: 2007, month: 9, day: 2 });
    assert.equal(record?.sex, 'Nữ');
  });

  it('reads null, an empty list and an empty answer as nobody found', () => {
    assert.deepEqual(read(null), { kind: 'nothing' });
    assert.deepEqual(read([]), { kind: 'nothing' });
    assert.deepEqual(read({}), { kind: 'records', records: [] });
    assert.deepEqual(read({ CongdanCollection: { CongDan: [] } }), { kind: 'records', records: [] });
  });

  it('keeps a code that is not one of success', () => {
    assert.deepEqual(read({ TonTai: true }, 'QUA_TAI'), { kind: 'code', code: 'QUA_TAI' });
    assert.deepEqual(read(null, 500), { kind: 'code', code: '500' });
  });

  const strange: readonly [string, string][] = [
    ['an answer without an envelope', '{"TonTai":true}'],
    ['an envelope without a response', '{"code":"00","status":"OK"}'],
    ['a response that is a text', '{"code":"00","response":"TonTai"}'],
    ['a response with other names', '{"code":"00","response":{"data":{"TonTai":true}}}'],
    ['TonTai that is no boolean', '{"code":"00","response":{"TonTai":"true"}}'],
    ['a list', '[]'],
    ['a web page', '<!doctype html>'],
    ['nothing', ''],
  ];
  for (const [title, body] of strange) {
    it(`takes ${title} for no answer`, () => assert.equal(readJson(body, SUCCESS), undefined));
  }

  it('never throws, whatever comes, and takes no part of an answer for one', () => {
    fc.assert(fc.property(fc.json(), (text) => readJson(text, SUCCESS) === undefined));
    const whole = JSON.stringify({ code: '00', response: { CongDan: [citizen] } });
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length - 1 }),
        (length) => readJson(whole.slice(0, length), SUCCESS) === undefined,
      ),
    );
  });
});
