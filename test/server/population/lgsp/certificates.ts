import { generate } from 'selfsigned';

interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

/** An authority with a server and a client certificate of it, and one of each that nobody knows. */
export interface Certificates {
  readonly ca: string;
  readonly server: KeyPair;
  readonly client: KeyPair;
  readonly strangeServer: KeyPair;
  readonly strangeClient: KeyPair;
}

const EC = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
const named = (value: string) => [{ name: 'commonName', value }];
const ON_LOOPBACK = [
  { name: 'basicConstraints' as const, cA: false },
  { name: 'subjectAltName' as const, altNames: [{ type: 7 as const, ip: '127.0.0.1' }] },
];

async function makeCertificates(): Promise<Certificates> {
  const authority = await generate(named('Kiem thu CA'), {
    ...EC,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const ca = { key: authority.private, cert: authority.cert };
  const signed = async (name: string, by?: KeyPair): Promise<KeyPair> => {
    const made = await generate(named(name), { ...EC, extensions: ON_LOOPBACK, ...(by ? { ca: by } : {}) });
    return { key: made.private, cert: made.cert };
  };
  return {
    ca: ca.cert,
    server: await signed('dan-cu', ca),
    client: await signed('so-gddt', ca),
    strangeServer: await signed('dan-cu'),
    strangeClient: await signed('so-gddt'),
  };
}

let made: Promise<Certificates> | undefined;

export function certificates(): Promise<Certificates> {
  made ??= makeCertificates();
  return made;
}
