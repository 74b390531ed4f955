import { writeSync } from 'node:fs';
import { peakMegabytes } from './peak-megabytes.ts';

/** Imported ahead of a program: tells how large its process became, on descriptor 3 when it ends. */
process.on('exit', () => writeSync(3, String(peakMegabytes())));
