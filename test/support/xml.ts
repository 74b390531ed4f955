/** An element of a small XML document. Text and comments between elements are not kept apart. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a well-formed document of elements, attributes in double quotes, comments and the five named entities. Anything else
 * throws: this is for files of our own.
 */
export function parseXml(source: string): XmlElement {
  const roots: XmlElement[] = [];
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [];
  const close = (element: XmlElement) => (open.at(-1)?.children ?? roots).push(element);
  let at = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
    at = TOKEN.lastIndex;
    const [whole, slash, name, attributes = '', empty] = token;
    if (name === undefined) {
      const top = open.at(-1);
      if (!whole.startsWith('<') && top) top.text += decode(whole.trim());
      else if (!whole.startsWith('<') && whole.trim() !== '')
        throw new Error(`Text outside of an element: ${whole.trim()}`);
    } else if (slash) {
      const element = open.pop();
      if (element?.name !== name) throw new Error(`</${name}> closes <${element?.name}>.`);
      close(element);
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [], text: '' };
      if (empty) close(element);
      else open.push(element);
    }
  }
  if (at !== source.length) throw new Error(`Not well-formed near: ${source.slice(at, at + 40)}`);
  const [root] = roots;
  if (!root || roots.length > 1 || open.length > 0) throw new Error('A document has one root, and closes it.');
  return root;
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`${name} stands twice.`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const char = ENTITIES[name];
    if (char === undefined) throw new Error(`Unknown entity ${whole}`);
    return char;
  });
}

/** All elements of that name, at any depth. */
export function elementsOf(root: XmlElement, name: string): XmlElement[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elementsOf(child, name))];
}
