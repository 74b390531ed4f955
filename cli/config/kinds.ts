import { z } from 'zod';
import { isSafeIssuer } from '../../server/session/oidc/oidc-settings.ts';
import { findPublicOrigin, PUBLIC_ORIGIN_FORM } from '../public-origin.ts';
import { findTrustedProxies, TRUSTED_PROXIES_FORM } from '../trusted-proxies.ts';
import type { Kind } from './setting.ts';

/** Text of a length that is worth storing, showing or sending. Lengths in UTF-16 code units. */
export function text(longest: number, shortest = 1): Kind<string> {
  return {
    schema: z.string().min(shortest).max(longest),
    allowed:
      shortest > 1
        ? { vi: `cần ${shortest}–${longest} ký tự`, en: `${shortest}–${longest} characters` }
        : { vi: `cần tối đa ${longest} ký tự`, en: `at most ${longest} characters` },
  };
}

export function wholeNumber(least: number, most: number): Kind<number> {
  return {
    schema: z
      .string()
      .regex(/^\d{1,12}$/)
      .transform(Number)
      .pipe(z.number().min(least).max(most)),
    allowed: { vi: `cần số nguyên từ ${least} đến ${most}`, en: `a whole number from ${least} to ${most}` },
    closed: true,
  };
}

export function oneOf<const Choices extends readonly [string, ...string[]]>(choices: Choices): Kind<Choices[number]> {
  const list = choices.join(', ');
  return { schema: z.enum(choices), allowed: { vi: `chỉ có ${list}`, en: `one of ${list}` }, closed: true };
}

/** A word with a meaning of its own beside another kind of text. */
export function wordOr(word: string, { schema, allowed }: Kind<string>): Kind<string> {
  return {
    schema: z.union([z.literal(word), schema]),
    allowed: { vi: `${word}, hoặc ${allowed.vi}`, en: `${word}, or ${allowed.en}` },
  };
}

/** Codes separated by commas. */
export const codeList: Kind<readonly string[]> = {
  schema: z
    .string()
    .transform((list) => list.split(',').map((code) => code.trim()))
    .pipe(z.array(z.string().min(1).max(60)).min(1)),
  allowed: { vi: 'cần các mã, cách nhau bằng dấu phẩy', en: 'codes, separated by commas' },
};

/** Address of a service. Without a user name or password in it: the address is printed, and those would be with it. */
export function serviceAddress(...protocols: readonly ('http:' | 'https:')[]): Kind<string> {
  const forms = protocols.map((protocol) => `${protocol}//`).join(', ');
  return {
    schema: z.string().refine((address) => {
      if (!URL.canParse(address)) return false;
      const { protocol, username, password } = new URL(address);
      return protocols.some((allowed) => allowed === protocol) && username === '' && password === '';
    }),
    allowed: {
      vi: `cần địa chỉ ${forms}máy:cổng, không kèm tên và mật khẩu`,
      en: `an address ${forms}host:port, without a user name or password`,
    },
  };
}

/** Where a PostgreSQL database is, with who asks for it. */
export const databaseAddress: Kind<string> = {
  schema: z.string().regex(/^postgres(?:ql)?:\/\//),
  allowed: {
    vi: 'cần dạng postgres://người-dùng:mật-khẩu@máy:5432/tên?sslmode=verify-full',
    en: 'postgres://user:password@host:5432/name?sslmode=verify-full',
  },
};

/** The https origin that people reach the server by. */
export const publicOrigin: Kind<string> = { schema: read(findPublicOrigin), allowed: PUBLIC_ORIGIN_FORM };

export const trustedProxies: Kind<string> = { schema: read(findTrustedProxies), allowed: TRUSTED_PROXIES_FORM };

/** Origins as Content-Security-Policy's `frame-ancestors` names them, separated by commas or blanks. */
export const frameOrigins: Kind<readonly string[]> = {
  schema: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((origin) => origin !== ''))
    .pipe(z.array(z.string().regex(/^https?:\/\/[\w*.-]+(?::(?:\d{1,5}|\*))?$/i)).min(1)),
  allowed: {
    vi: 'cần các địa chỉ dạng https://ten-may-chu, cách nhau bằng dấu phẩy',
    en: 'origins such as https://host, separated by commas',
  },
};

/** OpenID Connect Discovery 1.0 §3: https, nothing behind the path. */
export const oidcIssuer: Kind<string> = {
  schema: z.string().max(500).refine(isSafeIssuer),
  allowed: {
    vi: 'cần địa chỉ https, không có ? và #, không kèm tên và mật khẩu',
    en: 'an https address without ?, #, user name or password',
  },
};

/** Words separated by commas or blanks. */
export const words: Kind<readonly string[]> = {
  schema: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((word) => word !== ''))
    .pipe(z.array(z.string().max(200)).min(1)),
  allowed: { vi: 'cần các từ cách nhau bằng dấu phẩy', en: 'words separated by commas' },
};

/** RFC 5321 in short: what may stand behind `mailto:` as it is. */
export const mailAddress: Kind<string> = {
  schema: z.string().regex(/^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/),
  allowed: { vi: 'cần một địa chỉ e-mail', en: 'an e-mail address' },
};

/** A reader that says undefined to what it does not take, as a schema. */
function read<T>(find: (text: string) => T | undefined): z.ZodType<T, string> {
  return z.string().transform((value, context) => {
    const found = find(value);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });
}
