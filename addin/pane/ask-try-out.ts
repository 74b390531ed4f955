import type { HttpTransport } from '../../desk/http-transport.ts';

/** Only a server that answers and says so is a try-out; offline, what needs the server says so itself. */
export async function askTryOut(transport: HttpTransport): Promise<boolean> {
  try {
    const { body } = await transport.send({ method: 'GET', path: '/api/v1/health' });
    return (body as { tryOut?: unknown } | undefined)?.tryOut === true;
  } catch {
    return false;
  }
}
