/** `npm start`: all set-up, then the try-out: server and simulated population service under one supervisor. */
import path from 'node:path';
import { build } from './build.mjs';
import { installPackages } from './install-packages.mjs';
import { makeCertificate } from './make-certificate.mjs';
import { ROOT } from './run.mjs';
import { endWith } from './say.mjs';

const given = process.argv.slice(2);
const named = given.lastIndexOf('--data') + 1;
/** The certificate goes where the try-out will look for it. */
const dataDir = path.resolve((named > 0 && given[named]) || path.join(ROOT, 'data', 'try-out'));

try {
  await installPackages();
  await build();
  await makeCertificate(dataDir);
} catch (error) {
  endWith(error);
}
process.argv.splice(2, process.argv.length, 'tryout', '--data', dataDir, ...given);
await import('../bin/sosach.mjs');
