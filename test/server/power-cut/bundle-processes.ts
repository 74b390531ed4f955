import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { FOR_NODE } from '../../../bootstrap/build.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, '../../..');

export interface BundledProcesses {
  readonly server: string;
  readonly service: string;
  remove(): void;
}

/** What comes as machine code. Everything else is bundled: two hundred starts spend most of their time on finding packages. */
const NATIVE = ['better-sqlite3', '@node-rs/argon2', 'pg-native'];
/** Packages of the older module system ask for what Node has by `require`. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

/** The two programs, bundled as the product is: they start in a fraction of the time that their sources take. */
export async function bundleProcesses(): Promise<BundledProcesses> {
  const folder = mkdtempSync(path.join(tmpdir(), 'so-sach-processes-'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  await build({
    ...FOR_NODE,
    packages: 'bundle',
    external: NATIVE,
    banner: { js: REQUIRE },
    entryPoints: ['server-process', 'service-process'].map((name) => path.join(HERE, `${name}.ts`)),
    outdir: folder,
  });
  return {
    server: path.join(folder, 'server-process.mjs'),
    service: path.join(folder, 'service-process.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
