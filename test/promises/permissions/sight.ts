import type { Role } from '../../../contract/role.ts';
import { isOpen, type ModelAccount, type ModelRow, type ModelWorld } from './model-world.ts';

/**
 * Who may see and do what, written down from the promise and not from the program: a unit sees its own rows and officers those of
 * the units below them, a class teacher those of the classes they were given, nobody anything outside the days they were assigned for.
 */
export const READS_ROWS: readonly Role[] = ['clerk', 'class-teacher', 'viewer', 'head', 'officer'];
export const SENDS_ROWS: readonly Role[] = ['clerk', 'head'];
export const TAKES_NOTICES: readonly Role[] = ['clerk', 'head', 'class-teacher'];
export const GETS_WORKBOOKS: readonly Role[] = ['clerk', 'head', 'officer'];
export const READS_CAMPAIGNS: readonly Role[] = ['clerk', 'class-teacher', 'viewer', 'head', 'officer'];
export const READS_PROGRESS: readonly Role[] = ['clerk', 'viewer', 'head', 'officer'];
export const MAKES_CAMPAIGNS: readonly Role[] = ['officer'];
export const READS_UNITS: readonly Role[] = ['officer', 'operator'];

/** Whether somebody may be here at all today. */
export function isAtWork(world: ModelWorld, account: ModelAccount): boolean {
  if (account.disabled || !isOpen(account)) return false;
  const unit = account.unit === null ? undefined : world.unit(account.unit);
  return account.unit === null || (unit !== undefined && isOpen(unit));
}

export function seesUnit(world: ModelWorld, { unit }: ModelAccount, code: string): boolean {
  return unit === null ? world.unit(code) !== undefined : world.isBelow(code, unit);
}

export function seesRow(world: ModelWorld, account: ModelAccount, row: ModelRow): boolean {
  if (account.unit === null || !READS_ROWS.includes(account.role) || !world.isBelow(row.unit, account.unit))
    return false;
  return account.classes === null || (row.classNumber !== null && account.classes.includes(row.classNumber));
}
