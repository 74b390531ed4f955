import { type HttpAnswer, type HttpRequest, type HttpTransport, OfflineError } from './http-transport.ts';

/** What the transport uses of `fetch`; spelled out because the desk knows neither DOM nor Node. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchedAnswer>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly credentials: 'omit';
  readonly cache: 'no-store';
}

export interface FetchedAnswer {
  readonly status: number;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
  /** Absent where the browser has no streams, or the answer no body. */
  readonly body?: { getReader(): PieceReader } | null;
}

interface PieceReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

export interface FetchTransportOptions {
  /** Where the API lives, without a slash at the end; '' for the page's own origin. */
  readonly origin: string;
  readonly fetch: FetchLike;
  /** Compresses UTF-8 text (RFC 1952). Absent where the browser has no `CompressionStream`. */
  readonly gzip?: (text: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Below this, compressing costs more than it saves. UTF-16 units. */
const WORTH_GZIP = 2048;

/** The desk's network over `fetch`, shared by pane, workbench and command line. */
export class FetchTransport implements HttpTransport {
  readonly #options: FetchTransportOptions;

  constructor(options: FetchTransportOptions) {
    this.#options = options;
  }

  async send({ method, path, headers = {}, body, file, answer: form, onBytes }: HttpRequest): Promise<HttpAnswer> {
    const { origin, fetch, gzip } = this.#options;
    const sent: Record<string, string> = { accept: 'application/json, application/problem+json', ...headers };
    const text = body === undefined ? undefined : JSON.stringify(body);
    let content: string | Uint8Array<ArrayBuffer> | undefined = file ?? text;
    if (file) sent['content-type'] = 'application/octet-stream';
    else if (text !== undefined) {
      sent['content-type'] = 'application/json';
      if (gzip && text.length >= WORTH_GZIP) {
        sent['content-encoding'] = 'gzip';
        content = await gzip(text);
      }
    }
    let status: number;
    let answered: unknown;
    try {
      const init = { method, headers: sent, credentials: 'omit', cache: 'no-store' } as const;
      const answer = await fetch(`${origin}${path}`, content === undefined ? init : { ...init, body: content });
      status = answer.status;
      const isFile = form === 'bytes' && status >= 200 && status < 300;
      answered = isFile ? await fileOf(answer, onBytes) : parseJson(await answer.text());
    } catch (cause) {
      // `fetch` rejects only when no answer came; a line that breaks inside the answer is the same to us.
      throw new OfflineError('no answer from the server', { cause });
    }
    return { status, body: answered };
  }
}

async function fileOf(answer: FetchedAnswer, onBytes: HttpRequest['onBytes']): Promise<Uint8Array> {
  if (!onBytes || !answer.body) return new Uint8Array(await answer.arrayBuffer());
  const reader = answer.body.getReader();
  const pieces: Uint8Array[] = [];
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || !value) break;
    pieces.push(value);
    received += value.length;
    onBytes(received);
  }
  const file = new Uint8Array(received);
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

/** Undefined for a body that is no JSON (a proxy's error page): the sync client says so in words. */
function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
