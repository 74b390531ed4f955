import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkReport } from '../desk/check-sheet.ts';
import { SheetError, sheetErrorMessage } from '../desk/sheet-error.ts';
import { fill, type Language, type Message } from '../rules/messages.ts';
import { findPlainDate, type PlainDate } from '../rules/plain-date.ts';
import type { Layout } from '../templates/layout.ts';
import { findLayout, LAYOUTS } from '../templates/layouts.ts';
import { clearAnnotations } from '../xlsx/clear-annotations.ts';
import { fileFormat } from '../xlsx/import/file-format.ts';
import { importWorkbook } from '../xlsx/import/import-workbook.ts';
import { annotateFile } from './annotate-file.ts';
import { type CheckedFile, checkFile } from './check-file.ts';
import { checkJson } from './check-json.ts';
import { checkText, SKIP_WORDS } from './check-text.ts';
import { type CliIo, EXIT, UsageError } from './cli-io.ts';
import { fileTrouble } from './file-trouble.ts';
import { localDay } from './local-day.ts';
import { writeFileAtomically } from './write-file-atomically.ts';
import { zlibCodec } from './zlib-codec.ts';

/** As the command line gives them. */
export interface CheckOptions {
  readonly template?: string;
  /** `YYYY-MM-DD`; default: today by the clock of this machine. */
  readonly today?: string;
  readonly json?: boolean;
  /** Where to write the workbook with its marks. */
  readonly annotate?: string;
  /** Take the marks of `--annotate` out again, into `out`. */
  readonly clear?: boolean;
  readonly out?: string;
  readonly lang?: string;
}

/** Why the marks of a file cannot be taken out. */
const CLEAR_WORDS: Readonly<Record<string, Message>> = {
  'not-annotated': {
    vi: '--clear: tệp này không mang dấu của Sổ Sạch.',
    en: '--clear: no marks of Sổ Sạch in this file.',
  },
  'not-xlsx': {
    vi: '--clear: chỉ tệp .xlsx mới mang dấu của Sổ Sạch; tệp này thuộc định dạng khác nên không có gì để gỡ.',
    en: '--clear: only an .xlsx carries marks of Sổ Sạch; this file is of another format, so there is nothing to take out.',
  },
};

/** Said on standard error: standard output is the report's. */
const MADE_XLSX: Message = {
  vi: '{file}: không phải .xlsx nên bản đánh dấu {out} là .xlsx, với giá trị thay cho công thức; tệp gốc không bị đổi.',
  en: '{file}: no .xlsx, so the annotated {out} is an .xlsx with values in place of formulas; the file itself has not changed.',
};

interface CheckPlan {
  readonly today: PlainDate;
  readonly layouts: readonly Layout[];
  readonly language: Language;
  readonly json: boolean;
  readonly annotate: string | undefined;
}

/**
 * `sosach check FILE…`: reports on standard output, one file after another; a file that cannot be used gets one line on
 * standard error and nothing else. Resolves to the exit code: 2 when any file could not be used, else 1 when anything is
 * an error, else 0.
 */
export async function runCheck(files: readonly string[], options: CheckOptions, io: CliIo): Promise<number> {
  let code: number = EXIT.clean;
  try {
    const plan = readOptions(files, options);
    if (options.clear === true) return await clearOne(files, options.out, plan.language, io);
    for (const file of files) code = Math.max(code, await checkOne(file, plan, io));
    return code;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`${error.message}\n`);
    return EXIT.unusable;
  }
}

