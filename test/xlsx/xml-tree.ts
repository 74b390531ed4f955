/** A part of XML as a tree, for tests that change it and for reading it without the code under test. */
export interface XmlNode {
  name: string;
  attributes: [name: string, value: string][];
  children: (XmlNode | string)[];
}

/** Reads well-formed XML without comments, CDATA and DOCTYPE: what the fixtures are. Values stay as written, entities included. */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: [], children: [] };
  const open = [root];
  for (const [, tag, words] of text.matchAll(/<\?[^>]*\?>|<([^>]*)>|([^<]+)/g)) {
    const parent = open.at(-1)!;
    if (words !== undefined) parent.children.push(words);
    else if (tag?.startsWith('/')) open.pop();
    else if (tag !== undefined) {
      const [, name = '', rest = ''] = /^([^\s/]+)([\s\S]*?)\/?$/.exec(tag) ?? [];
      const attributes = [...rest.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
        ([, key = '', double, single = '']): [string, string] => [key, double ?? single],
      );
      const node: XmlNode = { name, attributes, children: [] };
      parent.children.push(node);
      if (!tag.endsWith('/')) open.push(node);
    }
  }
  return root.children.find((child) => typeof child !== 'string') as XmlNode;
}

export function writeXml(node: XmlNode): string {
  const attributes = node.attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
  const inside = node.children.map((child) => (typeof child === 'string' ? child : writeXml(child))).join('');
  return inside === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inside}</${node.name}>`;
}

/** Every element, the outermost first. */
export function elementsOf(node: XmlNode): XmlNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child)))];
}

export function attributeOf(node: XmlNode, name: string): string | undefined {
  return node.attributes.find(([key]) => key === name)?.[1];
}
