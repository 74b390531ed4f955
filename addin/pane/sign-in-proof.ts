/** A secret of this page and what may be known of it (RFC 7636, S256): nobody else can use what another window hands over. */
export interface SignInProof {
  readonly proof: string;
  readonly challenge: string;
}

/** Undefined where the browser has no Web Crypto: plain http beyond this computer, where nobody should sign in anyway. */
export async function makeSignInProof(): Promise<SignInProof | undefined> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const proof = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(proof));
  return { proof, challenge: base64Url(new Uint8Array(digest)) };
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
