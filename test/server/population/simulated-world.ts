import { randomUUID } from 'node:crypto';
import { NO_FAULTS, type ServiceState } from '../../../server/population/simulator/faults.ts';
import {
  type RunningSimulator,
  type SimulatorConfig,
  startSimulator,
} from '../../../server/population/simulator/start-simulator.ts';
import type { AdapterFault, AdapterWorld } from './adapter-suite.ts';
import { PEOPLE, SEED } from './claim-of.ts';

export const WELL: ServiceState = { ...NO_FAULTS, ratePerSecond: 10_000, latencyMs: 0 };

const SWITCHES: Readonly<Record<AdapterFault, Partial<ServiceState>>> = {
  errors: { errorShare: 1 },
  resets: { resetShare: 1 },
  cuts: { cutShare: 1 },
  garbles: { garbleShare: 1 },
  malforms: { malformShare: 1 },
  throttles: { ratePerSecond: 0.001 },
  'throttles until a date': { ratePerSecond: 0.001, retryAfterAsDate: true },
  closes: { closed: true },
  refuses: { refuse: true },
  'answers twice': { doubleShare: 1 },
  'answers about others': { strayShare: 1 },
};

export interface SimulatedService extends Pick<AdapterWorld, 'fail' | 'hang' | 'heal' | 'counted' | 'stop'> {
  readonly simulator: RunningSimulator;
  /** Switches the service as its operator would. */
  change(state: Partial<ServiceState>): Promise<void>;
}

/** A simulated service with the switches that the adapter suite asks for. */
export async function startSimulatedService(config: Partial<SimulatorConfig> = {}): Promise<SimulatedService> {
  const simulator = await startSimulator({
    port: 0,
    // Everybody of `PEOPLE` is among the first; a register is made for each test.
    citizens: 500,
    seed: SEED,
    ratePerSecond: WELL.ratePerSecond,
    latencyMs: 0,
    ...config,
  });
  let running = true;
  const post = async (path: string, body: unknown) => {
    const response = await fetch(new URL(path, simulator.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await response.text();
  };
  const change = (state: Partial<ServiceState>) => post('/dieu-khien', state);
  return {
    simulator,
    change,
    async fail(fault) {
      await change({ ...WELL, ...SWITCHES[fault] });
      // The bucket holds one call: spend it, so that the next one is over the rate.
      if (fault.startsWith('throttles')) await post('/xac-thuc', {});
    },
    hang: () => change({ ...WELL, lateShare: 1, lateMs: 600_000 }),
    heal: () => change(WELL),
    counted: async () => {
      const settings = (await (await fetch(new URL('/thong-tin', simulator.url))).json()) as {
        SoYeuCauDaTraLoi: number;
      };
      return settings.SoYeuCauDaTraLoi;
    },
    async stop() {
      if (!running) return;
      running = false;
      await simulator.close();
    },
  };
}

/** Everything about the people of `PEOPLE` that an answer could give away. */
export const SECRETS: readonly string[] = Object.values(PEOPLE).flatMap(
  ({ citizenId, fullName, province, ward, birthDate }) => [
    citizenId,
    fullName,
    fullName.toUpperCase(),
    province,
    ward,
    String(birthDate.year),
  ],
);

/** One that no other test has used. */
export const freshId = (): string => `yc-${randomUUID()}`;
