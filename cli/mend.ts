import { resolve } from 'node:path';
import { hasErrors } from '../desk/check-sheet.ts';
import { SheetError } from '../desk/sheet-error.ts';
import type { Language } from '../rules/messages.ts';
import { importWorkbook } from '../xlsx/import/import-workbook.ts';
import { checkFile } from './check-file.ts';
import { type CliIo, EXIT, UsageError } from './cli-io.ts';
import { mendFile } from './mend-file.ts';
import { mendJson } from './mend-json.ts';
import { mendText } from './mend-text.ts';
import { readSheetOptions, type SheetOptions } from './sheet-options.ts';
import { nothingFound, readBytes, sheetErrorLine } from './workbook-input.ts';
import { writeFileAtomically } from './write-file-atomically.ts';
import { zlibCodec } from './zlib-codec.ts';

/** As the command line gives them. */
export interface MendOptions extends SheetOptions {
  readonly recipe: string;
  /** Where to write the mended workbook. Default: what would change is shown and nothing is written. */
  readonly out?: string;
  readonly json?: boolean;
}

/**
 * `sosach mend FILE --recipe R`: shows every cell before → after that the recipe changes, and what it leaves; with `--out` also
 * writes the mended copy. Resolves to the exit code: 2 when the file or the recipe cannot be used (nothing is written then), else 1
 * when something is still an error, else 0.
 */
export async function runMend(file: string, options: MendOptions, io: CliIo): Promise<number> {
  let language: Language = 'vi';
  try {
    const { out = null, json = false } = options;
    if (out !== null && resolve(out) === resolve(file)) {
      throw new UsageError(`--out ${out}: hãy ghi ra tên khác, tệp gốc được giữ nguyên (choose another name)`);
    }
    const plan = await readSheetOptions(options);
    language = plan.language;
    const { today, schoolYear, layouts, recipe } = plan;
    if (!recipe) throw new UsageError('sosach mend: thiếu --recipe (no recipe given)');
    const { bytes, format } = await importWorkbook(await readBytes(file), zlibCodec);
    if (out !== null && format !== 'xlsx' && !/\.xlsx$/i.test(out)) {
      throw new UsageError(`--out ${out}: bản đã sửa là .xlsx, hãy đặt tên có đuôi .xlsx (needs a name in .xlsx)`);
    }
    const checked = await checkFile(bytes, { today, schoolYear, layouts, synonyms: recipe.synonyms });
    if (checked.sheets.length === 0) throw new UsageError(nothingFound(file, checked));
    const { sheets, save } = await mendFile(bytes, checked.sheets, recipe, new Date().toISOString());
    if (out !== null) await writeFileAtomically(out, await save());
    io.out(
      json
        ? `${JSON.stringify(mendJson(file, out, sheets, checked.skipped, language))}\n`
        : mendText(file, out, sheets, language),
    );
    return sheets.some(({ after }) => hasErrors(after)) ? EXIT.findings : EXIT.clean;
  } catch (error) {
    if (error instanceof UsageError) io.err(`${error.message}\n`);
    else if (error instanceof SheetError) io.err(`${file}: ${sheetErrorLine(error, language)}\n`);
    else throw error;
    return EXIT.unusable;
  }
}
