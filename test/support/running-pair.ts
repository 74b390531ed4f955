import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCertificate } from '../../bootstrap/make-certificate.mjs';
import type { Supervised } from '../../cli/supervisor.ts';
import { seedTryout } from '../../cli/tryout/seed-tryout.ts';
import { startPair } from '../../cli/tryout/start-pair.ts';
import type { Faults } from '../../server/population/simulator/faults.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/sosach.mjs', import.meta.url));

/** As long as the server may be told to wait for an answer of the service. */
const ASK_TIMEOUT_SECONDS = 300;
/** Longer than a slow machine takes from a push to what must happen before its answers, and never given up. Milliseconds. */
export const NEVER_IN_TIME = (ASK_TIMEOUT_SECONDS - 10) * 1000;

export interface RunningPair {
  readonly server: Supervised;
  /** The server's data folder: what an operator's commands are given. */
  readonly dataDir: string;
  /** What the two processes printed. */
  readonly output: readonly string[];
  /** Turns the simulated service's switches: latency in milliseconds, faults. */
  control(switches: Partial<Faults & { latencyMs: number; ratePerSecond: number }>): Promise<void>;
  stop(): Promise<void>;
}

/** The built server and the simulated service, as `npm start` runs them, on free ports over a new try-out folder. */
export async function startRunningPair(): Promise<RunningPair> {
  const folder = await mkdtemp(path.join(tmpdir(), 'so-sach-walk-'));
  const dataDir = path.join(folder, 'data');
  const output: string[] = [];
  await seedTryout(dataDir);
  await makeCertificate(dataDir);
  const pair = await startPair({
    program: PROGRAM,
    dataDir,
    // The emulated Excel on the web frames the pane from another port of this machine.
    serveArgs: ['--office-host', 'https://localhost:*'],
    serveEnv: { SOSACH_VERIFICATION_ASK_TIMEOUT: String(ASK_TIMEOUT_SECONDS) },
    onOutput: (line) => output.push(line),
  });
  return {
    server: pair.server,
    dataDir,
    output,
    async control(switches) {
      const answer = await fetch(`${pair.simulator.url}/dieu-khien`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(switches),
      });
      if (!answer.ok) throw new Error(`the simulated service refused its switches: ${answer.status}`);
    },
    async stop() {
      await pair.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
