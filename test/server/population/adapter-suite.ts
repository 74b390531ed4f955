import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Outcome, type Transport, VERIFIED_OUTCOMES } from '../../../contract/verdict.ts';
import type { Claim, ClaimAnswer, PopulationAdapter } from '../../../server/population/population-adapter.ts';

/** What can go wrong between an adapter and its service so that there is no answer. */
const LINE_FAULTS = {
  errors: 'unreachable',
  resets: 'unreachable',
  cuts: 'unreachable',
  garbles: 'unreachable',
  malforms: 'unreachable',
  throttles: 'throttled',
  'throttles until a date': 'throttled',
  closes: 'closed-hours',
  refuses: 'refused-config',
} as const satisfies Record<string, Transport>;
export type LineFault = keyof typeof LINE_FAULTS;

/** What can go wrong with an answer so that it must still be read rightly, or not at all. */
const ANSWER_FAULTS = ['answers twice', 'answers about others'] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

export type AdapterFault = LineFault | AnswerFault;

/** A running service with an adapter on it, for one test. */
export interface AdapterWorld {
  readonly adapter: PopulationAdapter;
  /** The same adapter with a time-out of a few milliseconds. */
  readonly impatient: PopulationAdapter;
  /** For every outcome that the adapter can come to, a claim that must get it. */
  readonly claims: Readonly<Partial<Record<Outcome, Claim>>>;
  /** A right claim by year alone, about somebody of whom the register knows the day. */
  readonly byYear: Claim;
  /** What the register holds of the people asked about, and of their families: none of it may stand in an answer. */
  readonly secrets: readonly string[];
  /** Makes the service fail in this way from now on. */
  fail(fault: AdapterFault): Promise<void>;
  /** Makes the service answer later than anyone waits. */
  hang(): Promise<void>;
  /** Makes it well again. */
  heal(): Promise<void>;
  /** Questions the service has counted, each request id once; null where it cannot be known. */
  counted(): Promise<number | null>;
  /** Ends the service; nothing is there to be asked any more. */
  stop(): Promise<void>;
}

export interface SuiteOptions {
  /** What can happen to this adapter. Default: everything. */
  readonly faults?: readonly AdapterFault[];
  /** False for one whose questions are carried by hand: nobody is called, and nobody can hang up. Default: true. */
  readonly calls?: boolean;
  /** Sequences of faults that are tried. Default: 25. */
  readonly sequences?: number;
}

const ALL_FAULTS = [...(Object.keys(LINE_FAULTS) as LineFault[]), ...ANSWER_FAULTS];

