/** `npm run bench`: all set-up, then every benchmark, each in a process of its own so that none warms another's code. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { installPackages } from './install-packages.mjs';
import { ROOT, run } from './run.mjs';
import { endWith } from './say.mjs';

try {
  await installPackages();
  await build();
} catch (error) {
  endWith(error);
}

let failed = false;
for (const file of readdirSync(path.join(ROOT, 'bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .sort()) {
  const args = ['--import', 'tsx', '--expose-gc', 'bench/print-bench.ts', file];
  const { code } = await run(process.execPath, args, { show: true });
  failed ||= code !== 0;
}
process.exit(failed ? 1 : 0);
