import { findFreePort } from '../free-port.ts';
import { type Supervised, supervise } from '../supervisor.ts';

export interface PairOptions {
  /** The file that is run as `sosach`. */
  readonly program: string;
  readonly dataDir: string;
  /** HTTP port of the server; absent for any free one. The pane's https stands on the next port. */
  readonly port?: number;
  /** Further arguments of `sosach serve`. */
  readonly serveArgs?: readonly string[];
  /** Further settings of the server, by variable (docs/configuration.md). */
  readonly serveEnv?: Readonly<Record<string, string>>;
  readonly onOutput: (line: string) => void;
}

export interface RunningPair {
  readonly server: Supervised;
  readonly simulator: Supervised;
  stop(): Promise<void>;
}

/**
 * The sync server and the simulated population service as two supervised processes. Ports are fixed before the start, so
 * that a killed process comes back where it was.
 */
export async function startPair({
  program,
  dataDir,
  port,
  serveArgs = [],
  serveEnv = {},
  onOutput,
}: PairOptions): Promise<RunningPair> {
  const simulator = await supervise(program, ['simulate', '--port', String(await findFreePort())], { onOutput });
  try {
    const serverPort = String(port ?? (await findFreePort()));
    const args = ['serve', '--port', serverPort, '--data', dataDir, '--population', simulator.url, ...serveArgs];
    const server = await supervise(program, args, { onOutput, env: serveEnv });
    return {
      server,
      simulator,
      stop: async () => {
        await Promise.all([server.stop(), simulator.stop()]);
      },
    };
  } catch (error) {
    await simulator.stop();
    throw error;
  }
}
