import { type Deadline, deadlineWords, timeLeftWords } from '../../contract/deadline.ts';
import type { FieldId } from '../../rules/field.ts';
import { RECORD_KINDS, type RecordKind } from '../../rules/record.ts';
import type { Console } from '../console-view.ts';
import { type DraftFaults, FIELD_ID, findDeadline, isAlreadyOver, type PartForm } from '../draft-form.ts';
import { optionalColumns } from '../optional-columns.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { describedBy, Fault, Field } from './field.tsx';

interface PartFieldsProps {
  readonly page: Console;
  readonly part: PartForm;
  /** 1-based. */
  readonly number: number;
  /** The only one: it cannot be removed. */
  readonly alone: boolean;
  readonly faults: DraftFaults;
}

/** The national curriculum has twelve grades; nurseries have none. */
const GRADES = Array.from({ length: 12 }, (_, at) => at + 1);
const FORMS = {
  'before-hour': WORDS.beforeHour,
  'before-day': WORDS.beforeDay,
  'within-day': WORDS.withinDay,
} as const satisfies Record<Deadline['form'], unknown>;

/** One part of a campaign: which records, of whom, which columns, until when. */
export function PartFields({ page, part, number, alone, faults }: PartFieldsProps) {
  const { draft, t } = page;
  const { partId } = part;
  const change = (changes: Partial<PartForm>) => draft.changePart(partId, changes);
  const ids = { name: FIELD_ID.partName(partId), kind: `cs-${partId}-kind` };
  return (
    <fieldset class="cs-part">
      <legend>{t(WORDS.part, { n: number })}</legend>
      <div class="cs-columns">
        <Field page={page} id={ids.name} label={t(WORDS.partName)} faults={faults}>
          <input
            id={ids.name}
            value={part.name}
            autocomplete="off"
            required
            onInput={(event) => change({ name: event.currentTarget.value })}
            {...describedBy(page, ids.name, faults)}
          />
        </Field>
        <Field page={page} id={ids.kind} label={t(WORDS.partKind)} faults={faults}>
          <select
            id={ids.kind}
            value={part.kind}
            onChange={(event) => change({ kind: event.currentTarget.value as RecordKind, optionalFields: [] })}
          >
            {RECORD_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(WORDS.kind[kind])}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <DeadlineFields page={page} part={part} faults={faults} change={change} />
      {part.kind !== 'staff' && <GradeFields page={page} part={part} faults={faults} change={change} />}
      <details class="cs-optional">
        <summary>
          {t(WORDS.optional)}
          {part.optionalFields.length > 0 && ` (${part.optionalFields.length})`}
        </summary>
        <p class="ss-small">{t(WORDS.optionalHint)}</p>
        <div class="cs-checks">
          {optionalColumns(part.kind).map(({ field, header }) => (
            <label key={field} class="ss-check-line">
              <input
                type="checkbox"
                checked={part.optionalFields.includes(field)}
                onChange={() => change({ optionalFields: toggled<FieldId>(part.optionalFields, field) })}
              />
              <span>{header}</span>
            </label>
          ))}
        </div>
      </details>
      {!alone && (
        <button type="button" class="ss-quiet cs-remove" onClick={() => draft.removePart(partId)}>
          {t(WORDS.removePart, { n: number })}
        </button>
      )}
    </fieldset>
  );
}

type OfPart = Pick<PartFieldsProps, 'page' | 'part' | 'faults'> & {
  readonly change: (changes: Partial<PartForm>) => void;
};

function DeadlineFields({ page, part, faults, change }: OfPart) {
  const { now, t } = page;
  const { partId } = part;
  const ids = { form: `cs-${partId}-form`, day: FIELD_ID.day(partId), time: FIELD_ID.time(partId) };
  const deadline = findDeadline(part);
  return (
    <>
      <div class="cs-columns cs-deadline-fields">
        <Field page={page} id={ids.form} label={t(WORDS.deadline)} faults={faults}>
          <select
            id={ids.form}
            value={part.form}
            onChange={(event) => change({ form: event.currentTarget.value as Deadline['form'] })}
          >
            {(Object.keys(FORMS) as Deadline['form'][]).map((form) => (
              <option key={form} value={form}>
                {t(FORMS[form])}
              </option>
            ))}
          </select>
        </Field>
        {part.form === 'before-hour' && (
          <Field page={page} id={ids.time} label={t(WORDS.time)} faults={faults}>
            <input
              id={ids.time}
              type="time"
              value={part.time}
              required
              onInput={(event) => change({ time: event.currentTarget.value })}
              {...describedBy(page, ids.time, faults)}
            />
          </Field>
        )}
        <Field page={page} id={ids.day} label={t(WORDS.day)} faults={faults}>
          <input
            id={ids.day}
            type="date"
            value={part.day}
            required
            onInput={(event) => change({ day: event.currentTarget.value })}
            {...describedBy(page, ids.day, faults)}
          />
        </Field>
      </div>
      <div aria-live="polite">
        {deadline && (
          <p class="cs-reads">
            {t(WORDS.deadlineReads, { deadline: t(deadlineWords(deadline)), left: t(timeLeftWords(deadline, now)) })}
          </p>
        )}
        {isAlreadyOver(part, now) && (
          <p class="cs-late">
            <span aria-hidden="true">⚠ </span>
            {t(WORDS.deadlineOver)}
          </p>
        )}
      </div>
    </>
  );
}

function GradeFields({ page, part, faults, change }: OfPart) {
  const { t } = page;
  const id = FIELD_ID.grades(part.partId);
  return (
    <fieldset class="cs-inner" id={id} tabIndex={-1} {...describedBy(page, id, faults)}>
      <legend>{t(WORDS.grades)}</legend>
      <div class="cs-checks">
        {[false, true].map((some) => (
          <label key={String(some)} class="ss-check-line">
            <input
              type="radio"
              name={id}
              checked={part.someGrades === some}
              onChange={() => change({ someGrades: some })}
            />
            <span>{t(some ? WORDS.someGrades : WORDS.allGrades)}</span>
          </label>
        ))}
      </div>
      {part.someGrades && (
        <div class="cs-checks">
          {GRADES.map((grade) => (
            <label key={grade} class="ss-check-line">
              <input
                type="checkbox"
                checked={part.grades.includes(grade)}
                onChange={() => change({ grades: toggled(part.grades, grade) })}
              />
              <span>{t(WORDS.grade, { n: grade })}</span>
            </label>
          ))}
        </div>
      )}
      <Fault page={page} id={id} faults={faults} />
    </fieldset>
  );
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
