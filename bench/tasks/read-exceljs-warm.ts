import ExcelJS from 'exceljs';
import { median } from '../bench-report.ts';
import { runTask } from './run-task.ts';

const WARM_UP = 3;
const ROUNDS = 7;

/** How many milliseconds exceljs takes to read a file when it has read it before. */
await runTask(async (file) => {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const start = performance.now();
    await new ExcelJS.Workbook().xlsx.readFile(file!);
    if (round >= WARM_UP) times.push(performance.now() - start);
  }
  return median(times);
});
