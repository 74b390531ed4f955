import type { CellValue } from '../rules/cell.ts';
import { isObject } from './read-json.ts';

/** Whether something from outside (a line of the journal, a server's answer) is what a cell can hold. */
export function isCellValue(value: unknown): value is CellValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (!isObject(value)) return false;
  if (value.kind === 'error') return typeof value.code === 'string';
  return value.kind === 'date' && [value.year, value.month, value.day].every((part) => Number.isInteger(part));
}
