import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MANIFEST_ORIGIN, manifestAt } from '../../server/pages/manifest-at.ts';
import { checkManifest } from '../manifest/check-manifest.ts';
import { pictureOf } from '../manifest/picture-of.ts';
import { type DoctorLine, doctorLine } from './doctor-lines.ts';

const PAGES = ['ban-lam-viec.html', 'pane.html', 'quan-ly.html'];

/** What the server hands out to browsers and to Office: the built pages, and the manifest as it is filled in for the origin. */
export function examinePages(home: string, publicOrigin: string | undefined): readonly DoctorLine[] {
  const built = PAGES.every((page) => existsSync(path.join(home, 'dist', 'pages', page)));
  return [doctorLine(built ? 'pages-built' : 'pages-missing'), examineManifest(home, publicOrigin)];
}

function examineManifest(home: string, publicOrigin: string | undefined): DoctorLine {
  const file = path.join(home, 'manifest.xml');
  const own = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const made = new TextEncoder().encode(manifestAt(own, publicOrigin ?? MANIFEST_ORIGIN));
  const faults = checkManifest(made, pictureOf(home));
  if (faults.length > 0) return doctorLine('manifest-faulty', { count: String(faults.length) });
  return publicOrigin === undefined
    ? doctorLine('manifest-local')
    : doctorLine('manifest-sound', { origin: publicOrigin });
}
