import assert from 'node:assert/strict';
import type { Outcome, Transport } from '../../../contract/verdict.ts';
import type { Claim, PopulationAdapter } from '../../../server/population/population-adapter.ts';

/** What can go wrong between an adapter and its service. */
export const LINE_FAULTS = {
  errors: 'unreachable',
  resets: 'unreachable',
  cuts: 'unreachable',
  garbles: 'unreachable',
  throttles: 'throttled',
  closes: 'closed-hours',
  refuses: 'refused-config',
} as const satisfies Record<string, Transport>;
export type LineFault = keyof typeof LINE_FAULTS;

/** A running service with an adapter on it, for one test. */
export interface AdapterWorld {
  readonly adapter: PopulationAdapter;
  /** The same adapter with a time-out of a few milliseconds. */
  readonly impatient: PopulationAdapter;
  /** For every outcome that the service can give, a claim that must get it. */
  readonly claims: Readonly<Partial<Record<Outcome, Claim>>>;
  /** Makes the service fail in this way from now on. */
  fail(fault: LineFault): Promise<void>;
  /** Makes the service answer later than anyone waits. */
  hang(): Promise<void>;
  /** Makes it well again. */
  heal(): Promise<void>;
  /** Questions the service has counted, each request id once; null where it cannot be known. */
  counted(): Promise<number | null>;
  /** Ends the service; nothing listens at its address any more. */
  stop(): Promise<void>;
}

/** What every adapter must keep. Run it with a world that is new for each test. */
export function populationAdapterContract(name: string, start: () => Promise<AdapterWorld>): void {
  describe(`population adapter: ${name}`, () => {
    let world: AdapterWorld;
    const signal = new AbortController().signal;
    const outcomes = () => Object.entries(world.claims) as [Outcome, Claim][];

    beforeEach(async () => {
      world = await start();
    });
    afterEach(() => world.stop());

    it('answers every claim of a batch with the outcome the register decides', async () => {
      const answers = await world.adapter.ask(
        outcomes().map(([, claim]) => claim),
        signal,
      );
      const got = new Map(answers.map((answer) => [answer.requestId, answer]));
      for (const [outcome, claim] of outcomes()) {
        const answer = got.get(claim.requestId);
        assert.equal(answer?.transport, 'answered', outcome);
        assert.equal(answer?.transport === 'answered' && answer.outcome, outcome);
      }
      assert.equal(answers.length, outcomes().length);
    });

    it('names the fields compared whenever it says that something matches or differs', async () => {
      const answers = await world.adapter.ask(
        outcomes().map(([, claim]) => claim),
        signal,
      );
      for (const answer of answers) {
        assert.ok(answer.transport === 'answered' && answer.compared.includes('citizenId'));
        const differs = answer.flags.some((flag) => flag.startsWith('differs.'));
        assert.equal(differs, answer.outcome === 'differs', answer.outcome);
      }
    });

    it('carries nothing of a person in its answers', async () => {
      const claims = outcomes().map(([, claim]) => claim);
      const text = JSON.stringify(await world.adapter.ask(claims, signal));
      for (const claim of claims) {
        for (const value of [claim.citizenId, claim.fullName, claim.province, String(claim.birthDate.year)]) {
          assert.ok(value === null || !text.includes(value));
        }
      }
    });

    for (const [fault, transport] of Object.entries(LINE_FAULTS) as [LineFault, Transport][]) {
      it(`says ${transport}, never an outcome, when the service ${fault}`, async () => {
        await world.fail(fault);
        const claims = outcomes().map(([, claim]) => claim);
        const answers = await world.adapter.ask(claims, signal);
        assert.deepEqual(
          answers.map((answer) => [answer.requestId, answer.transport, 'outcome' in answer]),
          claims.map((claim) => [claim.requestId, transport, false]),
        );
      });
    }

    it('says when to come back if the service says so', async () => {
      await world.fail('throttles');
      const [answer] = await world.adapter.ask([outcomes()[0]![1]], signal);
      assert.ok(answer?.transport === 'throttled' && (answer.retryAfterSeconds ?? 0) > 0);
    });

    it('says unreachable when the service does not answer in time', async () => {
      await world.hang();
      const answers = await world.impatient.ask([outcomes()[0]![1]], signal);
      assert.deepEqual(
        answers.map((answer) => answer.transport),
        ['unreachable'],
      );
    });

    it('says unreachable when nothing listens', async () => {
      await world.stop();
      const answers = await world.adapter.ask([outcomes()[0]![1]], signal);
      assert.deepEqual(
        answers.map((answer) => answer.transport),
        ['unreachable'],
      );
    });

    it('asks again under the same request id without being counted twice, also after a broken answer', async () => {
      const claims = outcomes().map(([, claim]) => claim);
      await world.fail('cuts');
      await world.adapter.ask(claims, signal);
      await world.heal();
      const first = await world.adapter.ask(claims, signal);
      const second = await world.adapter.ask(claims, signal);
      assert.deepEqual(second, first);
      const counted = await world.counted();
      assert.ok(counted === null || counted === claims.length, `counted ${counted} of ${claims.length}`);
    });

    it('rejects when it is told to stop, before and while the service is asked', async () => {
      const claim = outcomes()[0]![1];
      await assert.rejects(world.adapter.ask([claim], AbortSignal.abort()));
      await world.hang();
      const stopping = new AbortController();
      const asked = world.adapter.ask([claim], stopping.signal);
      stopping.abort();
      await assert.rejects(asked);
    });

    it('asks nothing for no claims', async () => {
      assert.deepEqual(await world.adapter.ask([], signal), []);
    });
  });
}
