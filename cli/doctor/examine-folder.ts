import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { KEY_FILES } from '../../server/crypto.ts';
import { STORE_FILE } from '../../server/data-folder.ts';
import { type DoctorLine, doctorLine } from './doctor-lines.ts';

/** Who may read the data folder and what is secret in it. Windows has no such bits: there its own access lists hold. */
export function examineFolder(dataDir: string): readonly DoctorLine[] {
  const missing = KEY_FILES.filter((file) => !existsSync(path.join(dataDir, file))).map((file) =>
    doctorLine('key-missing', { file }),
  );
  if (process.platform === 'win32') return missing;
  const { mode, uid } = statSync(dataDir);
  return [
    doctorLine((mode & 0o077) === 0 ? 'folder-private' : 'folder-open', { folder: dataDir }),
    ...(uid === process.getuid?.() ? [] : [doctorLine('folder-foreign')]),
    ...missing,
    ...[STORE_FILE, ...KEY_FILES, path.join('tls', 'localhost.key')].flatMap((file) => examineFile(dataDir, file)),
  ];
}

function examineFile(dataDir: string, file: string): readonly DoctorLine[] {
  const full = path.join(dataDir, file);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) return [];
  return [doctorLine((found.mode & 0o077) === 0 ? 'file-private' : 'file-exposed', { file, path: full })];
}
