/** `npm run docs:pictures`: all set-up, then the pictures under docs/pictures/ are taken anew. */
import { build } from './build.mjs';
import { getChromium } from './find-chromium.mjs';
import { installPackages } from './install-packages.mjs';
import { run } from './run.mjs';
import { endWith } from './say.mjs';

let chromium = '';
try {
  await installPackages();
  await build();
  chromium = await getChromium();
} catch (error) {
  endWith(error);
}
const { code } = await run(process.execPath, ['--import', 'tsx', 'test/pictures/make-pictures.ts'], {
  show: true,
  env: { SOSACH_CHROMIUM: chromium },
});
process.exit(code === 0 ? 0 : 1);
