import { type Deadline, isOverdue } from '../contract/deadline.ts';
import type { CampaignDraft, CampaignPart } from '../contract/schemas/campaign.ts';
import { vietnamDay } from '../contract/vietnam-time.ts';
import type { FieldId } from '../rules/field.ts';
import type { Message } from '../rules/messages.ts';
import { findPlainDate } from '../rules/plain-date.ts';
import type { RecordKind } from '../rules/record.ts';
import { schoolYearOf } from './school-year.ts';
import { CONSOLE_WORDS as WORDS } from './words.ts';

/** A part of a campaign as it is being filled in. */
export interface PartForm {
  readonly partId: string;
  readonly name: string;
  readonly kind: RecordKind;
  readonly optionalFields: readonly FieldId[];
  readonly someGrades: boolean;
  readonly grades: readonly number[];
  readonly form: Deadline['form'];
  readonly day: string;
  readonly time: string;
}

/** A campaign as it is being filled in; texts as typed. */
export interface DraftForm {
  readonly name: string;
  readonly circular: string;
  readonly schoolYear: number;
  readonly instructions: string;
  readonly parts: readonly PartForm[];
  readonly allSchools: boolean;
  readonly units: readonly string[];
}

/** As `CampaignDraft` limits them (`contract/schemas/campaign.ts`); a test holds the two together. */
export const LIMITS = { name: 160, circular: 160, instructions: 2000, partName: 120, parts: 6 } as const;

/** What is wrong with a field, by the id of its element. */
export type DraftFaults = ReadonlyMap<string, Message>;

/** @param now of the server's clock */
export function newDraft(now: number): DraftForm {
  return {
    name: '',
    circular: '',
    schoolYear: schoolYearOf(vietnamDay(now)),
    instructions: '',
    parts: [newPart('phan-1')],
    allSchools: true,
    units: [],
  };
}

export function newPart(partId: string): PartForm {
  return {
    partId,
    name: '',
    kind: 'student',
    optionalFields: [],
    someGrades: false,
    grades: [],
    form: 'before-hour',
    day: '',
    time: '14:00',
  };
}

/** An id that no part of the draft has. */
export function nextPartId({ parts }: DraftForm): string {
  for (let n = parts.length + 1; ; n++) {
    if (parts.every(({ partId }) => partId !== `phan-${n}`)) return `phan-${n}`;
  }
}

/** Ids of the form's elements, by which faults are told and the keyboard is led. */
export const FIELD_ID = {
  name: 'cs-name',
  circular: 'cs-circular',
  instructions: 'cs-instructions',
  units: 'cs-units',
  partName: (partId: string) => `cs-${partId}-name`,
  grades: (partId: string) => `cs-${partId}-grades`,
  day: (partId: string) => `cs-${partId}-day`,
  time: (partId: string) => `cs-${partId}-time`,
} as const;

/** Everything that keeps the draft from being opened, in the order of the form. @param schools how many are below; null: not known yet */
export function draftFaults(form: DraftForm, schools: number | null): DraftFaults {
  const faults = new Map<string, Message>();
  const tell = (id: string, wrong: boolean, message: Message) => {
    if (wrong && !faults.has(id)) faults.set(id, message);
  };
  tell(FIELD_ID.name, form.name.trim() === '', WORDS.faultName);
  tell(FIELD_ID.name, form.name.trim().length > LIMITS.name, WORDS.faultLong);
  tell(FIELD_ID.circular, form.circular.trim().length > LIMITS.circular, WORDS.faultLong);
  tell(FIELD_ID.instructions, form.instructions.trim().length > LIMITS.instructions, WORDS.faultLong);
  for (const part of form.parts) {
    tell(FIELD_ID.partName(part.partId), part.name.trim() === '', WORDS.faultPartName);
    tell(FIELD_ID.partName(part.partId), part.name.trim().length > LIMITS.partName, WORDS.faultLong);
    tell(FIELD_ID.grades(part.partId), asksGrades(part) && part.grades.length === 0, WORDS.faultGrades);
    tell(FIELD_ID.day(part.partId), findPlainDate(part.day) === undefined, WORDS.faultDay);
    tell(FIELD_ID.time(part.partId), part.form === 'before-hour' && !isTime(part.time), WORDS.faultTime);
  }
  tell(FIELD_ID.units, !form.allSchools && form.units.length === 0, WORDS.faultUnits);
  tell(FIELD_ID.units, form.allSchools && schools === 0, WORDS.faultNoSchools);
  return faults;
}

/** What the API is sent. Expects a form without faults. */
export function draftOf(form: DraftForm): CampaignDraft {
  return {
    name: form.name.trim(),
    circular: form.circular.trim(),
    schoolYear: form.schoolYear,
    instructions: form.instructions.trim(),
    parts: form.parts.map(
      (part): CampaignPart => ({
        partId: part.partId,
        name: part.name.trim(),
        kind: part.kind,
        optionalFields: [...part.optionalFields],
        grades: asksGrades(part) ? [...part.grades].sort((a, b) => a - b) : null,
        deadline: deadlineOf(part),
      }),
    ),
    units: form.allSchools ? null : [...form.units],
  };
}

function deadlineOf({ form, day, time }: PartForm): Deadline {
  return form === 'before-hour' ? { form, day, time } : { form, day };
}

/** The deadline as far as it can be read; undefined while it is being typed. */
export function findDeadline(part: PartForm): Deadline | undefined {
  if (findPlainDate(part.day) === undefined) return undefined;
  return part.form === 'before-hour' && !isTime(part.time) ? undefined : deadlineOf(part);
}

/** Allowed, for latecomers are still to be collected; but mostly a slip, so it is said. */
export function isAlreadyOver(part: PartForm, now: number): boolean {
  const deadline = findDeadline(part);
  return deadline !== undefined && isOverdue(deadline, now);
}

/** Staff are in no grade. */
function asksGrades({ kind, someGrades }: PartForm): boolean {
  return kind !== 'staff' && someGrades;
}

function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}
