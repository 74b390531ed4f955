import { readFile } from 'node:fs/promises';
import type { SigningKey } from '../contract/schemas/campaign.ts';
import { type VerifySignature, webVerifier } from '../desk/judge-signature.ts';
import { SyncClient } from '../desk/sync-client.ts';
import { UsageError } from './cli-io.ts';
import { fileTrouble } from './file-trouble.ts';
import { nodeTransport } from './node-transport.ts';

/** Where the key is to be found that workbooks were signed with. */
export interface SigningKeyOptions {
  /** File with what the server gives at `/api/v1/signing-key`: for computers without a line. */
  readonly signingKey?: string;
  /** Address of the server. */
  readonly server?: string;
}

/** Undefined when nobody named one: signatures are then left unchecked. Throws UsageError. */
export async function findSigningKey({ signingKey, server }: SigningKeyOptions): Promise<SigningKey | undefined> {
  if (signingKey !== undefined) return readKeyFile(signingKey);
  if (server === undefined) return undefined;
  try {
    return await new SyncClient(nodeTransport(new URL(server).origin)).signingKey();
  } catch {
    throw new UsageError(`--server ${server}: không lấy được khóa kiểm chữ ký (no signing key from there)`);
  }
}

async function readKeyFile(file: string): Promise<SigningKey> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--signing-key ${file}: không mở được tệp / cannot be opened: ${fileTrouble(error)}`);
  }
  // Not needed without a key, and with its library as long to load as everything else that a check is made of.
  const schemas = await import('../contract/schemas/campaign.ts');
  try {
    return schemas.SigningKey.parse(JSON.parse(text));
  } catch {
    throw new UsageError(
      `--signing-key ${file}: cần tệp lưu từ /api/v1/signing-key của máy chủ (not what a server gives there)`,
    );
  }
}

export const verifySignature: VerifySignature = webVerifier(
  crypto.subtle,
  (text) => new TextEncoder().encode(text),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
);
