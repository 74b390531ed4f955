import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where the unmodified library stands: a development dependency, never committed, never served by the product. */
export const OFFICE_JS_FOLDER = path.dirname(
  createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'),
);

/** The address from which the product loads it. */
export const OFFICE_JS_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
};

/** A file of the library by its path below the CDN's folder; undefined when there is none. */
export async function findOfficeFile(name: string): Promise<{ body: Buffer; contentType: string } | undefined> {
  const file = path.join(OFFICE_JS_FOLDER, path.normalize(`/${decodeURIComponent(name)}`));
  try {
    return { body: await readFile(file), contentType: TYPES[path.extname(file)] ?? 'application/octet-stream' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
