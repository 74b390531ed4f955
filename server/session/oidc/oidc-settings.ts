/** An OpenID Connect provider, as the operator registered this server with it. */
export interface OidcSettings {
  /** https; plain http on this machine alone. */
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, which has its proof key alone. */
  readonly clientSecret: string | null;
  /** Stands on the sign-in button. */
  readonly name: string;
  /** The claim that is compared with user names at a person's first sign-in; null: the operator links every account. */
  readonly linkClaim: string | null;
  /** Audiences that a token may name besides `clientId`. */
  readonly audiences: readonly string[];
}

export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

/** Over plain http anybody on the way could hand out keys of their own and be everyone. */
export function isSafeIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  if (username || search || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
}
