import { resolve } from 'node:path';
import { SheetError } from '../desk/sheet-error.ts';
import { fill, type Language, type Message } from '../rules/messages.ts';
import { columnLetters } from '../templates/column-letters.ts';
import { LAYOUTS } from '../templates/layouts.ts';
import { type Migration, migrateWorkbook } from '../xlsx/migrate-workbook.ts';
import { type CliIo, EXIT, UsageError } from './cli-io.ts';
import { readBytes, sheetErrorLine } from './workbook-input.ts';
import { writeFileAtomically } from './write-file-atomically.ts';
import { zlibCodec } from './zlib-codec.ts';

/** As the command line gives them. */
export interface MigrateOptions {
  readonly out: string;
  readonly lang?: string;
}

const REFUSED: Readonly<Record<string, Message>> = {
  'not-ours': {
    vi: 'tệp này không phải sổ của Sổ Sạch (không có phần nhận dạng). Dùng “sosach template” để có sổ mới rồi chép các dòng sang.',
    en: 'this is no workbook of Sổ Sạch (it has no identity). Make one with “sosach template” and copy the rows into it.',
  },
  'not-outdated': {
    vi: 'sổ này đã theo mẫu hiện nay, không có gì để chuyển.',
    en: 'this workbook is of the present template: nothing to carry over.',
  },
  'no-header-found': {
    vi: 'không còn nhận ra dòng tiêu đề của mẫu trong sổ này. Sửa lại tên các cột rồi thử lại.',
    en: 'the header of the template is no longer recognised in it. Mend the titles of the columns and try again.',
  },
};

const WORDS = {
  done: {
    vi: '{out}: {rows} dòng, mẫu phiên bản {from} → {to}. Mã dòng, kết quả, xác nhận và nhật ký được giữ.',
    en: '{out}: {rows} rows, template version {from} → {to}. Row ids, results, confirmations and journal are kept.',
  },
  renamed: { vi: 'Đổi tên: {header} ({from}) → {now} ({to})', en: 'Renamed: {header} ({from}) → {now} ({to})' },
  moved: { vi: 'Chuyển chỗ: {header} {from} → {to}', en: 'Moved: {header} {from} → {to}' },
  added: { vi: 'Cột mới, còn trống: {headers}', en: 'New columns, empty: {headers}' },
  leftOver: {
    vi: 'Cột riêng của trường, nay ở bên phải: {header} {from} → {to}',
    en: 'The school’s own column, at the right now: {header} {from} → {to}',
  },
  secret: { vi: 'Không chép cột mật khẩu: {headers}', en: 'Columns of passwords, not carried: {headers}' },
  leftBehind: { vi: 'Dòng không phải người, để lại: {rows}', en: 'Rows that hold nobody, left behind: {rows}' },
  notCarried: {
    vi: 'Màu tô, ghi chú ô và công thức riêng không sang được; chữ ký là của sổ cũ nên sổ này không có. Tệp cũ giữ nguyên.',
    en: 'Own fills, comments and formulas do not come along; the signature was the old copy’s, so this one has none. The old file is unchanged.',
  },
} as const satisfies Record<string, Message>;

/**
 * `sosach migrate FILE --out OUT.xlsx`: an older copy of our workbook in the layout of today, and what became of its columns.
 * Resolves to the exit code.
 */
export async function runMigrate(file: string, { out, lang = 'vi' }: MigrateOptions, io: CliIo): Promise<number> {
  const language: Language = lang === 'en' ? 'en' : 'vi';
  try {
    if (resolve(out) === resolve(file)) {
      throw new UsageError(`--out ${out}: hãy ghi ra tên khác, tệp gốc được giữ nguyên (choose another name)`);
    }
    const { bytes, migration } = await migrateWorkbook(await readBytes(file), Object.values(LAYOUTS), zlibCodec);
    await writeFileAtomically(out, bytes);
    io.out(migrationText(out, migration, language));
    return EXIT.clean;
  } catch (error) {
    if (error instanceof UsageError) io.err(`${error.message}\n`);
    else if (error instanceof SheetError) {
      const own = error.code === 'refused' ? REFUSED[error.detail]?.[language] : undefined;
      io.err(`${file}: ${own ?? sheetErrorLine(error, language)}\n`);
    } else throw error;
    return EXIT.unusable;
  }
}

/** What moved, a line each. */
export function migrationText(out: string, migration: Migration, language: Language): string {
  const { version, rows, renamed, moved, added, leftOver, secret, leftBehind } = migration;
  const say = (key: keyof typeof WORDS, params: Readonly<Record<string, string>> = {}) =>
    fill(WORDS[key][language], params);
  const places = ({ from, to }: { from: number; to: number }) => ({ from: columnLetters(from), to: columnLetters(to) });
  const lines = [
    ...renamed.map((column) => say('renamed', { header: column.header, now: column.now, ...places(column) })),
    ...moved.map((column) => say('moved', { header: column.header, ...places(column) })),
    ...(added.length > 0 ? [say('added', { headers: added.join(', ') })] : []),
    ...leftOver.map((column) => say('leftOver', { header: column.header, ...places(column) })),
    ...(secret.length > 0 ? [say('secret', { headers: secret.join(', ') })] : []),
    ...(leftBehind.length > 0 ? [say('leftBehind', { rows: leftBehind.join(', ') })] : []),
    say('notCarried'),
  ];
  const counts = { out, rows: String(rows), from: String(version.from), to: String(version.to) };
  return `${say('done', counts)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
