import { useState } from 'preact/hooks';
import type { Console } from '../console-view.ts';
import { type DraftFaults, type DraftForm, FIELD_ID } from '../draft-form.ts';
import { schoolsBelow } from '../schools-below.ts';
import { searchKey } from '../search-key.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { describedBy, Fault } from './field.tsx';

/** Schools listed at once; more are found by typing. */
const LISTED = 100;

interface SchoolPickerProps {
  readonly page: Console;
  readonly form: DraftForm;
  readonly faults: DraftFaults;
}

/** Every school below, or those ticked in a list that can be searched. */
export function SchoolPicker({ page, form, faults }: SchoolPickerProps) {
  const { state, draft, now, t, n } = page;
  const schools = schoolsBelow(state.units, now);
  return (
    <fieldset class="cs-part" id={FIELD_ID.units} tabIndex={-1} {...describedBy(page, FIELD_ID.units, faults)}>
      <legend>{t(WORDS.schools)}</legend>
      <label class="ss-check-line">
        <input
          type="radio"
          name="cs-schools"
          checked={form.allSchools}
          onChange={() => draft.change({ allSchools: true })}
        />
        <span>
          {t(WORDS.allSchools)}
          {schools && ` (${n(schools.length)})`}
        </span>
      </label>
      <label class="ss-check-line">
        <input
          type="radio"
          name="cs-schools"
          checked={!form.allSchools}
          onChange={() => draft.change({ allSchools: false })}
        />
        <span>{t(WORDS.someSchools)}</span>
      </label>
      {!schools && (
        <p role="status">
          {state.work.has('units') ? (
            t(WORDS.loadingUnits, { count: state.work.get('units') || '' })
          ) : (
            <>
              {t(WORDS.unitsMissing)}{' '}
              <button type="button" class="ss-button" onClick={() => void page.load.loadUnits()}>
                {t(WORDS.reload)}
              </button>
            </>
          )}
        </p>
      )}
      {schools && !form.allSchools && <Choice page={page} form={form} faults={faults} />}
      <Fault page={page} id={FIELD_ID.units} faults={faults} />
    </fieldset>
  );
}

function Choice({ page, form }: SchoolPickerProps) {
  const { state, draft, now, t, n } = page;
  const [search, setSearch] = useState('');
  const schools = schoolsBelow(state.units, now) ?? [];
  const names = new Map(state.units?.map(({ code, name }) => [code, name]));
  const chosen = new Set(form.units);
  const key = searchKey(search);
  const found = schools.filter(({ name, code, parent }) =>
    searchKey(`${name} ${code} ${names.get(parent ?? '') ?? ''}`).includes(key),
  );
  const listed = found.slice(0, LISTED);
  const change = (units: ReadonlySet<string>) => draft.change({ units: [...units] });
  return (
    <div class="cs-picker">
      <label class="cs-field">
        {t(WORDS.searchSchool)}
        <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
      </label>
      <p aria-live="polite">{t(WORDS.chosenCount, { count: n(chosen.size), total: n(schools.length) })}</p>
      <div class="ss-actions">
        <button
          type="button"
          class="ss-button"
          onClick={() => change(new Set([...chosen, ...found.map(({ code }) => code)]))}
        >
          {t(WORDS.chooseShown, { count: n(found.length) })}
        </button>
        <button type="button" class="ss-button" onClick={() => change(new Set())}>
          {t(WORDS.chooseNone)}
        </button>
      </div>
      <ul class="cs-school-list ss-plain-list">
        {listed.map(({ code, name, parent }) => (
          <li key={code}>
            <label class="ss-check-line">
              <input
                type="checkbox"
                checked={chosen.has(code)}
                onChange={() => {
                  const next = new Set(chosen);
                  if (!next.delete(code)) next.add(code);
                  change(next);
                }}
              />
              <span>
                {name} <span class="cs-dim">{names.get(parent ?? '') ?? ''}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>{t(WORDS.noSchoolFound)}</p>}
      {found.length > LISTED && <p class="ss-small">{t(WORDS.moreSchools, { count: n(found.length - LISTED) })}</p>}
    </div>
  );
}
