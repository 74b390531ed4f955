/** The simulated population service in a process of its own, to be killed. Arguments: seed and size of the register. */
import { startSimulator } from '../../../server/population/simulator/start-simulator.ts';

const [seed = '', citizens = ''] = process.argv.slice(2);

const service = await startSimulator({
  port: 0,
  seed,
  citizens: Number(citizens),
  ratePerSecond: 10_000,
  latencyMs: 8,
});
process.on('disconnect', () => process.exit());
process.send?.(service.url);
