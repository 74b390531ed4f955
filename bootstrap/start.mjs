/** `npm start`: all set-up, then the try-out: server and simulated population service under one supervisor. */
import path from 'node:path';
import { build } from './build.mjs';
import { installPackages } from './install-packages.mjs';
import { makeCertificate } from './make-certificate.mjs';
import { ROOT } from './run.mjs';
import { endWith } from './say.mjs';

const dataDir = path.join(ROOT, 'data', 'try-out');

try {
  await installPackages();
  await build();
  await makeCertificate(dataDir);
} catch (error) {
  endWith(error);
}
process.argv.splice(2, process.argv.length, 'tryout', '--data', dataDir, ...process.argv.slice(2));
await import('../bin/sosach.mjs');
