import type { Recipe } from '../desk/recipe.ts';
import type { Language } from '../rules/messages.ts';
import { findPlainDate, type PlainDate } from '../rules/plain-date.ts';
import type { Layout } from '../templates/layout.ts';
import { findLayout, LAYOUTS } from '../templates/layouts.ts';
import { UsageError } from './cli-io.ts';
import { localDay } from './local-day.ts';
import { readRecipe } from './read-recipe.ts';

/** What every command that reads lists may be told, as the command line gives it. */
export interface SheetOptions {
  readonly template?: string;
  /** `YYYY-MM-DD`; default: today by the clock of this machine. */
  readonly today?: string;
  /** File of the school's recipe: its header texts, and for `mend` the fixes it accepts. */
  readonly recipe?: string;
  readonly lang?: string;
}

/** The same, understood. */
export interface SheetPlan {
  readonly today: PlainDate;
  readonly layouts: readonly Layout[];
  readonly language: Language;
  readonly recipe: Recipe | undefined;
}

/** Throws UsageError, which names the option and what it takes. */
export async function readSheetOptions(options: SheetOptions): Promise<SheetPlan> {
  const today = options.today === undefined ? localDay(new Date()) : findPlainDate(options.today);
  if (!today) throw new UsageError(`--today ${options.today}: cần dạng YYYY-MM-DD (not a day in that form)`);
  const layout = options.template === undefined ? undefined : findLayout(options.template);
  if (options.template !== undefined && !layout) {
    throw new UsageError(
      `--template ${options.template}: chỉ có ${Object.keys(LAYOUTS).join(', ')} (unknown template)`,
    );
  }
  const { lang = 'vi' } = options;
  if (lang !== 'vi' && lang !== 'en') throw new UsageError(`--lang ${lang}: chỉ có vi, en (unknown language)`);
  const recipe = options.recipe === undefined ? undefined : await readRecipe(options.recipe, lang);
  return { today, layouts: layout ? [layout] : Object.values(LAYOUTS), language: lang, recipe };
}
