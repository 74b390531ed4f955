/** From here on, two digits at the end and three before leave enough in the middle that nobody guesses them. */
const LONG = 9;

/**
 * An identity number, a passport or a code as it is shown to whoever does not edit the row: `001*******45`. The place of birth and
 * the end stay readable, so that a person can be told from the one above. Everything is covered that is too short for that.
 */
export function maskNumber(number: string): string {
  const signs = [...number];
  const [start, end] = signs.length >= LONG ? [3, 2] : signs.length >= 6 ? [1, 1] : [0, 0];
  return signs.map((sign, at) => (at < start || at >= signs.length - end ? sign : '*')).join('');
}
