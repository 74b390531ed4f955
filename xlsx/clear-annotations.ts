import { SheetError } from '../desk/sheet-error.ts';
import type { Codec } from './package/codec.ts';
import { findOriginal } from './package/original.ts';
import { WorkbookPackage } from './package/workbook-package.ts';

/**
 * The workbook as it was before it was annotated, byte for byte.
 * @throws SheetError `unreadable`; `refused`: not-annotated (or saved by another program since, which leaves out what restoring
 * needs), edited-since
 */
export async function clearAnnotations(bytes: Uint8Array, codec?: Codec): Promise<Uint8Array> {
  const original = await findOriginal(new WorkbookPackage(bytes, codec));
  if (!original) throw new SheetError('refused', 'not-annotated');
  return original;
}
