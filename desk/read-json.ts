import { DeskError } from './desk-error.ts';

/**
 * The pieces that readers of answers are made of. Each gives what it is named after, or throws `answer-not-understood` with the
 * reader's name.
 */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function object(value: unknown, where: string): Record<string, unknown> {
  return isObject(value) ? value : notUnderstood(where);
}

export function list(value: unknown, where: string): readonly unknown[] {
  return Array.isArray(value) ? value : notUnderstood(where);
}

export function text(value: unknown, where: string): string {
  return typeof value === 'string' ? value : notUnderstood(where);
}

export function textOrNull(value: unknown, where: string): string | null {
  return value === null ? null : text(value, where);
}

export function number(value: unknown, where: string): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : notUnderstood(where);
}

export function oneOf<const T extends string>(words: readonly T[], value: unknown, where: string): T {
  return words.find((word) => word === value) ?? notUnderstood(where);
}

function notUnderstood(where: string): never {
  throw new DeskError('answer-not-understood', { params: { where } });
}
