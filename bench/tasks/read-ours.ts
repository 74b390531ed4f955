import { readFileSync } from 'node:fs';
import { zlibCodec } from '../../cli/zlib-codec.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { runTask } from './run-task.ts';

/** Every value of the first sheet, by our reader. */
await runTask(async (file) => {
  const { sheets } = await readWorkbook(readFileSync(file!), zlibCodec);
  let count = 0;
  for (const line of sheets[0]?.cells ?? []) for (const cell of line) if (cell !== null) count++;
  return count;
});
