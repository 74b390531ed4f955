import type { HeaderMeaning, HeaderSynonyms } from '../../../templates/header-synonyms.ts';
import { COLUMN_WORDS } from '../column-words.ts';
import type { PaneContext } from '../pane-context.ts';
import type { RecipeActions } from './recipe-actions.ts';
import { runTask } from './run-task.ts';
import type { SheetActions } from './sheet-actions.ts';

export type ColumnActions = ReturnType<typeof columnActions>;

/** The summary of the list of columns: a choice takes its own line away, so the focus goes there. */
export const COLUMN_MAP_ID = 'sosach-columns';
/** The choice of what a column of a sheet is that was not recognised. @param column 0-based */
export const columnChoiceId = (column: number) => `sosach-column-${column}`;

/** Saying what a column of the sheet is, where its header does not tell or tells wrong. */
export function columnActions(context: PaneContext, sheet: SheetActions, recipe: RecipeActions) {
  const { store, desk } = context;

  /** Says what these headers mean; null: none of the template's columns. */
  function say(headers: readonly string[], meaning: HeaderMeaning | null): Promise<void> {
    return use({ ...desk.synonyms, ...Object.fromEntries(headers.map((header) => [header, meaning])) }, headers);
  }

  /** Goes by the headers alone again. */
  function forget(): Promise<void> {
    return use({});
  }

  /**
   * A choice by which the sheet would no longer be recognised is not kept: the list to mend it in would be gone, too. One sheet
   * that is not recognised yet takes several choices; they are remembered with the one that completes it.
   */
  async function use(synonyms: HeaderSynonyms, headers: readonly string[] = []): Promise<void> {
    const before = desk.synonyms;
    const isKnown = store.state.sheet?.recognised === true;
    const report = await runTask(context, 'open', async () => {
      const found = await desk.useSynonyms(synonyms);
      if (!found.recognised && isKnown) await desk.useSynonyms(before);
      return found;
    });
    if (!report) return;
    if (report.recognised) {
      store.change({ sheet: report });
      recipe.rememberSynonyms(synonyms);
      store.announce(COLUMN_WORDS.columnSaid, { rows: String(report.rows) });
    } else if (isKnown) store.announce(COLUMN_WORDS.columnLost);
    else {
      store.change({ sheet: report });
      store.announce(COLUMN_WORDS.columnSaidMore);
      // Greyed while the sheet was read, it has lost the keyboard on a computer slow enough to draw meanwhile.
      const said = report.likelyHeader?.columns.find(({ header }) => headers.includes(header));
      if (said) store.focus(columnChoiceId(said.column));
    }
    if (report.recognised || isKnown) store.focus(COLUMN_MAP_ID);
    if (report.recognised && store.state.check) await sheet.refresh();
  }

  /** What was said of a header so far. */
  function meaningOf(header: string): HeaderMeaning | null | undefined {
    return desk.synonyms[header];
  }

  return { say, forget, meaningOf, isSaid: () => Object.keys(desk.synonyms).length > 0 };
}
