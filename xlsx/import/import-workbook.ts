import { type Codec, platformCodec } from '../package/codec.ts';
import { type FileFormat, fileFormat } from './file-format.ts';
import type { ForeignWorkbook } from './foreign-workbook.ts';
import { readOds } from './ods-workbook.ts';
import { readTextWorkbook } from './text-workbook.ts';
import { writeForeignWorkbook } from './write-foreign-workbook.ts';
import { readXls } from './xls-workbook.ts';
import { readXmlWorkbook } from './xml-workbook.ts';

export interface ImportedWorkbook {
  /** An .xlsx package: the file itself, or what was made of it. */
  readonly bytes: Uint8Array;
  readonly format: FileFormat;
}

/**
 * Takes any workbook or list that schools have and hands on an .xlsx, so that everything else knows one format. The
 * libraries that read others are fetched only when one comes.
 * @throws SheetError `unreadable`, its detail saying why; OfflineError when a library cannot be fetched
 */
export async function importWorkbook(bytes: Uint8Array, codec: Codec = platformCodec): Promise<ImportedWorkbook> {
  const format = fileFormat(bytes);
  if (format === 'xlsx') return { bytes, format };
  const foreign = await readForeign(bytes, format, codec);
  return { bytes: await writeForeignWorkbook(foreign, codec), format };
}

async function readForeign(
  bytes: Uint8Array,
  format: Exclude<FileFormat, 'xlsx'>,
  codec: Codec,
): Promise<ForeignWorkbook> {
  switch (format) {
    case 'xls':
      return readXls(bytes);
    case 'ods':
      return readOds(bytes, codec);
    case 'xml':
      return readXmlWorkbook(bytes);
    case 'text':
      return readTextWorkbook(bytes);
  }
}
