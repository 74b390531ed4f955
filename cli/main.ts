import { fileURLToPath } from 'node:url';
import { EXIT } from './cli-io.ts';
import { runCommandLine } from './command-line.ts';
import { processIo } from './process-io.ts';

/** This file is bundled into `dist/cli/`; pages, manifest and `bin/` lie two folders up. */
const HOME = fileURLToPath(new URL('../..', import.meta.url));

const io = processIo(process, (code) => {
  io.err(`sosach: không ghi được kết quả (output cannot be written: ${code})\n`);
  process.exit(EXIT.unusable);
});

// Set, not exited with: what is still on its way through a pipe is written out first.
process.exitCode = await runCommandLine(process.argv.slice(2), io, HOME);
