import type { OidcSettings } from '../../server/session/oidc/oidc-settings.ts';
import { UsageError } from '../cli-io.ts';
import type { Settings } from './settings.ts';

/** The sign-in service that the settings name; undefined when they name none. Throws UsageError for one named by half. */
export function findOidc(settings: Settings): OidcSettings | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret, oidcLinkClaim, oidcAudiences } = settings;
  if (issuer === undefined && clientId === undefined && oidcClientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined) {
    throw new UsageError('SOSACH_OIDC_ISSUER, SOSACH_OIDC_CLIENT_ID: cần cả hai (both or none)');
  }
  return {
    issuer,
    clientId,
    clientSecret: oidcClientSecret ?? null,
    name: settings.oidcName,
    linkClaim: oidcLinkClaim ?? null,
    audiences: oidcAudiences ?? [],
  };
}
