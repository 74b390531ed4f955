import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FindPicture } from './check-icons.ts';

/** The pictures as the build takes them over into what the server hands out. */
export function pictureOf(home: string): FindPicture {
  return (address) => {
    const folder = path.join(home, 'addin', 'pane', 'public');
    const file = path.join(folder, address);
    const ours = file.startsWith(folder + path.sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
    return ours ? readFileSync(file) : undefined;
  };
}
