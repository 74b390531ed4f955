import { oidcIssuer, text, words } from '../kinds.ts';
import type { SettingTable } from '../setting.ts';

/** Signing in with the service of a Sở or the Bộ (OpenID Connect), beside the accounts kept here. */
export const SIGN_IN_SETTINGS = {
  oidcIssuer: {
    variable: 'SOSACH_OIDC_ISSUER',
    kind: oidcIssuer,
    meaning: {
      vi: 'địa chỉ nhà cung cấp OpenID Connect; không đặt: chỉ đăng nhập bằng mật khẩu',
      en: 'the OpenID Connect provider; not set: by password alone',
    },
  },
  oidcClientId: {
    variable: 'SOSACH_OIDC_CLIENT_ID',
    kind: text(200),
    meaning: { vi: 'mã máy chủ này ở nhà cung cấp', en: 'what the provider knows this server by' },
  },
  oidcClientSecret: {
    variable: 'SOSACH_OIDC_CLIENT_SECRET',
    kind: text(1000),
    secret: true,
    meaning: {
      vi: 'bí mật do nhà cung cấp cấp; không đặt: chỉ dùng khóa chứng minh (PKCE)',
      en: 'the secret it gave out; not set: the proof key (PKCE) alone',
    },
  },
  oidcName: {
    variable: 'SOSACH_OIDC_NAME',
    kind: text(60),
    fallback: 'tài khoản của ngành',
    meaning: { vi: 'tên trên nút đăng nhập', en: 'the name on the sign-in button' },
  },
  oidcLinkClaim: {
    variable: 'SOSACH_OIDC_LINK_CLAIM',
    kind: text(60),
    meaning: {
      vi: 'thuộc tính (email, preferred_username…) trùng tên đăng nhập thì tự gắn ở lần đầu; không đặt: gắn bằng sosach user link',
      en: 'the claim (email, preferred_username, …) that links an account of that name at the first sign-in; not set: sosach user link',
    },
  },
  oidcAudiences: {
    variable: 'SOSACH_OIDC_AUDIENCES',
    kind: words,
    meaning: {
      vi: 'các nơi nhận khác được phép có trong mã (aud), ngoài máy chủ này',
      en: 'further audiences that a token may name (aud), besides this server',
    },
  },
} as const satisfies SettingTable;
