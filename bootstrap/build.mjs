import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages } from './install-packages.mjs';
import { ROOT } from './run.mjs';
import { endWith, say } from './say.mjs';

/**
 * How everything is bundled that Node runs.
 * @type {import('esbuild').BuildOptions}
 */
export const FOR_NODE = {
  absWorkingDir: ROOT,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // What one command needs is one file that the others do not load.
  splitting: true,
  platform: 'node',
  target: 'node20',
  // Node 20 knows \p{…}; taken apart into `new RegExp` it would be compiled at every call.
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
};

/** What runs in a thread of its own is loaded by its name. */
export const THREADS = { 'push-reader-thread': 'server/sync/push-reader-thread.ts' };

/** Bundles the command line with the server (esbuild) and the pages (vite) into the ignored `dist/`. */
export async function build() {
  say('Đang dựng chương trình…', 'bundling…');
  const esbuild = await import('esbuild');
  rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
  await esbuild.build({
    ...FOR_NODE,
    entryPoints: { sosach: 'cli/main.ts', ...THREADS },
    outdir: 'dist/cli',
    sourcemap: true,
  });
  // Its service process would otherwise live as long as the server that is started next.
  await esbuild.stop();
  const vite = await import('vite');
  await vite.build({ root: ROOT, configFile: path.join(ROOT, 'vite.config.ts'), logLevel: 'error' });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await installPackages().then(build).catch(endWith);
}
