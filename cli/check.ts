import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { SigningKey } from '../contract/schemas/campaign.ts';
import { hasErrors } from '../desk/check-sheet.ts';
import { SheetError } from '../desk/sheet-error.ts';
import { fill, type Language, type Message } from '../rules/messages.ts';
import type { HeaderSynonyms } from '../templates/header-synonyms.ts';
import { clearAnnotations } from '../xlsx/clear-annotations.ts';
import { fileFormat } from '../xlsx/import/file-format.ts';
import { importWorkbook } from '../xlsx/import/import-workbook.ts';
import { openPackage } from '../xlsx/workbook-file.ts';
import { annotateFile } from './annotate-file.ts';
import { checkFile, checkWorkbook } from './check-file.ts';
import { checkJson } from './check-json.ts';
import { checkText } from './check-text.ts';
import { type CliIo, EXIT, UsageError } from './cli-io.ts';
import { findSigningKey, type SigningKeyOptions } from './read-signing-key.ts';
import { readSheetOptions, type SheetOptions, type SheetPlan } from './sheet-options.ts';
import { nothingFound, readBytes, sheetErrorLine } from './workbook-input.ts';
import { writeFileAtomically } from './write-file-atomically.ts';
import { zlibCodec } from './zlib-codec.ts';

/** As the command line gives them. */
export interface CheckOptions extends SheetOptions, SigningKeyOptions {
  readonly json?: boolean;
  /** Where to write the workbook with its marks. */
  readonly annotate?: string;
  /** Take the marks of `--annotate` out again, into `out`. */
  readonly clear?: boolean;
  readonly out?: string;
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

interface CheckPlan extends Omit<SheetPlan, 'recipe'> {
  readonly synonyms: HeaderSynonyms | undefined;
  readonly signingKey?: SigningKey;
  readonly json: boolean;
  readonly annotate: string | undefined;
}

/**
 * Of many large files one after the other, V8 keeps more of the last than of the present one: with a nursery of 6 MB instead of
 * 16 twenty lists of 100,000 rows stay some 50 MB below, and take no longer.
 */
const YOUNG_HEAP = '--max-semi-space-size=6';

/**
 * `sosach check FILE…`: reports on standard output, one file after another; a file that cannot be used gets one line on
 * standard error and nothing else. Resolves to the exit code: 2 when any file could not be used, else 1 when anything is
 * an error, else 0.
 */
export async function runCheck(files: readonly string[], options: CheckOptions, io: CliIo): Promise<number> {
  let code: number = EXIT.clean;
  try {
    const plan = await readOptions(files, options);
    if (options.clear === true) return await clearOne(files, options.out, plan.language, io);
    if (files.length > 1) setFlagsFromString(YOUNG_HEAP);
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
    // Kept for the annotated copy alone: without it, a list is let go of as soon as its rows are read.
    const opened = plan.annotate === undefined ? undefined : await openPackage(bytes, zlibCodec);
    const checked = opened ? await checkWorkbook(opened.read, plan) : await checkFile(bytes, plan);
    if (checked.sheets.length === 0) throw new UsageError(nothingFound(file, checked));
    const { annotate: out, language } = plan;
    if (out !== undefined && opened) {
      if (format !== 'xlsx' && !/\.xlsx$/i.test(out)) {
        throw new UsageError(
          `--annotate ${out}: bản đánh dấu là .xlsx, hãy đặt tên có đuôi .xlsx (needs a name in .xlsx)`,
        );
      }
      await writeFileAtomically(out, await annotateFile(opened, checked.sheets));
      if (format !== 'xlsx') io.err(`${fill(MADE_XLSX[language], { file, out })}\n`);
    }
    io.out(
      plan.json
        ? `${JSON.stringify(checkJson(file, checked, plan.language))}\n`
        : checkText(file, checked, plan.language),
    );
    return checked.sheets.some(hasErrors) ? EXIT.findings : EXIT.clean;
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
    const own = error.code === 'refused' ? CLEAR_WORDS[error.detail]?.[language] : undefined;
    io.err(`${file}: ${own ?? sheetErrorLine(error, language)}\n`);
    return EXIT.unusable;
  }
}

async function readOptions(files: readonly string[], options: CheckOptions): Promise<CheckPlan> {
  if (files.length === 0) throw new UsageError('sosach check: thiếu tên tệp (no file given)');
  const { annotate } = options;
  if (annotate !== undefined && files.length > 1) {
    throw new UsageError('--annotate: mỗi lần chỉ một tệp (one file at a time)');
  }
  if (annotate !== undefined && resolve(annotate) === resolve(files[0] ?? '')) {
    throw new UsageError(`--annotate ${annotate}: hãy ghi ra tên khác, tệp gốc được giữ nguyên (choose another name)`);
  }
  const { recipe, ...plan } = await readSheetOptions(options);
  const signingKey = await findSigningKey(options);
  const synonyms = recipe?.synonyms;
  return { ...plan, synonyms, ...(signingKey ? { signingKey } : {}), json: options.json ?? false, annotate };
}
