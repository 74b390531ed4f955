import type { Sex } from '../codes/sexes.ts';

/**
 * The sex that the middle word of a Vietnamese name tells: *Thị* is a woman's, *Văn* a man's. Undefined for all others, and never
 * more than evidence: there are exceptions.
 */
export function nameSex(name: string): Sex | undefined {
  if (name.includes(' Thị ') || name.includes(' THỊ ')) return 'Nữ';
  return name.includes(' Văn ') || name.includes(' VĂN ') ? 'Nam' : undefined;
}
