import { LINE_REASON_CODES, LINE_REASONS } from '../../../contract/carried-list.ts';
import type { TakenAnswers } from '../../../contract/schemas/carried.ts';
import type { CollectionForm } from '../../../templates/csdl/collection-columns.ts';
import { isBusy } from '../actions/run-task.ts';
import { CARRIED_WORDS } from '../carried-words.ts';
import type { Pane } from '../pane-view.ts';

const FORM_WORDS = { pupil: CARRIED_WORDS.pupils, staff: CARRIED_WORDS.staff } as const satisfies Record<
  CollectionForm,
  unknown
>;
/** Enough of a reason's lines to find the rest. */
const SHOWN_LINES = 12;

/** What a clerk carries to CSDL ngành and back; only where the server works so. */
export function CarriedSection({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { standing, downloaded, taken } = state.carried;
  if (!standing || standing.by === null) return null;
  const onFile = (event: { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    // Chosen again after it was downloaded anew, the same file has to count as a new choice.
    void actions.carried
      .readList(async () => new Uint8Array(await file.arrayBuffer()))
      .finally(() => {
        input.value = '';
      });
  };
  return (
    <section class="ss-carried" aria-labelledby="sosach-carried">
      <h2 id="sosach-carried">{t(CARRIED_WORDS.carriedHeading)}</h2>
      <p class="ss-small">{t(CARRIED_WORDS.carriedIntro)}</p>
      {standing.forms.length === 0 && <p>{t(CARRIED_WORDS.carriedNothing)}</p>}
      <ul class="ss-plain-list ss-carried-forms">
        {standing.forms.map(({ form, waiting, handedIn, withoutCode }) => (
          <li key={form}>
            <p>
              <strong>{t(FORM_WORDS[form])}</strong>: {t(CARRIED_WORDS.formCounts, { waiting, handedIn })}
            </p>
            {withoutCode > 0 && (
              <p class="ss-banner ss-banner-warning">
                <span aria-hidden="true">⚠ </span>
                {t(CARRIED_WORDS.withoutCode, { count: withoutCode })}
              </p>
            )}
            {waiting + handedIn > withoutCode && (
              <button
                type="button"
                class={`ss-button ${waiting > withoutCode ? 'ss-primary' : ''}`}
                aria-disabled={isBusy(state)}
                onClick={() => void actions.carried.download(form)}
              >
                {t(CARRIED_WORDS.downloadForm, { form: t(FORM_WORDS[form]).toLocaleLowerCase('vi') })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {downloaded && <p class="ss-small">{t(CARRIED_WORDS.downloaded)}</p>}
      <label class="ss-button ss-file" aria-disabled={isBusy(state)}>
        <input type="file" accept=".xlsx,.xls,.xlsm,.csv,.ods" disabled={isBusy(state)} onChange={onFile} />
        {t(CARRIED_WORDS.readList)}
      </label>
      {taken && <Taken pane={pane} taken={taken} />}
    </section>
  );
}

/** What became of the list: counts, and where the lines stand that could not be applied. */
function Taken({ pane: { t, n }, taken }: { pane: Pane; taken: TakenAnswers }) {
  const reasons = LINE_REASON_CODES.filter((reason) => (taken.notApplied[reason] ?? 0) > 0);
  const left = reasons.reduce((sum, reason) => sum + (taken.notApplied[reason] ?? 0), 0);
  const tally = [
    ['✓', CARRIED_WORDS.takenApplied, taken.applied],
    ['=', CARRIED_WORDS.takenKnown, taken.known],
    ['…', CARRIED_WORDS.takenWaiting, taken.waiting],
    ['⚠', CARRIED_WORDS.takenNotApplied, left],
  ] as const;
  return (
    <div class="ss-carried-taken">
      <h3 id="sosach-taken" tabIndex={-1}>
        {t(CARRIED_WORDS.takenHeading)}
      </h3>
      <ul class="ss-tally">
        {tally
          .filter(([, , count]) => count > 0)
          .map(([symbol, words, count]) => (
            <li key={symbol}>
              <span class="ss-tally-symbol" aria-hidden="true">
                {symbol}
              </span>
              <strong>{n(count)}</strong>
              <span>{t(words)}</span>
            </li>
          ))}
      </ul>
      <ul class="ss-plain-list">
        {reasons.map((reason) => {
          const places = taken.places.filter((place) => place.reason === reason);
          const shown = places.slice(0, SHOWN_LINES);
          const more = (taken.notApplied[reason] ?? 0) - shown.length;
          const rows = shown
            .map(({ sheet, row }) => (sheet === 1 ? n(row) : t(CARRIED_WORDS.lineOfSheet, { row, sheet })))
            .join(', ');
          return (
            <li key={reason} class="ss-carried-reason">
              <p>{t(LINE_REASONS[reason])}.</p>
              <p class="ss-small">
                {t(CARRIED_WORDS.linesOf, { rows })}
                {more > 0 && ` ${t(CARRIED_WORDS.moreLines, { count: more })}`}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
