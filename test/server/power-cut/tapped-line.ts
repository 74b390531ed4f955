import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { WireClaimBatch } from '../../../server/population/simulator/wire.ts';

/** The line between the server and the population service: it carries every call over real sockets and remembers what was asked. */
export class TappedLine {
  /** What was asked under each request id; more than one entry means that an id was used for two questions. */
  readonly questions = new Map<string, Set<string>>();
  /** Calls that reached the service, and claims in them, each attempt counted. */
  calls = 0;
  claims = 0;
  /** Calls on their way at this moment. */
  open = 0;
  readonly #server: Server;
  readonly #service: () => Promise<string>;

  private constructor(service: () => Promise<string>) {
    this.#service = service;
    this.#server = createServer((incoming, response) => {
      this.open++;
      response.on('close', () => void this.open--);
      this.#carry(incoming, response).catch(() => response.destroy());
    });
  }

  /** @param service where the service listens now */
  static async open(service: () => Promise<string>): Promise<TappedLine> {
    const line = new TappedLine(service);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #carry(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    this.#note(JSON.parse(body.toString()));
    const url = new URL(incoming.url ?? '/', await this.#service());
    const onwards = request(url, {
      method: incoming.method,
      headers: { 'content-type': 'application/json' },
      agent: false,
    });
    onwards.on('error', () => response.destroy());
    response.on('close', () => onwards.destroy());
    onwards.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.on('error', () => response.destroy()).on('aborted', () => response.destroy());
      answer.pipe(response);
    });
    onwards.end(body);
  }

  #note({ DanhSach }: WireClaimBatch): void {
    this.calls++;
    for (const { MaYeuCau, ...question } of DanhSach) {
      this.claims++;
      const asked = this.questions.get(MaYeuCau) ?? new Set();
      this.questions.set(MaYeuCau, asked.add(JSON.stringify(question)));
    }
  }
}
