/** Text for the inside of an element or of an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => NAMES[letter as keyof typeof NAMES]);
}

/**
 * Text of a cell: what XML cannot hold, or would not give back, becomes `_xHHHH_`, and a text that reads like such an escape has
 * its own underscore escaped (ECMA-376 part 1, 22.9.2.19).
 */
export function escapeCellText(text: string): string {
  const escaped = text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    // Letters that XML 1.0 forbids, and the carriage return, which it turns into a line feed.
    .replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]/g, (letter) => {
      return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });
  return escapeXml(escaped);
}

const NAMES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;
