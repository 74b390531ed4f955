import { createCsdlAdapter } from '../../../../server/population/csdl/csdl-adapter.ts';
import type { ClaimAnswer, PopulationAdapter } from '../../../../server/population/population-adapter.ts';
import { type AdapterFault, type AdapterWorld, describeAdapter } from '../adapter-suite.ts';
import { NUMBER_OF_NOBODY, PEOPLE } from '../claim-of.ts';
import { SECRETS } from '../simulated-world.ts';
import { answerCollection, listFile, questionOf, type ResultTable } from './carried-world.ts';

const { plain, foundOnly, doubled, renumbered, toneInTwoPlaces } = PEOPLE;
const coded = (code: number, cells = {}) => ({ ...cells, ministryId: `01000000${code}` });

/** With the code that CSDL ngành knows each person by. */
const QUESTIONS = {
  match: questionOf(plain, { cells: coded(1) }),
  differs: questionOf(toneInTwoPlaces, {
    cells: coded(2),
    claim: { birthDate: { ...toneInTwoPlaces.birthDate, year: 2001 } },
  }),
  unconfirmed: questionOf(foundOnly, { cells: coded(3), claim: { fullName: 'NGUYỄN VĂN KHÁC' } }),
  'no-such-number': questionOf(plain, { cells: coded(4), claim: { citizenId: NUMBER_OF_NOBODY } }),
  'too-many': questionOf(doubled, { cells: coded(5) }),
  superseded: questionOf(renumbered, {
    cells: coded(6),
    claim: { citizenId: renumbered.cancelledId ?? '' },
  }),
};
const BY_YEAR = questionOf(plain, {
  cells: coded(7, { birthDate: plain.birthDate.year }),
  claim: { birthDate: { year: plain.birthDate.year } },
});
const ALL = [...Object.values(QUESTIONS), BY_YEAR];

const STRANGER = questionOf(PEOPLE.yearOnly, { cells: coded(8) });

/** What becomes of the list on its way back. */
const SPOILED: Partial<
  Record<AdapterFault, (table: ResultTable, file: Uint8Array) => Uint8Array | Promise<Uint8Array>>
> = {
  cuts: (_table, file) => file.subarray(0, Math.floor(file.length / 2)),
  garbles: () => new TextEncoder().encode('<!doctype html><title>CSDL ngành</title><p>Hệ thống đang được bảo trì.'),
  malforms: (table) => listFile(table.map((row) => row.slice(0, Math.floor(row.length / 2)))),
  'answers twice': ([header = [], ...lines]) => listFile([header, ...lines, ...lines]),
  'answers about others': async ([header = [], ...lines]) => {
    const { bytes } = await createCsdlAdapter().writeQuestions('pupil', [STRANGER]);
    const [, ...others] = await answerCollection(bytes, [STRANGER]);
    return listFile([header, ...others, ...lines.slice(1).reverse()]);
  },
};

/** The round trip as one call: hand in, have it answered, take the list back. What the list says nothing of was not answered. */
async function csdlWorld(): Promise<AdapterWorld> {
  const adapter = createCsdlAdapter();
  let fault: AdapterFault | null = null;
  const roundTrip: PopulationAdapter = {
    id: adapter.id,
    register: adapter.register,
    batchSize: ALL.length,
    ratePerSecond: 1,
    async ask(claims) {
      if (claims.length === 0) return [];
      const questions = ALL.filter(({ claim }) => claims.includes(claim));
      const { bytes } = await adapter.writeQuestions('pupil', questions);
      const table = await answerCollection(bytes, questions);
      const spoil = fault === null ? undefined : SPOILED[fault];
      const whole = await listFile(table);
      const read = await adapter.readAnswers(spoil ? await spoil(table, whole) : whole, questions);
      const answers = 'answers' in read ? read.answers : [];
      return claims.map(({ requestId }): ClaimAnswer => {
        const found = answers.find((answer) => answer.requestId === requestId);
        if (found === undefined) return { requestId, transport: 'unreachable' };
        const { sheet: _sheet, row: _row, ...answer } = found;
        return answer;
      });
    },
  };
  return {
    adapter: roundTrip,
    impatient: roundTrip,
    claims: Object.fromEntries(Object.entries(QUESTIONS).map(([outcome, { claim }]) => [outcome, claim])),
    byYear: BY_YEAR.claim,
    secrets: SECRETS,
    async fail(next) {
      fault = next;
    },
    hang: async () => undefined,
    async heal() {
      fault = null;
    },
    counted: async () => null,
    stop: async () => undefined,
  };
}

describeAdapter('csdl', csdlWorld, {
  faults: Object.keys(SPOILED) as AdapterFault[],
  calls: false,
  // Each round trip writes a workbook with the catalogues of a country.
  sequences: 4,
});
