#!/usr/bin/env node
import { existsSync } from 'node:fs';

const bundle = new URL('../dist/cli/sosach.mjs', import.meta.url);
if (!existsSync(bundle)) {
  process.stderr.write(
    'sosach: chưa dựng chương trình, hãy chạy "npm run build". / Not built yet: run "npm run build".\n',
  );
  process.exit(2);
}
await import(bundle.href);
