import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface CountingService {
  readonly url: string;
  /** How often each request id has been asked. */
  readonly asked: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Stands before a population service on a socket of its own, passes every call on, and counts the questions in it. */
export async function countQuestions(serviceUrl: string): Promise<CountingService> {
  const asked = new Map<string, number>();
  const server = createServer(async (request, response) => {
    try {
      const body = await text(request);
      for (const [, id = ''] of body.matchAll(/"([\w-]{36}\.[0-9a-z]+)"/g)) asked.set(id, (asked.get(id) ?? 0) + 1);
      const answer = await fetch(new URL(request.url ?? '/', serviceUrl), {
        method: request.method ?? 'POST',
        headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
        body,
      });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      // The line is cut, as a dead service would cut it.
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
