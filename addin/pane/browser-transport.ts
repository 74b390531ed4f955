import { FetchTransport } from '../../desk/fetch-transport.ts';
import type { HttpTransport } from '../../desk/http-transport.ts';

/** The network of a browser page, on the page's own origin. */
export function browserTransport(): HttpTransport {
  return new FetchTransport({
    origin: '',
    fetch: (url, init) => fetch(url, init),
    ...(typeof CompressionStream === 'undefined' ? {} : { gzip }),
  });
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
