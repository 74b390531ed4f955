import { pino } from 'pino';
import { startSimulator } from '../server/population/simulator/start-simulator.ts';
import { announceReady } from './child-ready.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { errorCode } from './file-trouble.ts';
import { TRYOUT_WORLD } from './tryout/tryout-world.ts';
import { untilStopped } from './until-stopped.ts';

export interface SimulateOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly ratePerSecond: number;
  readonly latencyMs: number;
}

/** `sosach simulate`: the simulated population service over the try-out's invented register, until it is stopped. */
export async function runSimulate(options: SimulateOptions, io: CliIo): Promise<void> {
  const simulator = await startSimulator({
    port: options.port,
    citizens: TRYOUT_WORLD.citizens,
    seed: TRYOUT_WORLD.seed,
    ratePerSecond: options.ratePerSecond,
    latencyMs: options.latencyMs,
    logger: pino({ name: 'simulate', level: 'warn' }),
  }).catch((error: unknown) => {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    throw new UsageError(`--port ${options.port}: cổng đang được chương trình khác dùng (port in use)`);
  });
  const stopped = untilStopped();
  announceReady({ url: simulator.url, httpsUrl: null }, () => process.kill(process.pid, 'SIGTERM'));
  io.out(`Dịch vụ dân cư mô phỏng (người bịa): ${simulator.url} / simulated population service (invented people)\n`);
  await stopped;
  await simulator.close();
}
