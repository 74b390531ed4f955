/** Why a file could not be opened or written, by the system's code. */
const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'không có tệp hoặc thư mục này',
  ENOTDIR: 'một phần của đường dẫn không phải là thư mục',
  EISDIR: 'đây là một thư mục, không phải tệp',
  EACCES: 'không có quyền',
  EPERM: 'không có quyền, hoặc tệp đang mở trong Excel',
  EBUSY: 'tệp đang mở trong chương trình khác, hãy đóng rồi thử lại',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'ổ đĩa đã đầy',
  ENAMETOOLONG: 'tên tệp quá dài',
};

/** The words and the code in brackets; never the error's own message, which may quote more than the path. */
export function fileTrouble(error: unknown): string {
  const code = errorCode(error);
  const words = WORDS[code];
  return words === undefined ? `(${code})` : `${words} (${code})`;
}

/** `ENOENT` and the like. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
