import type { Role } from '../../contract/role.ts';
import { classKey } from '../../rules/fields/class-key.ts';
import { ServerError } from '../server-error.ts';
import type { Tables } from '../store/tables.ts';

/** Where somebody works, as what, and when. */
export interface AccountPlace {
  readonly role: Role;
  /** Unit code; null for operators only. */
  readonly unit: string | null;
  /** Names of classes, of a class teacher; null for everybody else. */
  readonly classes: readonly string[] | null;
  /** First and last day, ISO 8601; null is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/**
 * Throws `account-needs-unit`, `unit-unknown`, `account-needs-class` or `account-takes-no-class`. A class teacher without classes
 * would be one of every class or of none, and which of the two a later program took it for nobody could know.
 */
export async function placeOrReject(tx: Tables, { role, unit, classes }: AccountPlace): Promise<void> {
  if (unit === null && role !== 'operator') throw new ServerError('account-needs-unit');
  const found = unit === null ? undefined : await tx.units.find(unit);
  if (unit !== null && !found) throw new ServerError('unit-unknown', { unit });
  if (role !== 'class-teacher') {
    if (classes !== null) throw new ServerError('account-takes-no-class');
    return;
  }
  if (found?.kind !== 'school' || !classes?.length || classes.some((name) => classKey(name) === '')) {
    throw new ServerError('account-needs-class');
  }
}
