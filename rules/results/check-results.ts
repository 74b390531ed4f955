import type { RawRow } from '../record.ts';
import type { SheetState } from '../sheet-state.ts';
import { checkBook } from './check-book.ts';
import { checkPrimary } from './check-primary.ts';
import { checkScope } from './check-scope.ts';
import type { ResultsPlan } from './results-plan.ts';

/**
 * The rules of one row's scores. Runs after the class and the birth date were read. Answers whether a score cell holds a formula's
 * error.
 */
export function checkResults(state: SheetState, plan: ResultsPlan, at: number, row: RawRow): boolean {
  plan.broken = false;
  for (const scope of plan.scopes) checkScope(state, scope, at, row);
  if (plan.book.size > 0) checkBook(state, plan.book, at, row);
  if (plan.primary.length > 0) checkPrimary(state, plan.primary, at, row);
  return plan.broken;
}
