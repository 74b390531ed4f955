import { readFile } from 'node:fs/promises';
import type { Response } from 'express';

export interface PageSending {
  readonly status?: number;
  /** `no-cache`: asked for each time, and what it loads is hashed and kept. `no-store`: holds what nobody may find again. */
  readonly cache?: 'no-cache' | 'no-store';
  readonly edit?: (html: string) => string;
}

/** Sends a page that the build has made, or says that it has not. */
export async function sendPage(
  response: Response,
  file: string,
  { status = 200, cache = 'no-cache', edit = (html) => html }: PageSending = {},
): Promise<void> {
  const html = await findText(file);
  if (html === undefined) response.status(503).set('Cache-Control', 'no-store').type('text/plain').send(NOT_BUILT);
  else response.status(status).set('Cache-Control', cache).type('html').send(edit(html));
}

const NOT_BUILT = `Trang này chưa được dựng trên máy chủ. Người vận hành chạy: npm run build, rồi tải lại trang.
This page has not been built on the server. The operator runs: npm run build, then reload.
`;

/** Undefined when there is no such file. */
export async function findText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
