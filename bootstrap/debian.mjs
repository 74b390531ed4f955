import { run } from './run.mjs';

let updated = false;

/** True when this process may install Debian packages: root, and apt-get present. */
export async function canInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return run('apt-get', ['--version']).then(
    (result) => result.code === 0,
    () => false,
  );
}

/** Installs Debian packages; the package lists are refreshed once. Returns whether apt-get succeeded, with its last lines. */
export async function installDebianPackages(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (!updated) {
    const update = await run('apt-get', ['update', '-qq'], { env });
    if (update.code !== 0) return { ok: false, output: lastLines(update.output) };
    updated = true;
  }
  const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  return { ok: install.code === 0, output: lastLines(install.output) };
}

function lastLines(text) {
  return text.trim().split('\n').slice(-3).join(' ');
}
