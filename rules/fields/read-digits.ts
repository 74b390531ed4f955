/**
 * A text of exactly `length` digits (7 to 15: a double holds them) as a number, -1 for any other text. Two integer halves and no
 * branch per digit: this runs twice for every row.
 */
export function digitsNumber(text: string, length: number): number {
  if (text.length !== length) return -1;
  let high = 0;
  let low = 0;
  let invalid = 0;
  const middle = length - 6;
  for (let at = 0; at < middle; at++) {
    const digit = text.charCodeAt(at) - 48;
    invalid |= digit | (9 - digit);
    high = high * 10 + digit;
  }
  for (let at = middle; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    invalid |= digit | (9 - digit);
    low = low * 10 + digit;
  }
  return invalid < 0 ? -1 : high * 1_000_000 + low;
}
