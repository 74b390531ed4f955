import type { Unit } from '../../contract/schemas/unit.ts';
import { type Clock, vietnamDay } from '../clock.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Store } from '../store/store.ts';
import type { Scope } from '../store/unit-table.ts';

/** A unit is in operation from its first day to its last, both included; an open end is null. */
export function isInOperation(unit: Unit, day: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo);
}

/** The unit, if it lies within the scope. A unit that does not exist is refused in the same words as a foreign one. */
export function unitInScopeOrReject(store: Store, scope: Scope, code: string): Unit {
  const unit = store.units.find(code);
  if (!unit || !store.units.isWithin(code, scope)) throw new ApiProblem('unit-foreign', { unit: safeCode(code) });
  return unit;
}

/** Work is done only in a unit that is in operation today; reading what it left is another matter. */
export function inOperationOrReject(unit: Unit, clock: Clock): void {
  if (!isInOperation(unit, vietnamDay(clock.now()))) throw new ApiProblem('unit-closed', { unit: unit.code });
}

/** What came in the place of a unit code may be anything: only the form of a code is said back. */
function safeCode(code: string): string {
  return /^[0-9A-Za-z-]{1,40}$/.test(code) && !/\d{9}/.test(code) ? code : '?';
}
