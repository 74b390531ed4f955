import ExcelJS from 'exceljs';
import { runTask } from './run-task.ts';

/** Every value of the first sheet, by exceljs (whole document: its stream damages Vietnamese letters). */
await runTask(async (file) => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file!);
  let count = 0;
  workbook.worksheets[0]?.eachRow((row) => row.eachCell(() => count++));
  return count;
});
