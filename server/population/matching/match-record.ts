import type { ComparedField, Flag, Outcome } from '../../../contract/verdict.ts';
import { findProvince } from '../../../rules/codes/provinces.ts';
import type { Sex } from '../../../rules/codes/sexes.ts';
import type { Claim, ClaimBirthDate } from '../population-adapter.ts';
import { compareBirths } from './compare-births.ts';
import { compareNames } from './compare-names.ts';
import { compareResidence, type ResidencePlace } from './compare-residence.ts';
import { type Agreement, NAME_POLICY } from './name-grades.ts';
import { type NameParts, wholeName } from './whole-name.ts';

/** The part of a claim that says who is meant. */
export type Identity = Pick<Claim, 'citizenId' | 'fullName' | 'birthDate' | 'sex' | 'province' | 'ward'>;

/**
 * What a population service returned about one person, cut down to what is compared: adapters read no other node of the
 * answer (family, religion, marriage, blood group). Held for one comparison, never stored, never logged. Null where the
 * service returned nothing.
 */
export interface RegisterRecord {
  /** Another number than the one asked for is the person's newer one. Null counts as the one asked for. */
  readonly citizenId: string | null;
  readonly name: NameParts;
  readonly birthDate: ClaimBirthDate | null;
  readonly sex: Sex | null;
  readonly residence: ResidencePlace | null;
}

/** What may be known of the comparison: words of the contract only, none of a value (design promise 5). */
export interface Comparison {
  readonly outcome: Exclude<Outcome, 'not-applicable'>;
  readonly compared: readonly ComparedField[];
  readonly flags: readonly Flag[];
}

interface FieldResult {
  readonly agreement: Agreement;
  readonly flags: readonly Flag[];
}

const NOT_COMPARED: FieldResult = { agreement: 'not-compared', flags: [] };

/**
 * Compares a claim with the record that a service returned for its number: the one comparison for all adapters that get a
 * record. Without a comparable name and birth date nothing is confirmed: *đã xác thực* on sex and province would be no
 * verification. Pure; never throws.
 */
export function matchRecord(claim: Identity, record: RegisterRecord): Comparison {
  const name = matchName(claim, record);
  const birthDate = matchBirth(claim, record);
  const person = personAgreement(name.agreement, birthDate.agreement);
  if (record.citizenId !== null && record.citizenId !== claim.citizenId) {
    // Only to those who know the person: otherwise anybody could learn which numbers were once in use.
    const known = person === 'same' || person === 'same-normalised';
    return { outcome: known ? 'superseded' : 'unconfirmed', compared: comparedOf({ name, birthDate }), flags: [] };
  }
  const fields = { name, birthDate, sex: matchSex(claim, record), residence: matchResidence(claim, record) };
  const results: readonly FieldResult[] = Object.values(fields);
  const differs = results.some(({ agreement }) => agreement === 'differs');
  return {
    outcome: differs ? 'differs' : OUTCOME_OF[person],
    compared: comparedOf(fields),
    flags: results.flatMap(({ flags }) => flags),
  };
}

const OUTCOME_OF = {
  same: 'match',
  'same-normalised': 'match-normalised',
  differs: 'differs',
  'not-compared': 'unconfirmed',
} as const satisfies Record<Agreement, Outcome>;

/** The weaker of the two that say who somebody is. */
function personAgreement(name: Agreement, birthDate: Agreement): Agreement {
  const order = ['differs', 'not-compared', 'same-normalised'] as const;
  return order.find((agreement) => name === agreement || birthDate === agreement) ?? 'same';
}

function matchName({ fullName }: Identity, record: RegisterRecord): FieldResult {
  const registered = wholeName(record.name);
  return registered === null ? NOT_COMPARED : NAME_POLICY[compareNames(fullName, registered)];
}

const BIRTH_RESULTS = {
  same: { agreement: 'same', flags: [] },
  'year-only': { agreement: 'same-normalised', flags: ['yearOnlyBirth'] },
  differs: { agreement: 'differs', flags: ['differs.birthDate'] },
} as const satisfies Record<ReturnType<typeof compareBirths>, FieldResult>;

function matchBirth(claim: Identity, record: RegisterRecord): FieldResult {
  return record.birthDate === null ? NOT_COMPARED : BIRTH_RESULTS[compareBirths(claim.birthDate, record.birthDate)];
}

function matchSex(claim: Identity, record: RegisterRecord): FieldResult {
  if (claim.sex === null || record.sex === null) return NOT_COMPARED;
  return claim.sex === record.sex ? SAME : { agreement: 'differs', flags: ['differs.sex'] };
}

const SAME: FieldResult = { agreement: 'same', flags: [] };

function matchResidence(claim: Identity, record: RegisterRecord): FieldResult {
  // A province nobody knows cannot be compared: saying that it differs would be a guess.
  const province = claim.province === null ? undefined : findProvince(claim.province);
  if (province === undefined || record.residence === null) return NOT_COMPARED;
  const agreement = compareResidence({ province: province.today, ward: claim.ward }, record.residence);
  return agreement === 'differs' ? { agreement, flags: ['differs.residence'] } : { agreement, flags: [] };
}

const FIELD_OF = {
  name: 'fullName',
  birthDate: 'birthDate',
  sex: 'sex',
  residence: 'residence',
} as const satisfies Record<string, ComparedField>;

function comparedOf(fields: Partial<Record<keyof typeof FIELD_OF, FieldResult>>): readonly ComparedField[] {
  const compared: ComparedField[] = ['citizenId'];
  for (const [field, name] of Object.entries(FIELD_OF)) {
    const result = fields[field as keyof typeof FIELD_OF];
    if (result !== undefined && result.agreement !== 'not-compared') compared.push(name);
  }
  return compared;
}
