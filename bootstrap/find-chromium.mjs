import { existsSync } from 'node:fs';
import { canInstall, installDebianPackages } from './debian.mjs';
import { SetupError, say } from './say.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser for the tests: `SOSACH_CHROMIUM`, a usual place, or Debian's package installed now (root and apt). */
export async function getChromium() {
  const named = process.env.SOSACH_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new SetupError(`SOSACH_CHROMIUM=${named} không có / does not exist`);
  }
  const found = PLACES.find((place) => existsSync(place));
  if (found) return found;
  if (await canInstall()) {
    say('Đang cài Chromium để thử…', 'installing Chromium for the tests…');
    const result = await installDebianPackages(['chromium', 'fonts-noto-core']);
    const installed = PLACES.find((place) => existsSync(place));
    if (installed) return installed;
    throw new SetupError(`Không cài được Chromium / could not install Chromium: ${result.output}`);
  }
  throw new SetupError(
    'Cần Chromium để chạy thử: apt-get install chromium (hoặc đặt SOSACH_CHROMIUM=đường dẫn). / ' +
      'The tests need Chromium: apt-get install chromium, or set SOSACH_CHROMIUM to its path.',
  );
}
