import { type Comparison, type Identity, matchRecord, type RegisterRecord } from '../matching/match-record.ts';
import type { Citizen } from '../people/invent-citizen.ts';
import type { Register } from './register.ts';

/**
 * What the service says about a claim. It looks at the register and at nothing else: no number is magic, and the outcome
 * carries no value of an entry.
 */
export function compareClaim(register: Pick<Register, 'find'>, claim: Identity): Comparison {
  const hit = register.find(claim.citizenId);
  if (hit.kind === 'none') return { outcome: 'no-such-number', compared: ['citizenId'], flags: [] };
  if (hit.kind === 'cancelled') return matchRecord(claim, recordOf(hit.entry.citizen));
  const [entry, ...more] = hit.entries;
  if (more.length > 0) return { outcome: 'too-many', compared: ['citizenId'], flags: [] };
  const record = recordOf(entry.citizen);
  return entry.disclosure === 'found-only' ? foundOrNot(claim, record) : matchRecord(claim, record);
}

/** Found, or not: the service does not tell which field differs. */
function foundOrNot(claim: Identity, record: RegisterRecord): Comparison {
  const told = matchRecord(claim, { ...record, sex: null, residence: null });
  return told.outcome === 'differs' ? { ...told, outcome: 'unconfirmed', flags: [] } : told;
}

/** The invented person as the real service shows people: the whole name in one part, by the units of today. */
function recordOf(citizen: Citizen): RegisterRecord {
  const { year, month, day } = citizen.birthDate;
  return {
    citizenId: citizen.citizenId,
    name: { family: '', middle: '', given: citizen.fullName },
    birthDate: citizen.yearOnly ? { year } : { year, month, day },
    sex: citizen.sex === 'male' ? 'Nam' : 'Nữ',
    residence: { province: citizen.province, ward: null },
  };
}
