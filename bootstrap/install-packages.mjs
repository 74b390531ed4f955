import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canInstall, installDebianPackages } from './debian.mjs';
import { ROOT, run } from './run.mjs';
import { SetupError, say } from './say.mjs';

const STAMP = path.join(ROOT, 'node_modules', '.so-sach-installed');

/** Installs exactly what the lock file says, unless that is what stands there already, and makes sure the native module runs. */
export async function installPackages() {
  const wanted = lockFingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  await ensureCompiler();
  say('Đang cài các gói (lần đầu mất vài phút)…', 'installing packages (the first time takes minutes)…');
  // Not `npm ci`: it refuses a lock file that lacks other systems' optional binaries, which not every registry mirror holds.
  // With a lock file and --no-save, `npm install` takes exactly the locked versions and writes nothing back.
  const install = await run('npm', ['install', '--no-save', '--no-progress', '--loglevel=error']);
  if (install.code !== 0) {
    throw new SetupError(
      `npm install không thành công / failed:\n${install.output.trim().split('\n').slice(-15).join('\n')}`,
    );
  }
  await ensureNativeModule();
  writeFileSync(STAMP, wanted);
}

/** The lock file and the Node ABI together: a native module compiled for another Node crashes instead of failing. */
function lockFingerprint() {
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.version} ${process.arch}`).digest('hex');
}

/** SQLite's binding is compiled where no prebuilt binary can be fetched. */
async function ensureCompiler() {
  if (process.platform !== 'linux') return;
  const missing = [];
  for (const [program, debianPackage] of [
    ['python3', 'python3'],
    ['make', 'make'],
    ['g++', 'g++'],
  ]) {
    const found = await run(program, ['--version']).then(
      (result) => result.code === 0,
      () => false,
    );
    if (!found) missing.push(debianPackage);
  }
  if (missing.length === 0 || !(await canInstall())) return;
  say(`Đang cài ${missing.join(', ')}…`, 'installing the compiler…');
  await installDebianPackages(missing);
}

async function ensureNativeModule() {
  if (await nativeModuleRuns()) return;
  say('Đang biên dịch SQLite…', 'compiling SQLite…');
  const rebuild = await run('npm', ['rebuild', 'better-sqlite3', '--foreground-scripts']);
  if (rebuild.code === 0 && (await nativeModuleRuns())) return;
  throw new SetupError(
    'Không biên dịch được better-sqlite3: cần python3, make và g++ (Debian: apt-get install python3 make g++). / ' +
      'better-sqlite3 could not be compiled: it needs python3, make and g++.',
  );
}

/** Tried in a process of its own: a binding for another ABI ends the process that loads it. */
async function nativeModuleRuns() {
  const probe = "const D=require('better-sqlite3');new D(':memory:').prepare('select 1').get();console.log('ok')";
  const result = await run(process.execPath, ['-e', probe]);
  return result.code === 0 && result.output.includes('ok');
}
