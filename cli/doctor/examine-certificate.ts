import path from 'node:path';
import { findCertificateFacts } from '../../server/crypto.ts';
import { findCertificate } from '../find-certificate.ts';
import { type DoctorLine, doctorLine } from './doctor-lines.ts';

const DAY_MS = 24 * 3600_000;
/** Whoever issues certificates for a public office takes weeks, not minutes. */
const SOON_DAYS = 30;

/** The certificate of the data folder, as the server would use it. `now` in milliseconds since 1970. */
export function examineCertificate(
  dataDir: string,
  { publicOrigin, now }: { readonly publicOrigin: string | undefined; readonly now: number },
): DoctorLine {
  const folder = path.join(dataDir, 'tls');
  const found = findCertificate(dataDir);
  if (!found) {
    if (publicOrigin === undefined) return doctorLine('certificate-absent', { folder });
    return doctorLine('certificate-elsewhere', { origin: publicOrigin });
  }
  const facts = findCertificateFacts(found.cert, found.key);
  if (!facts) return doctorLine('certificate-unreadable', { folder });
  const { validFrom, validTo, names, fitsKey } = facts;
  if (!fitsKey) return doctorLine('certificate-not-its-key');
  const days = Math.floor((validTo - now) / DAY_MS);
  const until = { day: dayOf(validTo), days: String(days), names };
  if (now > validTo) return doctorLine('certificate-expired', until);
  if (now < validFrom) return doctorLine('certificate-early', { day: dayOf(validFrom) });
  const host = new URL(publicOrigin ?? 'https://localhost').hostname.replace(/^\[|\]$/g, '');
  if (!facts.isFor(host)) return doctorLine('certificate-other-name', { names, host });
  return doctorLine(days < SOON_DAYS ? 'certificate-ends-soon' : 'certificate-sound', until);
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
