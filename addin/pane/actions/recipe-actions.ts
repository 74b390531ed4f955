import {
  type AcceptedFix,
  EMPTY_RECIPE,
  formatRecipe,
  isEmptyRecipe,
  parseRecipe,
  type Recipe,
  withFixes,
  withoutFix,
  withoutSynonym,
} from '../../../desk/recipe.ts';
import type { OpenReport } from '../../../desk/reports.ts';
import type { Message } from '../../../rules/messages.ts';
import type { HeaderSynonyms } from '../../../templates/header-synonyms.ts';
import type { PaneContext } from '../pane-context.ts';
import { NO_RECIPE } from '../pane-state.ts';
import { RECIPE_WORDS } from '../recipe-words.ts';
import { runTask, showProblem } from './run-task.ts';

export type RecipeActions = ReturnType<typeof recipeActions>;

/** The school's recipe: kept in the browser per unit, shown before it is run, handed on as a file. */
export function recipeActions({ store, desk, client, host }: PaneContext, refresh: () => Promise<void>) {
  const context = { store, desk, client, host };

  const changeRecipe = (part: Partial<typeof store.state.recipe>) =>
    store.change(({ recipe }) => ({ recipe: { ...recipe, ...part } }));

  /** Whose recipe it is: the workbook's unit, else the account's; '' while nobody knows. */
  function unitOf(sheet: OpenReport | null): string {
    const own = sheet?.recognised ? sheet.identity?.unit : undefined;
    return own || (client.account?.unit.code ?? '');
  }

  /** Takes the recipe of the unit in front; answers what the sheet is, read with that school's own header texts. */
  async function follow(sheet: OpenReport): Promise<OpenReport> {
    const unit = unitOf(sheet);
    if (store.state.recipe.unit === unit) return sheet;
    const before = store.state.recipe.recipe;
    const recipe = read(unit);
    store.change({ recipe: { ...NO_RECIPE, unit, recipe } });
    const isSame = Object.keys({ ...before.synonyms, ...recipe.synonyms }).length === 0;
    return isSame ? sheet : desk.useSynonyms(recipe.synonyms);
  }

  function read(unit: string): Recipe {
    const text = host.recipes.read(unit);
    if (text === null) return EMPTY_RECIPE;
    try {
      return parseRecipe(text);
    } catch (error) {
      // An older program in this browser meets a newer one's recipe: said, and overwritten only by what the person does next.
      showProblem(context, error, null);
      return EMPTY_RECIPE;
    }
  }

  function keep(recipe: Recipe, words: Message, params: Readonly<Record<string, string>> = {}): void {
    changeRecipe({ recipe, plan: null });
    host.recipes.write(store.state.recipe.unit ?? '', isEmptyRecipe(recipe) ? null : formatRecipe(recipe));
    store.announce(words, params);
  }

  function rememberFixes(fixes: readonly AcceptedFix[]): void {
    if (fixes.length > 0) keep(withFixes(store.state.recipe.recipe, fixes), RECIPE_WORDS.recipeKept);
  }

  /** What the clerk said of the columns, once the sheet was recognised by it. */
  function rememberSynonyms(synonyms: HeaderSynonyms): void {
    keep({ ...store.state.recipe.recipe, synonyms }, RECIPE_WORDS.recipeKept);
  }

  function removeFix(fix: AcceptedFix): void {
    keep(withoutFix(store.state.recipe.recipe, fix), RECIPE_WORDS.recipeRemoved);
    store.focus('sosach-recipe');
  }

  async function removeSynonym(header: string): Promise<void> {
    keep(withoutSynonym(store.state.recipe.recipe, header), RECIPE_WORDS.recipeRemoved);
    store.focus('sosach-recipe');
    await readSheetAnew();
  }

  /** Shows what the recipe would change, cell by cell; nothing is written. */
  async function plan(): Promise<void> {
    const planned = await runTask(context, 'recipe', async () => desk.planRecipe(store.state.recipe.recipe), {
      retry: () => void plan(),
    });
    if (!planned) return;
    changeRecipe({ plan: planned });
    store.focus('sosach-recipe-plan');
  }

  function exportFile(): void {
    const { unit, recipe } = store.state.recipe;
    host.saveFile(`cong-thuc-sua${unit ? `_${unit}` : ''}.recipe.json`, formatRecipe(recipe));
  }

  /** Adds what a recipe file holds to the school's recipe. */
  async function importFile(readText: () => Promise<string>): Promise<void> {
    const added = await runTask(context, 'recipe', async () => parseRecipe(await readText()));
    if (!added) return;
    const { recipe } = store.state.recipe;
    const joined = { ...withFixes(recipe, added.fixes), synonyms: { ...recipe.synonyms, ...added.synonyms } };
    keep(joined, RECIPE_WORDS.recipeImported, {
      fixes: String(joined.fixes.length),
      headers: String(Object.keys(joined.synonyms).length),
    });
    store.focus('sosach-recipe');
    await readSheetAnew();
  }

  /** The header texts changed: the sheet may be another one by them, and is checked anew if it was checked. */
  async function readSheetAnew(): Promise<void> {
    const work = () => desk.useSynonyms(store.state.recipe.recipe.synonyms);
    const sheet = await runTask(context, 'open', work, { bySelf: true });
    if (!sheet) return;
    store.change({ sheet });
    if (store.state.check && sheet.recognised) await refresh();
  }

  return {
    follow,
    rememberFixes,
    rememberSynonyms,
    removeFix,
    removeSynonym,
    plan,
    dropPlan: () => changeRecipe({ plan: null }),
    exportFile,
    importFile,
  };
}
