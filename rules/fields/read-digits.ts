/** A text of exactly `length` digits (15 at most: what a double holds) as a number, -1 for any other text. */
export function digitsNumber(text: string, length: number): number {
  if (text.length !== length) return -1;
  let number = 0;
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
