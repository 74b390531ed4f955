import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export interface HttpsServer {
  /** `https://localhost:port` */
  readonly origin: string;
  close(): Promise<void>;
}

let certificate: ReturnType<typeof makeCertificate> | undefined;

async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  return { key: made.private, cert: made.cert };
}

/** An https server on localhost, on a free port, with a certificate that nobody trusts: office.js refuses a host on http. */
export async function startHttpsServer(listener: RequestListener): Promise<HttpsServer> {
  certificate ??= makeCertificate();
  const server = createServer(await certificate, listener);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
