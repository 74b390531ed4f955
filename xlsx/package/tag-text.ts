/** A tag with one attribute set, at its old place or as the last. */
export function withAttribute(tag: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}=)(?:"[^"]*"|'[^']*')`);
  if (pattern.test(tag)) return tag.replace(pattern, (_, start) => `${start}"${value}"`);
  return `${withoutEnd(tag)} ${name}="${value}"${tag.endsWith('/>') ? '/>' : '>'}`;
}

/** `<row r="1" />` → `<row r="1">`. */
export function openedTag(tag: string): string {
  return `${withoutEnd(tag)}>`;
}

/** `<row r="1" />` → `<row r="1"`. Not by an expression: one that looks for spaces before the end takes the square of a run of them. */
export function withoutEnd(tag: string): string {
  return tag.slice(0, tag.endsWith('/>') ? -2 : -1).trimEnd();
}
