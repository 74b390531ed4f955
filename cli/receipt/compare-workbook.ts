import { receiptCells } from '../../contract/push-receipt.ts';
import type { PushReceipt } from '../../contract/schemas/sending.ts';
import { openSheet } from '../../desk/open-sheet.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import { sha256 } from '../../server/crypto.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { zlibCodec } from '../zlib-codec.ts';

/** How a workbook stands to receipts. */
export interface WorkbookComparison {
  /** Rows of the workbook's sheets of the receipts' kind. */
  readonly rows: number;
  /** Of them, those that read as they did when they were received. */
  readonly same: number;
  /** Received rows that the workbook no longer holds as they were: edited or deleted since, or never in it. */
  readonly missing: number;
}

/** Looks for the receipts' rows in a workbook. Throws SheetError `unreadable`, also when no sheet is of the receipts' kind. */
export async function compareWorkbook(
  bytes: Uint8Array,
  receipts: readonly PushReceipt[],
): Promise<WorkbookComparison> {
  const kinds = new Set<string>(receipts.map(({ template }) => template));
  const received = new Set(receipts.flatMap(({ rows }) => rows));
  const found = new Set<string>();
  const port = await openFileSheet(bytes, undefined, zlibCodec);
  let rows = 0;
  let sheets = 0;
  for (const { name } of port.file.memory.sheets) {
    port.file.memory.activate(name);
    const { opened } = await openSheet(port);
    if (!opened || !kinds.has(opened.layout.record)) continue;
    await port.bind(opened.layout, opened.match);
    sheets++;
    for (const { rowId, values } of (await port.snapshot()).rows) {
      rows++;
      const digest = sha256(`${rowId} ${sha256(JSON.stringify(receiptCells(opened.layout.record, values)))}`);
      if (received.has(digest)) found.add(digest);
    }
  }
  if (sheets === 0) throw new SheetError('unreadable');
  return { rows, same: found.size, missing: received.size - found.size };
}
