import { readFile } from 'node:fs/promises';
import { DESK_ERRORS, DeskError } from '../desk/desk-error.ts';
import { parseRecipe, type Recipe } from '../desk/recipe.ts';
import { fill, type Language } from '../rules/messages.ts';
import { UsageError } from './cli-io.ts';
import { fileTrouble } from './file-trouble.ts';

/** The school's recipe from its file. Throws UsageError: one line that names the file and what is wrong with it. */
export async function readRecipe(file: string, language: Language): Promise<Recipe> {
  try {
    return parseRecipe(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof DeskError) {
      throw new UsageError(`--recipe ${file}: ${fill(DESK_ERRORS[error.code][language], error.params)}`);
    }
    throw new UsageError(`--recipe ${file}: không mở được tệp / cannot be opened: ${fileTrouble(error)}`);
  }
}
