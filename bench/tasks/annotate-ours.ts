import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { zlibCodec } from '../../cli/zlib-codec.ts';
import { recogniseSheet } from '../../desk/recognise-sheet.ts';
import { encodeMarks, MARK } from '../../templates/marks.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { runTask } from './run-task.ts';

const CELLS = 5000;

/** Marks 5,000 cells of the first sheet and writes the workbook, by the port that everything else goes through. */
await runTask(async (file, out) => {
  const port = await openFileSheet(readFileSync(file!), undefined, zlibCodec);
  const { grid } = await port.survey();
  const found = recogniseSheet(grid);
  if (!found) throw new Error('no list in this workbook');
  await port.bind(found.layout, found.match);
  const step = Math.floor(found.dataLines.length / CELLS);
  const marked = new Set(found.dataLines.filter((_, index) => index % step === 0).map((line) => line + 1));
  await port.mintRowIds(randomUUID, { needsId: (rowNumber) => marked.has(rowNumber) });
  const { rows } = await port.snapshot();
  const text = encodeMarks(found.layout, new Map([['fullName', MARK.error]]));
  const marks = rows.filter(({ rowId }) => rowId !== '').map(({ rowId }) => ({ rowId, marks: text }));
  await port.apply({ marks });
  writeFileSync(out!, await port.saveAnnotated());
  return marks.length;
});
