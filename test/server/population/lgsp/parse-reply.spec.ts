import assert from 'node:assert/strict';
import { parseJson } from '../../../../server/population/lgsp/parse-json.ts';
import { parseXml } from '../../../../server/population/lgsp/parse-xml.ts';
import { inventCitizen } from '../../../../server/population/people/invent-citizen.ts';
import { citizenTree } from '../../../../server/population/simulator/lgsp/citizen-tree.ts';
import { jsonAnswer, soapAnswer } from '../../../../server/population/simulator/lgsp/write-answer.ts';
import { inventRegister } from '../../../../server/population/simulator/register.ts';
import { PEOPLE, SEED } from '../claim-of.ts';

/** Everything that a record says beyond name, birth date, sex and the codes of residence never becomes an object. */
describe('what is parsed of a record', () => {
  const { plain } = PEOPLE;
  const person = (dashed: boolean) => ({
    MaYeuCau: 'yc-1',
    CongDan: [citizenTree(inventRegister(SEED, 1), plain, dashed)],
  });
  const replies: readonly [string, string, (text: string) => unknown][] = [
    ['SOAP', soapAnswer({ CongdanCollection: person(false) }), parseXml],
    ['JSON', jsonAnswer('yc-1', { CongdanCollection: person(true) }), parseJson],
  ];
  for (const [form, text, parse] of replies) {
    it(`is nothing of the family, the faith, the blood or the address in words (${form})`, () => {
      const kept = JSON.stringify(parse(text));
      const family = [1, 2].map((steps) => inventCitizen(SEED, plain.index + steps));
      const other = [
        ...family.flatMap(({ citizenId, fullName }) => [citizenId, fullName.toUpperCase()]),
        plain.ward,
        'CH01',
      ];
      for (const value of other) assert.ok(text.includes(value) && !kept.includes(value), value);
      for (const value of [plain.citizenId, plain.fullName.toUpperCase(), 'yc-1'])
        assert.ok(kept.includes(value), value);
    });
  }
});
