import type { ComparedField, Flag, Outcome } from '../../../contract/verdict.ts';
import { findProvince } from '../../../rules/codes/provinces.ts';
import { nameKey } from '../../../rules/text/name-key.ts';
import type { Claim } from '../population-adapter.ts';
import type { Register, RegisterEntry } from './register.ts';

/** The part of a claim that says who is meant. */
export type Identity = Pick<Claim, 'citizenId' | 'fullName' | 'birthDate' | 'sex' | 'province'>;

export interface Comparison {
  readonly outcome: Exclude<Outcome, 'not-applicable'>;
  readonly compared: readonly ComparedField[];
  readonly flags: readonly Flag[];
}

type Agreement = 'same' | 'same-normalised' | 'differs';

const TRIPLE = ['citizenId', 'fullName', 'birthDate'] as const satisfies readonly ComparedField[];

/**
 * What the service says about a claim. It looks at the register and at nothing else: no number is magic, and the outcome
 * carries no value of an entry.
 */
export function compareClaim(register: Register, claim: Identity): Comparison {
  const hit = register.find(claim.citizenId);
  if (hit.kind === 'none') return { outcome: 'no-such-number', compared: ['citizenId'], flags: [] };
  if (hit.kind === 'cancelled') {
    // Only to those who know the person: otherwise anybody could learn which numbers were once in use.
    const known = tripleAgreement(hit.entry, claim) !== 'differs';
    return { outcome: known ? 'superseded' : 'unconfirmed', compared: TRIPLE, flags: [] };
  }
  const [entry, ...more] = hit.entries;
  if (more.length > 0) return { outcome: 'too-many', compared: ['citizenId'], flags: [] };
  return entry.disclosure === 'found-only' ? foundOrNot(entry, claim) : fieldByField(entry, claim);
}

function foundOrNot(entry: RegisterEntry, claim: Identity): Comparison {
  const agreement = tripleAgreement(entry, claim);
  if (agreement === 'differs') return { outcome: 'unconfirmed', compared: TRIPLE, flags: [] };
  return { outcome: matchOf([agreement]), compared: TRIPLE, flags: yearFlags(entry, claim) };
}

function fieldByField(entry: RegisterEntry, claim: Identity): Comparison {
  const name = nameAgreement(entry, claim);
  const birthDate = birthDateAgreement(entry, claim);
  const compared: ComparedField[] = [...TRIPLE];
  const flags: Flag[] = [];
  if (name === 'differs') flags.push('differs.name');
  if (name === 'differs' && isRotated(claim.fullName, entry.citizen.fullName)) flags.push('nameSwapped');
  if (birthDate === 'differs') flags.push('differs.birthDate');
  else flags.push(...yearFlags(entry, claim));
  if (claim.sex !== null) {
    compared.push('sex');
    if ((claim.sex === 'Nam') !== (entry.citizen.sex === 'male')) flags.push('differs.sex');
  }
  // A province nobody knows cannot be compared: saying that it differs would be a guess.
  const province = claim.province === null ? undefined : findProvince(claim.province);
  if (province !== undefined) {
    compared.push('residence');
    if (province.today !== entry.citizen.province) flags.push('differs.residence');
  }
  const differs = flags.some((flag) => flag.startsWith('differs.'));
  return { outcome: differs ? 'differs' : matchOf([name, birthDate]), compared, flags };
}

function matchOf(agreements: readonly Agreement[]): 'match' | 'match-normalised' {
  return agreements.every((agreement) => agreement === 'same') ? 'match' : 'match-normalised';
}

function tripleAgreement(entry: RegisterEntry, claim: Identity): Agreement {
  const parts = [nameAgreement(entry, claim), birthDateAgreement(entry, claim)];
  if (parts.includes('differs')) return 'differs';
  return parts.includes('same-normalised') ? 'same-normalised' : 'same';
}

function nameAgreement({ citizen }: RegisterEntry, { fullName }: Identity): Agreement {
  const upper = (name: string) => name.normalize('NFC').toUpperCase();
  if (upper(fullName) === upper(citizen.fullName)) return 'same';
  return nameKey(fullName) === nameKey(citizen.fullName) ? 'same-normalised' : 'differs';
}

function birthDateAgreement({ citizen }: RegisterEntry, { birthDate }: Identity): Agreement {
  if (birthDate.year !== citizen.birthDate.year) return 'differs';
  if (citizen.yearOnly || birthDate.month === undefined) return 'same-normalised';
  return birthDate.month === citizen.birthDate.month && birthDate.day === citizen.birthDate.day ? 'same' : 'differs';
}

function yearFlags(entry: RegisterEntry, claim: Identity): readonly Flag[] {
  return entry.citizen.yearOnly || claim.birthDate.month === undefined ? ['yearOnlyBirth'] : [];
}

/** The same words begun at another one: `An Nguyễn Văn`, `Văn An Nguyễn` for Nguyễn Văn An. */
function isRotated(claimed: string, registered: string): boolean {
  const left = nameKey(claimed).split(' ');
  const right = nameKey(registered).split(' ');
  if (left.length !== right.length) return false;
  const target = right.join(' ');
  return left.some((_, start) => start > 0 && [...left.slice(start), ...left.slice(0, start)].join(' ') === target);
}