async function checkOne(file: string, plan: CheckPlan, io: CliIo): Promise<number> {
  try {
    const { bytes, format } = await importWorkbook(await readBytes(file), zlibCodec);
    const checked = await checkFile(bytes, plan);
    if (checked.sheets.length === 0) throw new UsageError(nothingFound(file, checked));
    const { annotate: out, language } = plan;
    if (out !== undefined) {
      if (format !== 'xlsx' && !/\.xlsx$/i.test(out)) {
        throw new UsageError(
          `--annotate ${out}: bản đánh dấu là .xlsx, hãy đặt tên có đuôi .xlsx (needs a name in .xlsx)`,
        );
      }
      await writeFileAtomically(out, await annotateFile(bytes, checked.sheets));
      if (format !== 'xlsx') io.err(`${fill(MADE_XLSX[language], { file, out })}\n`);
    }
    io.out(
      plan.json
        ? `${JSON.stringify(checkJson(file, checked, plan.language))}\n`
        : checkText(file, checked, plan.language),
    );
    return checked.sheets.some((sheet) => checkReport(sheet).error > 0) ? EXIT.findings : EXIT.clean;
  } catch (error) {
    if (error instanceof UsageError) io.err(`${error.message}\n`);
    else if (error instanceof SheetError) io.err(`${file}: ${sheetErrorLine(error, plan.language)}\n`);
    else throw error;
    return EXIT.unusable;
  }
}

async function clearOne(
  files: readonly string[],
  out: string | undefined,
  language: Language,
  io: CliIo,
): Promise<number> {
  const [file = ''] = files;
  if (files.length > 1) throw new UsageError('--clear: mỗi lần chỉ một tệp (one file at a time)');
  if (out === undefined || resolve(out) === resolve(file)) {
    throw new UsageError('--clear: cần --out với một tên khác (needs --out, another name)');
  }
  try {
    const bytes = await readBytes(file);
    if (fileFormat(bytes) !== 'xlsx') throw new SheetError('refused', 'not-xlsx');
    await writeFileAtomically(out, await clearAnnotations(bytes, zlibCodec));
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    io.err(`${file}: ${sheetErrorLine(error, language)}\n`);
    return EXIT.unusable;
  }
}

function readOptions(files: readonly string[], options: CheckOptions): CheckPlan {
  if (files.length === 0) throw new UsageError('sosach check: thiếu tên tệp (no file given)');
  const today = options.today === undefined ? localDay(new Date()) : findPlainDate(options.today);
  if (!today) throw new UsageError(`--today ${options.today}: cần dạng YYYY-MM-DD (not a day in that form)`);
  const layout = options.template === undefined ? undefined : findLayout(options.template);
  if (options.template !== undefined && !layout) {
    throw new UsageError(
      `--template ${options.template}: chỉ có ${Object.keys(LAYOUTS).join(', ')} (unknown template)`,
    );
  }
  const { lang = 'vi', annotate } = options;
  if (lang !== 'vi' && lang !== 'en') throw new UsageError(`--lang ${lang}: chỉ có vi, en (unknown language)`);
  if (annotate !== undefined && files.length > 1) {
    throw new UsageError('--annotate: mỗi lần chỉ một tệp (one file at a time)');
  }
  if (annotate !== undefined && resolve(annotate) === resolve(files[0] ?? '')) {
    throw new UsageError(`--annotate ${annotate}: hãy ghi ra tên khác, tệp gốc được giữ nguyên (choose another name)`);
  }
  const layouts = layout ? [layout] : Object.values(LAYOUTS);
  return { today, layouts, language: lang, json: options.json ?? false, annotate };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`${file}: không mở được tệp / cannot be opened: ${fileTrouble(error)}`);
  }
}

/** One line, with the reason beside each sheet: an empty one is mended otherwise than one whose header is not recognised. */
function nothingFound(file: string, { skipped }: CheckedFile): string {
  const names = skipped.map(({ name, why }) => `${name} (${SKIP_WORDS[why].vi})`).join(', ');
  return (
    `${file}: không trang tính nào có danh sách nhận ra được: ${names}. ` +
    'Dòng tiêu đề cần có “Họ và tên” và “Ngày sinh” (no header found)'
  );
}

/** The words of the error, and its detail where it has one. */
function sheetErrorLine(error: SheetError, language: Language): string {
  const own = error.code === 'refused' ? CLEAR_WORDS[error.detail] : undefined;
  if (own) return own[language];
  const words = sheetErrorMessage(error.code, error.detail)[language];
  return error.detail === '' || words.includes(error.detail) ? words : `${words} [${error.detail}]`;
}
