import type { RecipeCell, RecipePlan } from '../../../desk/plan-recipe.ts';
import type { AcceptedFix } from '../../../desk/recipe.ts';
import { findRule } from '../../../rules/catalogue.ts';
import { cellText } from '../../../rules/cell.ts';
import { isBusy } from '../actions/run-task.ts';
import { columnHeader } from '../column-header.ts';
import { PROPOSALS_PAGE, pageFrom } from '../paging.ts';
import type { Pane } from '../pane-view.ts';
import { RECIPE_WORDS } from '../recipe-words.ts';
import { WORDS } from '../words.ts';
import { Change } from './fix-group.tsx';
import { Pager } from './pager.tsx';

/** What the school decided once: run it, look what is in it, hand it on. */
export function RecipeView({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { recipe, plan } = state.recipe;
  const headers = Object.keys(recipe.synonyms);
  const isEmpty = recipe.fixes.length === 0 && headers.length === 0;
  const onFile = (event: { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    // Chosen again after it was mended, the same file has to count as a new choice.
    void actions.recipe
      .importFile(() => file.text())
      .finally(() => {
        input.value = '';
      });
  };
  return (
    <section class="ss-recipe" aria-labelledby="sosach-recipe">
      <h2 id="sosach-recipe" tabIndex={-1}>
        {t(RECIPE_WORDS.recipeHeading)}
      </h2>
      {isEmpty && <p class="ss-small">{t(RECIPE_WORDS.recipeNone)}</p>}
      {recipe.fixes.length > 0 && !plan && (
        <button
          type="button"
          class="ss-button"
          aria-disabled={isBusy(state)}
          onClick={() => void actions.recipe.plan()}
        >
          {t(RECIPE_WORDS.recipeRun)}
        </button>
      )}
      {plan && <PlanPreview pane={pane} plan={plan} />}
      {!isEmpty && (
        <details>
          {/* Within Excel’s frame Chromium steps over a summary that is no stop of its own. */}
          <summary tabIndex={0}>
            {t(RECIPE_WORDS.recipeHolds, { fixes: recipe.fixes.length, headers: headers.length })}
          </summary>
          {recipe.fixes.length > 0 && <h3>{t(RECIPE_WORDS.recipeFixes)}</h3>}
          <ul class="ss-plain-list">
            {recipe.fixes.map((fix) => (
              <Entry
                key={`${fix.code} ${fix.field ?? ''}`}
                pane={pane}
                title={fixTitle(pane, fix)}
                onRemove={() => actions.recipe.removeFix(fix)}
              />
            ))}
          </ul>
          {headers.length > 0 && <h3>{t(RECIPE_WORDS.recipeHeaders)}</h3>}
          <ul class="ss-plain-list">
            {Object.entries(recipe.synonyms).map(([header, meaning]) => (
              <Entry
                key={header}
                pane={pane}
                title={`${header} = ${meaning === null ? t(RECIPE_WORDS.recipeNotOurs) : meaningTitle(pane, meaning)}`}
                onRemove={() => void actions.recipe.removeSynonym(header)}
              />
            ))}
          </ul>
          <p class="ss-small">{t(RECIPE_WORDS.recipePrivacy)}</p>
        </details>
      )}
      <div class="ss-actions">
        {!isEmpty && (
          <button type="button" class="ss-quiet" onClick={actions.recipe.exportFile}>
            {t(RECIPE_WORDS.recipeExport)}
          </button>
        )}
        <label class="ss-quiet ss-file">
          <input type="file" accept=".json,application/json" onChange={onFile} />
          {t(RECIPE_WORDS.recipeImport)}
        </label>
      </div>
    </section>
  );
}

function Entry({ pane: { t }, title, onRemove }: { pane: Pane; title: string; onRemove: () => void }) {
  return (
    <li class="ss-recipe-entry">
      <span>{title}</span>
      <button
        type="button"
        class="ss-quiet"
        aria-label={t(RECIPE_WORDS.recipeRemoveNamed, { title })}
        onClick={onRemove}
      >
        {t(RECIPE_WORDS.recipeRemove)}
      </button>
    </li>
  );
}

/** Proposed first: every cell before → after, then the button that writes. */
function PlanPreview({ pane, plan }: { pane: Pane; plan: RecipePlan }) {
  const { state, actions, t } = pane;
  const page = pageFrom(plan.cells, state.pages.get('recipe') ?? 0, PROPOSALS_PAGE);
  const { error, query, note } = plan.left;
  const count = plan.cells.length;
  return (
    <div class="ss-undo-preview" id="sosach-recipe-plan" tabIndex={-1}>
      <p>{count === 0 ? t(RECIPE_WORDS.recipeNothing) : t(RECIPE_WORDS.recipeWill, { count })}</p>
      <ul class="ss-plain-list">
        {page.items.map((cell) => (
          <li key={`${cell.rowId} ${cell.field}`} class="ss-change">
            <PlannedCell pane={pane} cell={cell} />
          </li>
        ))}
      </ul>
      <Pager pane={pane} list="recipe" page={page} total={count} />
      {count > 0 && <p class="ss-small">{t(RECIPE_WORDS.recipeLeft, { error, query, note })}</p>}
      <div class="ss-actions">
        {count > 0 && (
          <button
            type="button"
            class="ss-button ss-primary"
            aria-disabled={isBusy(state)}
            onClick={() => void actions.fix.applyRecipe()}
          >
            {t(RECIPE_WORDS.recipeApply, { count })}
          </button>
        )}
        <button type="button" class="ss-quiet" onClick={actions.recipe.dropPlan}>
          {t(count > 0 ? WORDS.notNow : WORDS.close)}
        </button>
      </div>
    </div>
  );
}

function PlannedCell({ pane, cell }: { pane: Pane; cell: RecipeCell }) {
  const { state, t } = pane;
  return (
    <>
      <span class="ss-finding-place">
        {t(WORDS.atRow, { row: String(cell.rowNumber) })} · {columnHeader(state.sheet, cell.field)}
      </span>
      <Change pane={pane} before={cellText(cell.before)} after={cellText(cell.after)} />
    </>
  );
}

function fixTitle({ state, t }: Pane, { code, field }: AcceptedFix): string {
  const rule = findRule(code);
  const title = rule ? t(rule.title) : code;
  return field === undefined ? title : `${title} · ${columnHeader(state.sheet, field)}`;
}

function meaningTitle({ state }: Pane, meaning: string): string {
  if (!state.sheet?.recognised) return meaning;
  const { columns } = state.sheet.layout;
  return columns.find(({ id }) => id === meaning)?.header.replace(/\s+/gu, ' ') ?? meaning;
}
