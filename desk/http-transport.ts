/** The one thing the desk needs of the network. The pane and the CLI wire it over `fetch`. */
export interface HttpTransport {
  /** Rejects with `OfflineError` when no answer came. Bodies are JSON; the transport gzips them where it can. */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** From the API's root, e.g. `/api/v1/pushes`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as it is, instead of a body. */
  readonly file?: Uint8Array<ArrayBuffer>;
  /** `bytes`: a good answer's body is a file, handed over as `Uint8Array`; refusals are JSON all the same. */
  readonly answer?: 'bytes';
  /** Called as pieces of such a file come in, with the number of bytes so far. */
  readonly onBytes?: (received: number) => void;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

export class OfflineError extends Error {
  override readonly name = 'OfflineError';
}
