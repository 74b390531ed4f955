import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { zlibCodec } from '../../cli/zlib-codec.ts';
import { recogniseSheet } from '../../desk/recognise-sheet.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { runTask } from './run-task.ts';

const CELLS = 5000;
/** An error at the second field. */
const MARKS = '.E';

/** Marks 5,000 cells of the first sheet and writes the workbook, by the port that everything else goes through. */
await runTask(async (file, out) => {
  const port = await openFileSheet(readFileSync(file!), undefined, zlibCodec);
  const { grid } = await port.survey();
  const found = recogniseSheet(grid);
  if (!found) throw new Error('no list in this workbook');
  await port.bind(found.layout, found.match);
  await port.mintRowIds(randomUUID);
  const { rows } = await port.snapshot();
  const step = Math.floor(rows.length / CELLS);
  const marks = rows.filter((_, index) => index % step === 0).map(({ rowId }) => ({ rowId, marks: MARKS }));
  await port.apply({ marks });
  writeFileSync(out!, await port.saveAnnotated());
  return marks.length;
});
