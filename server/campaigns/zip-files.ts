import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZippedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * A zip of files, made while it is read: nobody waits for the last workbook before the first leaves. Files are stored as they
 * are (an .xlsx is a zip itself). When a file cannot be made the stream ends in an error, so that a torn download is no zip.
 */
export function zipFiles(files: AsyncIterable<ZippedFile>): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream.pipe(new PassThrough());
  void fill(zip, out, files);
  return out;
}

async function fill(zip: ZipFile, out: PassThrough, files: AsyncIterable<ZippedFile>): Promise<void> {
  try {
    for await (const { fileName, bytes } of files) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      zip.addBuffer(buffer, fileName, { compress: false, mtime: MADE });
      // The reader sets the pace: else a slow line would have the whole province in memory.
      if (out.writableNeedDrain) await drained(out);
      if (out.destroyed) return;
    }
    zip.end();
  } catch (error) {
    out.destroy(error as Error);
  }
}

/** The earliest a zip can say: nobody's working hours are written into the file. */
const MADE = new Date(1980, 0, 1);

function drained(out: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      out.off('drain', done).off('close', done);
      resolve();
    };
    out.on('drain', done).on('close', done);
  });
}
