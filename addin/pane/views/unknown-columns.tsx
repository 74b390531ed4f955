import type { FieldId } from '../../../rules/field.ts';
import { columnLetters } from '../../../templates/column-letters.ts';
import { getLayout } from '../../../templates/layouts.ts';
import type { LikelyHeader } from '../../../templates/likely-header.ts';
import { columnChoiceId } from '../actions/column-actions.ts';
import { isBusy } from '../actions/run-task.ts';
import { COLUMN_WORDS } from '../column-words.ts';
import type { Pane } from '../pane-view.ts';

/** What a list of people is told by: the fields that pupils and staff share, those of pupils after them. */
const MEANINGS: readonly (readonly [FieldId, string])[] = (['student', 'staff'] as const)
  .flatMap((kind) => getLayout(kind).columns)
  .filter(({ id, presence }) => presence !== 'elsewhere' && !['verdict', 'reason', 'nextStep', 'note'].includes(id))
  .map(({ id, header }): readonly [FieldId, string] => [id as FieldId, header])
  .filter(([id], at, all) => all.findIndex(([other]) => other === id) === at);

/** The headers of a sheet that was not recognised, for the person to say what they are until it is. */
export function UnknownColumns({ pane, header: { row, columns } }: { pane: Pane; header: LikelyHeader }) {
  const { actions, state, t } = pane;
  return (
    <div class="ss-small ss-columns">
      <p id="sosach-unknown-columns" tabIndex={-1}>
        {t(COLUMN_WORDS.unknownColumns, { row: String(row) })}
      </p>
      <ul class="ss-plain-list">
        {columns.map(({ column, header }) => {
          const names = { letters: columnLetters(column), header };
          return (
            <li key={column} class="ss-columns-line">
              <span class="ss-columns-what">{t(COLUMN_WORDS.columnKept, names)}</span>
              <select
                id={columnChoiceId(column)}
                aria-label={t(COLUMN_WORDS.columnIs, names)}
                disabled={isBusy(state)}
                value={actions.columns.meaningOf(header) ?? ''}
                onChange={(event) => {
                  const meaning = event.currentTarget.value as FieldId | '';
                  void actions.columns.say([header], meaning === '' ? null : meaning);
                }}
              >
                <option value="">{t(COLUMN_WORDS.columnIsNone)}</option>
                {MEANINGS.map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
