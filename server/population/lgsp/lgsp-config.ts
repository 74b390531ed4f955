import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { z } from 'zod';
import { LONGEST, OPERATIONS } from './shape.ts';

const Text = z.string().min(1).max(500);
const Code = z.string().min(1).max(60);
const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** https, because names and credentials go there; plain http to this machine alone, where a gateway's agent may listen. */
const Address = z.string().refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    if (url.username !== '' || url.password !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  },
  { error: 'https-address' },
);

/** How the service knows who asks. */
const Access = z.discriminatedUnion('method', [
  /** By the client certificate or the network alone. */
  z.strictObject({ method: z.literal('none') }),
  /** `Authorization: Basic base64(user:SHA256(address + user + timestamp + secret))` with the header `Timestamp`. */
  z.strictObject({
    method: z.literal('basic'),
    user: Text,
    secret: Text,
    /** The address that is signed, where it is not the one that is called. */
    signedUrl: Text.optional(),
  }),
  /** `Authorization: Bearer` with what the token end point gave, and the header `lgspaccesstoken`. */
  z.strictObject({
    method: z.literal('token'),
    url: Address,
    accessKey: Text,
    secretKey: Text,
    appName: Text,
    partnerCode: Text,
    partnerCodeCus: Text,
  }),
]);
export type LgspAccess = z.infer<typeof Access>;

/** Where the unit that asks stands in the query. */
const Unit = z.discriminatedUnion('element', [
  /** The newer form: `MaDVC` is the code under which the service was granted, the unit stands in `MaDonVi`. */
  z.strictObject({
    element: z.literal('MaDonVi'),
    serviceCode: z.string().min(1).max(LONGEST.MaDVC),
    account: z.string().min(1).max(LONGEST.TaiKhoan),
    /** Seen as `0` where there is none. */
    phone: z.string().min(1).max(LONGEST.SoDienThoai).default('0'),
  }),
  /** The older form has no other place for it. */
  z.strictObject({ element: z.literal('MaDVC') }),
]);

/** Codes of faults and envelopes. None is published: the Sở fills in what its connection's papers say. */
const Codes = z.strictObject({
  /** Of a JSON envelope whose `response` is the answer. */
  success: z.array(Code).min(1).default(['0', '00', '200']),
  /** Number, name and birth date belong to nobody: an answer, not an error. */
  notFound: z.array(Code).default([]),
  /** The one way to be told that a number itself does not exist. */
  noSuchNumber: z.array(Code).default([]),
  closedHours: z.array(Code).default([]),
  throttled: z.array(Code).default([]),
  refused: z.array(Code).default([]),
});

const Schema = z.strictObject({
  url: Address,
  form: z.enum(['soap', 'json']),
  operation: z.enum(['verify', 'look-up']),
  /** MaTichHop; default: the one seen for the operation. */
  integrationCode: z.string().min(1).max(LONGEST.MaTichHop).optional(),
  unit: Unit,
  access: Access,
  xRoadClient: Text.optional(),
  apiKey: Text.optional(),
  /** PEM. `ca`: whom to trust instead of the authorities that Node brings. */
  tls: z.strictObject({ cert: z.string().min(1), key: z.string().min(1), passphrase: Text.optional() }).optional(),
  // Node passes over an authority that it cannot read, and every call would fail.
  ca: z.string().includes('-----BEGIN CERTIFICATE-----').optional(),
  codes: Codes.prefault({}),
  /** What the service grants; half a call a second is a guess that no quota refuses. */
  ratePerSecond: z.number().positive().max(1000).default(0.5),
  /** Milliseconds for a whole question, its token included. */
  timeoutMs: z.number().int().min(1).max(600_000).default(20_000),
  /** `invented` for a rehearsal against the simulated service, on this machine only. */
  register: z.enum(['national', 'invented']).default('national'),
});

const Whole = Schema.refine(({ register, url }) => register === 'national' || isLoopback(new URL(url)), {
  path: ['register'],
  error: 'invented-is-local',
}).refine(({ tls, ca }) => isUsable({ ...tls, ...(ca === undefined ? {} : { ca }) }), {
  path: ['tls'],
  error: 'not-a-pair',
});

/** Whether certificate, key, passphrase and authority can be read and belong together: else every call would fail. */
function isUsable(options: SecureContextOptions): boolean {
  try {
    createSecureContext(options);
    return true;
  } catch {
    return false;
  }
}

export type LgspConfig = z.infer<typeof Schema> & { readonly integrationCode: string };
export type LgspCodes = z.infer<typeof Codes>;

/** The checked configuration, or the paths of what is wrong in it: never a value, most of which are secret. */
export function readLgspConfig(
  input: unknown,
): { readonly config: LgspConfig } | { readonly wrong: readonly string[] } {
  const read = Whole.safeParse(input);
  if (!read.success) return { wrong: [...new Set(read.error.issues.map(({ path }) => path.join('.') || 'lgsp'))] };
  const { operation, integrationCode } = read.data;
  return { config: { ...read.data, integrationCode: integrationCode ?? OPERATIONS[operation].integrationCode } };
}
