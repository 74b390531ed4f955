import { readFile } from 'node:fs/promises';
import { type SheetError, sheetErrorMessage } from '../desk/sheet-error.ts';
import type { Language } from '../rules/messages.ts';
import type { CheckedFile } from './check-file.ts';
import { SKIP_WORDS } from './check-text.ts';
import { UsageError } from './cli-io.ts';
import { fileTrouble } from './file-trouble.ts';

/** Throws UsageError, which names the file and why it cannot be opened. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`${file}: không mở được tệp / cannot be opened: ${fileTrouble(error)}`);
  }
}

/** One line, with the reason beside each sheet: an empty one is mended otherwise than one whose header is not recognised. */
export function nothingFound(file: string, { skipped }: CheckedFile): string {
  const names = skipped.map(({ name, why }) => `${name} (${SKIP_WORDS[why].vi})`).join(', ');
  return (
    `${file}: không trang tính nào có danh sách nhận ra được: ${names}. ` +
    'Dòng tiêu đề cần có “Họ và tên” và “Ngày sinh” (no header found)'
  );
}

/** The words of the error, and its detail where it has one. */
export function sheetErrorLine(error: SheetError, language: Language): string {
  const words = sheetErrorMessage(error.code, error.detail)[language];
  return error.detail === '' || words.includes(error.detail) ? words : `${words} [${error.detail}]`;
}
