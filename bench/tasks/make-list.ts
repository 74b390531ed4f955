import { writeFileSync } from 'node:fs';
import { makeListWorkbook } from '../workbooks/make-list-workbook.ts';
import { runTask } from './run-task.ts';

/** Writes the list of so many rows to a file. */
await runTask(async (file, rows) => {
  writeFileSync(file!, await makeListWorkbook(Number(rows)));
  return Number(rows);
});
