import { peakMegabytes } from './peak-megabytes.ts';

/** Does one piece of work with the arguments of this process, and prints what it took and found as JSON. */
export async function runTask(work: (...args: string[]) => Promise<number>): Promise<void> {
  const start = performance.now();
  const result = await work(...process.argv.slice(2));
  const milliseconds = performance.now() - start;
  console.log(JSON.stringify({ milliseconds, megabytes: peakMegabytes(), result }));
}
