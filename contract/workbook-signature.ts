import { signedText, type WorkbookIdentity } from '../templates/workbook-identity.ts';

/**
 * What the signature says of a workbook's identity. `unsigned`: no server issued it (`sosach template --unit`, or before there were
 * signatures). `altered`: a value was changed after it was issued. `unchecked`: nobody could ask for the key yet.
 */
const SIGNATURE_STATES = ['valid', 'unsigned', 'altered', 'other-server', 'unchecked'] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];

/** `s1.<key id>.<64 bytes as base64url>`, as `WorkbookSigner` writes it. */
const FORM = /^s1\.([\w-]{1,64})\.([\w-]{86})$/;

/** What has to be verified with the key of this id; or what can be said without verifying. */
export function signatureToVerify(
  identity: WorkbookIdentity,
  keyId: string,
): 'unsigned' | 'altered' | 'other-server' | { readonly text: string; readonly signature: string } {
  if (identity.signature === undefined) return 'unsigned';
  const [, signedBy, signature] = FORM.exec(identity.signature) ?? [];
  if (signedBy === undefined || signature === undefined) return 'altered';
  return signedBy === keyId ? { text: signedText(identity), signature } : 'other-server';
}
