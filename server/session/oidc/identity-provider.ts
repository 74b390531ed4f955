/** What is kept between sending somebody to the provider and their coming back; none of it leaves the server but `state` and `nonce`. */
export interface SignInChallenge {
  /** RFC 6749 §10.12: the answer belongs to this sign-in. */
  readonly state: string;
  /** OpenID Connect Core §15.5.2: the token was made for this sign-in. */
  readonly nonce: string;
  /** RFC 7636: whoever stole the code cannot redeem it. */
  readonly codeVerifier: string;
}

/** Who the provider says somebody is. */
export interface ForeignIdentity {
  readonly issuer: string;
  /** Never given to another person by that issuer (OpenID Connect Core §2); may itself be a citizen number. */
  readonly subject: string;
  /** The claim that may name an account not linked yet, in lower case; null when none is configured, given or verified. */
  readonly linkName: string | null;
}

/** A sign-in service of a Sở or the Bộ that people use besides the accounts kept here. */
export interface IdentityProvider {
  /** Stands on the button. */
  readonly name: string;
  /** Throws `provider-unreachable` or `provider-answer-invalid`. */
  begin(redirectUri: string): Promise<{ readonly challenge: SignInChallenge; readonly authorizationUrl: string }>;
  /**
   * @param callback the registered address with the query that the provider sent the person back with
   * Throws `provider-refused`, `provider-unreachable`, `provider-answer-invalid` or `handover-expired`.
   */
  finish(callback: URL, challenge: SignInChallenge): Promise<ForeignIdentity>;
}
