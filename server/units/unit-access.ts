import type { Unit } from '../../contract/schemas/unit.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import type { Clock } from '../clock.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Tables } from '../store/tables.ts';
import type { Scope } from '../store/unit-table.ts';

/** A unit is in operation, and an account assigned, from its first day to its last, both included; an open end is null. */
export function isInOperation({ validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/**
 * The unit, if it lies within the scope. The refusal names it only when it exists: what came in the place of a code may be
 * anything, a person's number included.
 */
export async function unitInScopeOrReject(tables: Tables, scope: Scope, code: string): Promise<Unit> {
  const unit = await tables.units.find(code);
  if (!unit || !(await tables.units.isWithin(code, scope))) {
    throw new ApiProblem('unit-foreign', { unit: unit?.code ?? '?' });
  }
  return unit;
}

/** Work is done only in a unit that is in operation today; reading what it left is another matter. */
export function inOperationOrReject(unit: Unit, clock: Clock): void {
  if (!isInOperation(unit, vietnamDay(clock.now()))) throw new ApiProblem('unit-closed', { unit: unit.code });
}
