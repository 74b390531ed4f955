import { SheetError } from '../desk/sheet-error.ts';
import type { Codec } from './package/codec.ts';
import { findOriginal } from './package/original.ts';
import { WorkbookPackage } from './package/workbook-package.ts';
import { stripAnnotations } from './strip-annotations.ts';

/**
 * The workbook without our marks: byte for byte as it was before it was annotated, or, where another program saved it since, with
 * what is ours taken out and everything else as that program left it.
 * @throws SheetError `unreadable`; `refused`, not-annotated
 */
export async function clearAnnotations(bytes: Uint8Array, codec?: Codec): Promise<Uint8Array> {
  const file = new WorkbookPackage(bytes, codec);
  const cleared = (await findOriginal(file)) ?? (await stripAnnotations(file));
  if (!cleared) throw new SheetError('refused', 'not-annotated');
  return cleared;
}
