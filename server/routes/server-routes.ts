import { openApiDocument } from '../../contract/openapi.ts';
import type { ROUTES } from '../../contract/routes.ts';
import type { SigningKey } from '../../contract/schemas/campaign.ts';
import type { Health } from '../../contract/schemas/health.ts';
import type { Handler } from '../http/endpoint.ts';
import type { RouteServices } from './route-services.ts';

/** Ready means: the process answers and its store can be read. That nobody can be asked just now hinders no push. */
export function getHealth({ version, supportAddress, queue }: RouteServices): Handler<typeof ROUTES.getHealth> {
  return {
    run: async (_call, _prepared, tables) => ({
      json: {
        ok: true,
        version,
        tryOut: await tables.meta.isTryOut(),
        verification: await queue.standing(tables),
        supportAddress,
      } satisfies Health,
    }),
  };
}

export function getOpenApi({ version }: RouteServices): Handler<typeof ROUTES.getOpenApi> {
  const document = openApiDocument(version);
  return { run: async () => ({ json: document }) };
}

export function getSigningKey({ signer }: RouteServices): Handler<typeof ROUTES.getSigningKey> {
  const { keyId, publicKey } = signer;
  return { run: async () => ({ json: { keyId, publicKey } satisfies SigningKey }) };
}
