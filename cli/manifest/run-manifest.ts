import path from 'node:path';
import { manifestAt } from '../../server/pages/manifest-at.ts';
import { type CliIo, EXIT, UsageError } from '../cli-io.ts';
import { readPublicOrigin } from '../public-origin.ts';
import { readBytes } from '../workbook-input.ts';
import { writeFileAtomically } from '../write-file-atomically.ts';
import { findManifestOrigin } from './check-addresses.ts';
import { checkManifest } from './check-manifest.ts';
import type { ManifestFault } from './manifest-fault.ts';
import { pictureOf } from './picture-of.ts';
import { findXmlRoot } from './xml-element.ts';

export interface ManifestOptions {
  /** The https address under which Office reaches the server. */
  readonly origin?: string;
  readonly out?: string;
  /** A manifest to check instead. */
  readonly check?: string;
  /** The checkout or installation: manifest and pictures lie in it. */
  readonly home: string;
}

/**
 * `sosach manifest --origin URL --out FILE`: the add-in's manifest for one server, the same that the server hands out;
 * `sosach manifest --check FILE` checks one that is there. Resolves to the exit code. Throws UsageError.
 */
export async function runManifest(options: ManifestOptions, io: CliIo): Promise<number> {
  const { origin, out, check, home } = options;
  if (check !== undefined) {
    if (origin !== undefined || out !== undefined) {
      throw new UsageError('--check không đi cùng --origin, --out / --check stands alone');
    }
    return tell(check, await readBytes(check), home, io);
  }
  if (origin === undefined || out === undefined) {
    throw new UsageError('cần --origin và --out, hoặc --check / --origin and --out are needed, or --check');
  }
  const server = readPublicOrigin(origin, '--origin');
  const own = new TextDecoder().decode(await readBytes(path.join(home, 'manifest.xml')));
  const made = new TextEncoder().encode(manifestAt(own, server));
  const code = tell(out, made, home, io);
  // One that Excel passes over without a word would cost a day; the faults above say what was edited.
  if (code === EXIT.clean) await writeFileAtomically(out, made);
  return code;
}

function tell(file: string, bytes: Uint8Array, home: string, io: CliIo): number {
  const faults = checkManifest(bytes, pictureOf(home));
  for (const fault of faults) io.out(`${file}${faultLine(fault)}\n`);
  if (faults.length > 0) return EXIT.findings;
  const manifest = findXmlRoot(bytes);
  const origin = manifest ? findManifestOrigin(manifest) : undefined;
  io.out(`${file}: manifest đúng, cho máy chủ ${origin} / a sound manifest, for that server\n`);
  if (origin !== undefined && isThisMachine(origin)) {
    io.out(
      `${file}: lưu ý: địa chỉ này chỉ mở được trên chính máy đang chạy Sổ Sạch. / ` +
        'Note: this address is this machine’s own; no other computer reaches it.\n',
    );
  }
  return EXIT.clean;
}

function faultLine({ code, line, message }: ManifestFault): string {
  return `${line === 0 ? '' : `:${line}`}: ${message.vi} / ${message.en} [${code}]`;
}

/** RFC 6761, 6.3, and the loopback addresses. */
function isThisMachine(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}
