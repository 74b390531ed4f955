/** Points one line of 11-point text takes. */
export const LINE_HEIGHT = 15;
/** A column of width 10 holds ten digits; Vietnamese words run a little wider, the mark's symbol takes two. */
export const LOST_TO_MARK = 2;

/** How many lines a text takes when it breaks between words, and inside a word only where the word is too long. */
export function wrappedLines(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width));
  let lines = 0;
  for (const paragraph of text.split(/\r?\n/)) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(' ')) {
      const length = [...word].length;
      if (used > 0 && used + 1 + length > room) {
        lines++;
        used = 0;
      }
      used += length + (used > 0 ? 1 : 0);
      while (used > room) {
        lines++;
        used -= room;
      }
    }
  }
  return lines;
}
