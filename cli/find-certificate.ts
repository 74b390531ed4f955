import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** `tls/localhost.crt` and `.key` in the data folder; an operator puts the certificate of the server's public name there. */
export function findCertificate(dataDir: string): { key: string; cert: string } | undefined {
  const keyFile = path.join(dataDir, 'tls', 'localhost.key');
  const certFile = path.join(dataDir, 'tls', 'localhost.crt');
  if (!existsSync(keyFile) || !existsSync(certFile)) return undefined;
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
}
