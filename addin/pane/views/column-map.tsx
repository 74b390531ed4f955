import type { OpenReport } from '../../../desk/reports.ts';
import type { Message } from '../../../rules/messages.ts';
import { isScoreField } from '../../../rules/score-field.ts';
import { columnLetters } from '../../../templates/column-letters.ts';
import { columnMapping, type KeptColumn, type MappedField } from '../../../templates/column-mapping.ts';
import { FIELD_PARTS, type PartId, type SplitField } from '../../../templates/field-parts.ts';
import type { HeaderMeaning } from '../../../templates/header-synonyms.ts';
import { columnTitle, type LayoutColumn, RESULT_COLUMNS } from '../../../templates/layout.ts';
import { COLUMN_MAP_ID } from '../actions/column-actions.ts';
import { isBusy } from '../actions/run-task.ts';
import { COLUMN_WORDS } from '../column-words.ts';
import type { Pane } from '../pane-view.ts';

type RecognisedReport = Extract<OpenReport, { recognised: true }>;

/** Which column is what, and where the person says otherwise. Closed until asked for. */
export function ColumnMap({ pane, sheet }: { pane: Pane; sheet: RecognisedReport }) {
  const { actions, t } = pane;
  const { mapped, kept, missing } = columnMapping(sheet.layout, sheet.match);
  const mandatory = missing.filter((field) => field.presence === 'mandatory');
  const summary = mandatory.length > 0 ? COLUMN_WORDS.columnMapMissing : COLUMN_WORDS.columnMap;
  const scores = mapped.filter(({ field }) => isScoreField(field.id));
  const idle = sheet.problems.filter((problem) => problem.rows);
  return (
    <details class="ss-small ss-columns">
      {/* Named a stop of its own: within Excel’s frame Chromium steps over a summary that is not. */}
      <summary id={COLUMN_MAP_ID} tabIndex={0}>
        {t(summary, { count: mapped.length, missing: mandatory.length })}
      </summary>
      {missing.length > 0 && (
        <p class={mandatory.length > 0 ? 'ss-columns-missing' : undefined}>
          {mandatory.length > 0 && <span aria-hidden="true">⚠ </span>}
          {t(COLUMN_WORDS.columnsMissing, { fields: missing.map((field) => field.header).join(', ') })}
        </p>
      )}
      <MappedLines pane={pane} entries={mapped.filter(({ field }) => !isScoreField(field.id))} />
      {scores.length > 0 && (
        <details>
          <summary tabIndex={0}>{t(COLUMN_WORDS.columnScores, { count: scores.length })}</summary>
          <MappedLines pane={pane} entries={scores} />
        </details>
      )}
      {kept.length > 0 && (
        <>
          <p class="ss-columns-title">{t(COLUMN_WORDS.columnsKept)}</p>
          <ul class="ss-plain-list">
            {kept.map((column) => (
              <KeptLine key={column.column} pane={pane} sheet={sheet} column={column} missing={missing} />
            ))}
          </ul>
        </>
      )}
      {idle.map(({ code, header }) => (
        <p key={code}>
          {t(code === 'sheet.header-repeated' ? COLUMN_WORDS.headerRepeated : COLUMN_WORDS.sectionRows, { header })}
        </p>
      ))}
      {actions.columns.isSaid() && (
        <button
          type="button"
          class="ss-quiet"
          aria-disabled={isBusy(pane.state)}
          onClick={() => void actions.columns.forget()}
        >
          {t(COLUMN_WORDS.columnsForget)}
        </button>
      )}
    </details>
  );
}

function MappedLines({ pane, entries }: { pane: Pane; entries: readonly MappedField[] }) {
  return (
    <ul class="ss-plain-list">
      {entries.map((entry) => (
        <MappedLine key={entry.field.id} pane={pane} entry={entry} />
      ))}
    </ul>
  );
}

function MappedLine({ pane, entry }: { pane: Pane; entry: MappedField }) {
  const { actions, state, t } = pane;
  const { field, columns, header } = entry;
  const letters = columns.map(({ column }) => columnLetters(column)).join(' + ');
  const headers = columns.map((column) => column.header).filter((text) => text !== '');
  return (
    <li class="ss-columns-line">
      <span class="ss-columns-what">
        <b>{columnTitle(field)}</b> ← {t(COLUMN_WORDS.columnOf, { header, letters })}
      </span>
      <button
        type="button"
        class="ss-quiet"
        aria-label={t(COLUMN_WORDS.columnNotLabel, { letters, field: columnTitle(field) })}
        aria-disabled={isBusy(state)}
        onClick={() => void actions.columns.say(headers, null)}
      >
        {t(COLUMN_WORDS.columnNot)}
      </button>
    </li>
  );
}

interface KeptLineProps {
  readonly pane: Pane;
  readonly sheet: RecognisedReport;
  readonly column: KeptColumn;
  readonly missing: readonly LayoutColumn[];
}

function KeptLine({ pane, sheet, column, missing }: KeptLineProps) {
  const { actions, state, t } = pane;
  const names = { letters: columnLetters(column.column), header: column.header };
  if (column.why !== 'unknown') {
    return <li>{t(column.why === 'secret' ? COLUMN_WORDS.headerSecret : COLUMN_WORDS.headerDuplicate, names)}</li>;
  }
  return (
    <li class="ss-columns-line">
      <span class="ss-columns-what">{t(COLUMN_WORDS.columnKept, names)}</span>
      <select
        aria-label={t(COLUMN_WORDS.columnIs, names)}
        disabled={isBusy(state)}
        value=""
        onChange={(event) => void actions.columns.say([column.header], event.currentTarget.value as HeaderMeaning)}
      >
        <option value="">{t(COLUMN_WORDS.columnIsNone)}</option>
        {meanings(sheet, missing).map(([id, name]) => (
          <option key={id} value={id}>
            {typeof name === 'string' ? name : t(name)}
          </option>
        ))}
      </select>
    </li>
  );
}

const PART_WORDS = {
  familyName: COLUMN_WORDS.partFamilyName,
  middleName: COLUMN_WORDS.partMiddleName,
  givenName: COLUMN_WORDS.partGivenName,
  birthDay: COLUMN_WORDS.partBirthDay,
  birthMonth: COLUMN_WORDS.partBirthMonth,
  birthYear: COLUMN_WORDS.partBirthYear,
  birthOfMale: COLUMN_WORDS.partBirthOfMale,
  birthOfFemale: COLUMN_WORDS.partBirthOfFemale,
  male: COLUMN_WORDS.partMale,
  female: COLUMN_WORDS.partFemale,
} as const satisfies Record<PartId, Message>;

/** What is missing stands first, and the parts of a name or a date where that is missing; then the rest of the template. */
function meanings(
  { layout }: RecognisedReport,
  missing: readonly LayoutColumn[],
): readonly (readonly [HeaderMeaning, string | Message])[] {
  const results: readonly string[] = RESULT_COLUMNS;
  const rest = layout.columns.filter((field) => !missing.includes(field));
  // Columns of scores are found by what their groups say together; a list of some hundred of them helps nobody.
  const fields = [...missing, ...rest].filter(({ id }) => !results.includes(id) && !isScoreField(id));
  return fields.flatMap((field): (readonly [HeaderMeaning, string | Message])[] => {
    const parts = missing.includes(field) ? (FIELD_PARTS[field.id as SplitField] ?? []) : [];
    return [
      [field.id as HeaderMeaning, field.header],
      ...parts.map((part): readonly [HeaderMeaning, Message] => [part, PART_WORDS[part]]),
    ];
  });
}
