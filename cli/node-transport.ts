import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { FetchTransport } from '../desk/fetch-transport.ts';
import type { HttpTransport } from '../desk/http-transport.ts';

const gzipBytes = promisify(gzip);

/** The desk's network on Node: its own `fetch`, bodies gzipped. */
export function nodeTransport(origin: string): HttpTransport {
  return new FetchTransport({ origin, fetch, gzip: async (text) => new Uint8Array(await gzipBytes(text)) });
}
