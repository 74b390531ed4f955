import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';

/** Browsers and Office refuse leaf certificates valid for longer than 398 days. */
const VALID_DAYS = 390;
/** Renewed this long before it ends, so that it never lapses in the middle of a working day. */
const RENEW_DAYS = 14;
const DAY_MS = 86_400_000;

/**
 * Makes `<dataDir>/tls/` with a local authority (`ca.crt`, which a person may choose to trust) and a certificate for
 * localhost signed by it. The authority's private key is thrown away at once: nobody can sign a second certificate with it.
 */
export async function makeCertificate(dataDir) {
  const folder = path.join(dataDir, 'tls');
  const certFile = path.join(folder, 'localhost.crt');
  if (existsSync(certFile) && !endsSoon(certFile)) return;
  const { generate } = await import('selfsigned');
  const now = Date.now();
  const validity = { notBeforeDate: new Date(now - DAY_MS), notAfterDate: new Date(now + VALID_DAYS * DAY_MS) };
  const shared = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256', ...validity };
  const authority = await generate([{ name: 'commonName', value: 'So Sach local authority' }], {
    ...shared,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...shared,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  const keyFile = path.join(folder, 'localhost.key');
  writeFileSync(keyFile, leaf.private, { mode: 0o600 });
  chmodSync(keyFile, 0o600);
  writeFileSync(path.join(folder, 'ca.crt'), authority.cert);
  writeFileSync(certFile, leaf.cert);
  say('Đã tạo chứng chỉ cho https://localhost', 'made a certificate for https://localhost');
}

function endsSoon(certFile) {
  const ends = Date.parse(new X509Certificate(readFileSync(certFile)).validTo);
  return ends - Date.now() < RENEW_DAYS * DAY_MS;
}
