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
  /** `2022` or `2022-2023`; default: what the title of a results sheet says, else the school year of `today`. */
  readonly schoolYear?: string;
  /** File of the school's recipe: its header texts, and for `mend` the fixes it accepts. */
  readonly recipe?: string;
  readonly lang?: string;
}

/** The same, understood. */
export interface SheetPlan {
  readonly today: PlainDate;
  /** First calendar year. */
  readonly schoolYear: number | undefined;
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
  const schoolYear = options.schoolYear === undefined ? undefined : readSchoolYear(options.schoolYear);
  return { today, schoolYear, layouts: layout ? [layout] : Object.values(LAYOUTS), language: lang, recipe };
}

/** `2022`, `2022-2023` or `2022-23`. */
function readSchoolYear(text: string): number {
  const [, first, next] = /^(20\d\d)(?:[-–](\d\d|20\d\d))?$/.exec(text.trim()) ?? [];
  const year = Number(first);
  if (first === undefined || (next !== undefined && Number(next) % 100 !== (year + 1) % 100)) {
    throw new UsageError(`--school-year ${text}: cần dạng 2022 hoặc 2022-2023 (not a school year)`);
  }
  return year;
}
