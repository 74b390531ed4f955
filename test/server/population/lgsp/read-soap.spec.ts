import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSoap } from '../../../../server/population/lgsp/read-soap.ts';
import { inventCitizen } from '../../../../server/population/people/invent-citizen.ts';
import { citizenTree } from '../../../../server/population/simulator/lgsp/citizen-tree.ts';
import { soapAnswer } from '../../../../server/population/simulator/lgsp/write-answer.ts';
import { inventRegister } from '../../../../server/population/simulator/register.ts';
import { PEOPLE, SEED } from '../claim-of.ts';

const REGISTER = inventRegister(SEED, 1);

const inBody = (content: string) => `<s:Envelope xmlns:s="e" xmlns:n="a"><s:Body>${content}</s:Body></s:Envelope>`;
const person = (content: string) =>
  inBody(`<n:CongdanCollection><n:CongDan>${content}</n:CongDan></n:CongdanCollection>`);
const answerOf = (body: string) => readSoap(body)?.answer;
const recordOf = (content: string) => {
  const answer = answerOf(person(content));
  assert.ok(answer?.kind === 'records' && answer.records.length === 1);
  return answer.records[0]!;
};

describe('reading the SOAP answer', () => {
  const booleans: readonly [string, unknown][] = [
    ['true', { kind: 'exists', exists: true }],
    ['1', { kind: 'exists', exists: true }],
    [' false ', { kind: 'exists', exists: false }],
    ['0', { kind: 'exists', exists: false }],
    ['TRUE?', undefined],
    ['', undefined],
  ];
  for (const [text, answer] of booleans) {
    it(`reads TonTai "${text}" as ${JSON.stringify(answer) ?? 'no answer'}`, () => {
      assert.deepEqual(answerOf(inBody(`<n:KetQuaXacThuc><n:TonTai>${text}</n:TonTai></n:KetQuaXacThuc>`)), answer);
    });
  }

  it('reads an answer with blanks and comments around it', () => {
    const answer = inBody('<!-- x --><n:KetQuaXacThuc>\n<n:TonTai>true</n:TonTai>\n</n:KetQuaXacThuc>');
    assert.deepEqual(answerOf(`\r\n<?xml version="1.0" encoding="UTF-8"?>\n${answer}\n`), {
      kind: 'exists',
      exists: true,
    });
  });

  it('reads an empty body, an empty collection and a result without TonTai as nobody found', () => {
    assert.deepEqual(answerOf(inBody('')), { kind: 'nothing' });
    assert.deepEqual(answerOf(inBody('<n:KetQuaXacThuc/>')), { kind: 'nothing' });
    assert.deepEqual(answerOf(inBody('<n:CongdanCollection/>')), { kind: 'records', records: [] });
  });

  const strange: readonly [string, string][] = [
    ['another answer than the two', inBody('<n:KetQuaKhac/>')],
    ['a result that says something else', inBody('<n:KetQuaXacThuc><n:MaLoi>7</n:MaLoi></n:KetQuaXacThuc>')],
    [
      'a collection that holds something else',
      inBody('<n:CongdanCollection><n:MaLoi>7</n:MaLoi></n:CongdanCollection>'),
    ],
    ['two answers side by side', inBody('<n:KetQuaXacThuc/><n:CongdanCollection/>')],
    [
      'two results that contradict each other',
      inBody(
        '<n:KetQuaXacThuc><n:TonTai>1</n:TonTai></n:KetQuaXacThuc><n:KetQuaXacThuc><n:TonTai>0</n:TonTai></n:KetQuaXacThuc>',
      ),
    ],
    ['text in the body', inBody('ok')],
    ['an envelope without a body', '<s:Envelope xmlns:s="e"><s:Header/></s:Envelope>'],
    ['two envelopes', inBody('') + inBody('')],
    ['a web page', '<!doctype html><title>x</title>'],
    ['JSON', '{"TonTai":true}'],
    ['nothing', ''],
    [
      'a document type',
      `<!DOCTYPE x [<!ENTITY e "true">]>${inBody('<n:KetQuaXacThuc><n:TonTai>&e;</n:TonTai></n:KetQuaXacThuc>')}`,
    ],
    ['a document type that defines nothing', `<!DOCTYPE Envelope>${inBody('')}`],
    ['an entity that XML does not define', person('<n:HoVaTen><n:Ten>A&nbsp;B</n:Ten></n:HoVaTen>')],
    ['a character reference to nothing', person('<n:HoVaTen><n:Ten>&#0;</n:Ten></n:HoVaTen>')],
    ['elements nested too deep', inBody('<a>'.repeat(40) + '</a>'.repeat(40))],
  ];
  for (const [title, body] of strange) {
    it(`takes ${title} for no answer`, () => assert.equal(readSoap(body), undefined));
  }

  it('never takes part of an answer for an answer', () => {
    const whole = soapAnswer({
      CongdanCollection: { MaYeuCau: 'yc', CongDan: [citizenTree(REGISTER, PEOPLE.plain, false)] },
    });
    assert.notEqual(readSoap(whole), undefined);
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), (length) => readSoap(whole.slice(0, length)) === undefined),
    );
  });

  it('reads names with references, apostrophes and CDATA', () => {
    const name = (text: string) =>
      recordOf(`<n:HoVaTen><n:Ho/><n:ChuDem/><n:Ten>${text}</n:Ten></n:HoVaTen>`).name.given;
    assert.equal(name('H&apos;MI &#202;BAN'), "H'MI ÊBAN");
    assert.equal(name('&#x110;&#xC0;O &amp; CO'), 'ĐÀO & CO');
    assert.equal(name("<![CDATA[Y'NÔ]]>"), "Y'NÔ");
  });

  it('keeps the three parts of a name, number, sex, and a whole date before a year', () => {
    const record = recordOf(
      '<n:SoDinhDanh>001207000123</n:SoDinhDanh><n:HoVaTen><n:Ho>LÊ</n:Ho><n:ChuDem>THỊ</n:ChuDem><n:Ten>AN</n:Ten></n:HoVaTen>' +
        '<n:GioiTinh>2</n:GioiTinh><n:NgayThangNamSinh><n:Nam>2007</n:Nam><n:NgayThangNam>20070902</n:NgayThangNam></n:NgayThangNamSinh>',
    );
    assert.deepEqual(record, {
      citizenId: '001207000123',
      name: { family: 'LÊ', middle: 'THỊ', given: 'AN' },
      birthDate: { year: 2007, month: 9, day: 2 },
      sex: 'Nữ',
      residence: null,
    });
  });

  const births: readonly [string, unknown][] = [
    ['<n:Nam>1985</n:Nam>', { year: 1985 }],
    ['<n:Nam>1985</n:Nam><n:NgayThangNam/>', { year: 1985 }],
    ['<n:NgayThangNam>19850000</n:NgayThangNam>', { year: 1985 }],
    ['<n:NgayThangNam>1985-02-28</n:NgayThangNam>', { year: 1985, month: 2, day: 28 }],
    ['<n:NgayThangNam>19850230</n:NgayThangNam>', null],
    ['<n:NgayThangNam>28/02/1985</n:NgayThangNam>', null],
    ['', null],
  ];
  for (const [content, birth] of births) {
    it(`reads the birth date ${content || '(none)'}`, () => {
      assert.deepEqual(recordOf(`<n:NgayThangNamSinh>${content}</n:NgayThangNamSinh>`).birthDate, birth);
    });
  }

  it('leads the residence forward from codes of either era', () => {
    for (const index of [0, 2, 4, 6, 8, 10]) {
      const citizen = inventCitizen(SEED, index);
      const answer = answerOf(soapAnswer({ CongdanCollection: { CongDan: [citizenTree(REGISTER, citizen, false)] } }));
      assert.ok(answer?.kind === 'records');
      const residence = answer.records[0]?.residence;
      assert.equal(residence?.province, citizen.province);
      assert.ok(residence?.ward);
    }
  });

  it('knows no word but its own for a boolean, a sex, an entity or an answer', () => {
    for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      assert.equal(readSoap(inBody(`<n:KetQuaXacThuc><n:TonTai>${word}</n:TonTai></n:KetQuaXacThuc>`)), undefined);
      assert.equal(readSoap(inBody(`<n:${word}/>`)), undefined);
      assert.equal(readSoap(person(`<n:HoVaTen><n:Ten>&${word};</n:Ten></n:HoVaTen>`)), undefined);
      assert.equal(recordOf(`<n:GioiTinh>${word}</n:GioiTinh>`).sex, null);
    }
  });

  it('reads the code of a fault without its prefix', () => {
    const fault = (code: string) => answerOf(inBody(`<s:Fault>${code}<faultstring>x</faultstring></s:Fault>`));
    assert.deepEqual(fault('<faultcode>ns:QUA_TAI</faultcode>'), { kind: 'code', code: 'QUA_TAI' });
    assert.deepEqual(fault(''), { kind: 'code', code: '' });
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readSoap(text) === undefined));
    const parts = fc.constantFrom(
      '<',
      '>',
      '/',
      'n:TonTai',
      'n:CongDan',
      '&',
      ';',
      '"',
      '<![CDATA[',
      ']]>',
      'true',
      '-->',
      '<!--',
    );
    fc.assert(
      fc.property(fc.array(parts), (words) => {
        readSoap(inBody(words.join('')));
        return true;
      }),
    );
  });
});