/** What every adapter must keep. Run it with a world that is new for each test. */
export function describeAdapter(
  name: string,
  makeWorld: () => Promise<AdapterWorld>,
  { faults = ALL_FAULTS, calls = true, sequences = 25 }: SuiteOptions = {},
): void {
  const isLineFault = (fault: AdapterFault): fault is LineFault => Object.hasOwn(LINE_FAULTS, fault);

  describe(`population adapter: ${name}`, () => {
    let world: AdapterWorld;
    const signal = new AbortController().signal;
    const cases = () => Object.entries(world.claims) as [Outcome, Claim][];
    const claims = () => cases().map(([, claim]) => claim);

    /** As the queue asks: no more at once than the adapter takes. */
    const ask = async (asked: readonly Claim[], adapter = world.adapter): Promise<ClaimAnswer[]> => {
      const answers: ClaimAnswer[] = [];
      for (let from = 0; from < asked.length; from += adapter.batchSize) {
        answers.push(...(await adapter.ask(asked.slice(from, from + adapter.batchSize), signal)));
      }
      return answers;
    };
    const outcomeOf = (answers: readonly ClaimAnswer[], claim: Claim) => {
      const answer = answers.find(({ requestId }) => requestId === claim.requestId);
      return answer?.transport === 'answered' ? answer.outcome : undefined;
    };

    beforeEach(async () => {
      world = await makeWorld();
    });
    afterEach(() => world.stop());

    it('answers every claim of a batch with the outcome the register decides', async () => {
      const answers = await ask(claims());
      for (const [outcome, claim] of cases()) assert.equal(outcomeOf(answers, claim), outcome);
      assert.equal(answers.length, cases().length);
      assert.ok(cases().length >= 2);
    });

    it('names the fields compared whenever it says that something matches or differs', async () => {
      const answers = await ask(claims());
      for (const answer of answers) {
        assert.ok(answer.transport === 'answered' && answer.compared.includes('citizenId'));
        const differs = answer.flags.some((flag) => flag.startsWith('differs.'));
        assert.equal(differs, answer.outcome === 'differs', answer.outcome);
      }
    });

    it('asks by year where only the year is known, and is told of the person', async () => {
      const [answer] = await ask([world.byYear]);
      assert.ok(answer?.transport === 'answered');
      assert.ok(VERIFIED_OUTCOMES.some((outcome) => outcome === answer.outcome));
      assert.ok(answer.compared.includes('birthDate'));
    });

    it('carries nothing of the register in its answers', async () => {
      const text = JSON.stringify(await ask(claims()));
      assert.ok(world.secrets.length > 0);
      for (const value of world.secrets) assert.ok(!text.includes(value));
    });

    for (const fault of faults.filter(isLineFault)) {
      const transport = LINE_FAULTS[fault];
      it(`says ${transport}, never an outcome, when the service ${fault}`, async () => {
        await world.fail(fault);
        const answers = await ask(claims());
        assert.deepEqual(
          answers.map((answer) => [answer.requestId, answer.transport, 'outcome' in answer]),
          claims().map((claim) => [claim.requestId, transport, false]),
        );
        if (transport !== 'throttled') return;
        assert.ok(answers.every((answer) => answer.transport !== 'answered' && (answer.retryAfterSeconds ?? 0) > 0));
      });
    }

    for (const fault of faults.filter((each) => !isLineFault(each))) {
      it(`gives a claim its own outcome or none when the service ${fault}`, async () => {
        await world.fail(fault);
        const answers = await ask(claims());
        assert.equal(answers.length, claims().length);
        for (const [outcome, claim] of cases()) {
          const got = outcomeOf(answers, claim);
          if (fault === 'answers twice') assert.equal(got, outcome);
          else assert.ok(got === undefined || got === outcome, `${outcome} became ${got}`);
        }
      });
    }

    it('never comes to an outcome that the register does not have, whatever fails and when', async () => {
      const plan = fc.array(fc.record({ fault: fc.constantFrom(null, ...faults), at: fc.nat() }), { maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(plan, async (steps) => {
          for (const { fault, at } of steps) {
            await (fault === null ? world.heal() : world.fail(fault));
            const [outcome, claim] = cases()[at % cases().length]!;
            const got = outcomeOf(await ask([claim]), claim);
            if (fault === null) assert.equal(got, outcome);
            else assert.ok(got === undefined || got === outcome, `${outcome} became ${got} when the service ${fault}`);
          }
        }),
        { numRuns: sequences },
      );
    });

    it('asks again under the same request id without being counted twice, also after a broken answer', async () => {
      await world.fail('cuts');
      await ask(claims());
      await world.heal();
      const first = await ask(claims());
      const second = await ask(claims());
      assert.deepEqual(second, first);
      const counted = await world.counted();
      assert.ok(counted === null || counted === claims().length, `counted ${counted} of ${claims().length}`);
    });

    if (calls) {
      it('never sends what is no citizen number: foreigners and temporary codes are not asked about', async () => {
        const [claim] = claims();
        for (const citizenId of ['C1234567', 'TS0000000001', '00120700012', '']) {
          const asked = world.adapter.ask([{ ...claim!, requestId: `khac-${citizenId}`, citizenId }], signal);
          await assert.rejects(asked, (error: Error) => citizenId === '' || !error.message.includes(citizenId));
        }
        const counted = await world.counted();
        assert.ok(counted === null || counted === 0);
      });

      it('says unreachable when the service does not answer in time, and the late answer is nobody’s', async () => {
        await world.hang();
        const [late, next] = claims();
        const answers = await ask([late!], world.impatient);
        assert.deepEqual(
          answers.map((answer) => answer.transport),
          ['unreachable'],
        );
        await world.heal();
        const again = await ask([next!, late!]);
        assert.equal(outcomeOf(again, next!), cases()[1]![0]);
        assert.equal(outcomeOf(again, late!), cases()[0]![0]);
      });

      it('says unreachable when nothing listens', async () => {
        await world.stop();
        const answers = await ask([claims()[0]!]);
        assert.deepEqual(
          answers.map((answer) => answer.transport),
          ['unreachable'],
        );
      });

      it('rejects when it is told to stop, before and while the service is asked', async () => {
        const claim = claims()[0]!;
        await assert.rejects(world.adapter.ask([claim], AbortSignal.abort()));
        await world.hang();
        const stopping = new AbortController();
        const asked = world.adapter.ask([claim], stopping.signal);
        stopping.abort();
        await assert.rejects(asked);
      });
    }

    it('asks nothing for no claims', async () => {
      assert.deepEqual(await world.adapter.ask([], signal), []);
    });
  });
}
