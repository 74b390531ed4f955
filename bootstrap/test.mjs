/** `npm test`: all set-up, then lint, types and the four tiers. A tier that ran nothing or skipped a test is a failure. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { getChromium } from './find-chromium.mjs';
import { getPostgres } from './find-postgres.mjs';
import { installPackages } from './install-packages.mjs';
import { run } from './run.mjs';
import { endWith } from './say.mjs';

const MOCHA = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--reporter', 'test/support/tier-reporter.cjs'];
const COVERED = ['node_modules/c8/bin/c8.js', '--reporter=text-summary', '--exclude=test/**', '--exclude=bench/**'];

const TIERS = [
  { name: 'pure', config: 'test/mocha.pure.json', covered: true },
  { name: 'postgres', config: 'test/mocha.postgres.json', covered: false, env: { SOSACH_TEST_STORE: 'postgres' } },
  { name: 'excel-proxies', config: 'test/mocha.proxies.json', covered: false },
  { name: 'chromium', config: 'test/mocha.chromium.json', covered: false },
];

// What stands in the environment is somebody's real database.
delete process.env.DATABASE_URL;
delete process.env.DATABASE_URL_FILE;

try {
  await installPackages();
  await build();
  process.env.SOSACH_CHROMIUM = await getChromium();
  process.env.SOSACH_POSTGRES_BIN = await getPostgres();
} catch (error) {
  endWith(error);
}

const failures = [];
for (const [name, command, args] of [
  ['lint', process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['types', process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']],
  [
    'types of the pure layers',
    process.execPath,
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.pure.json'],
  ],
]) {
  const { code } = await run(command, args, { show: true });
  if (code !== 0) failures.push(name);
}

const reports = mkdtempSync(path.join(os.tmpdir(), 'so-sach-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
for (const tier of TIERS) {
  process.stdout.write(`\n── ${tier.name} ──\n`);
  const report = path.join(reports, `${tier.name}.json`);
  const args = [...(tier.covered ? [...COVERED, process.execPath] : []), ...MOCHA, '--config', tier.config];
  const { code } = await run(process.execPath, args, { show: true, env: { ...tier.env, SOSACH_TIER_REPORT: report } });
  const counts = readCounts(report);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (code !== 0 || counts.failed > 0 || counts.passed === 0) failures.push(`tier ${tier.name}`);
  if (counts.skipped > 0) failures.push(`tier ${tier.name}: ${counts.skipped} skipped`);
}
rmSync(reports, { recursive: true, force: true });

if (failures.length > 0) process.stdout.write(`\n✖ ${failures.join(' · ')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(failures.length > 0 ? 1 : 0);

/** A tier that died before its report counts as one failure. */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
