import { decodeText, XmlScanner } from '../../xlsx/package/xml-scanner.ts';

/** An element of a small document, by its names as they stand, prefixes included. */
export interface XmlElement {
  readonly name: string;
  /** Of its opening tag; the first line is 1. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** What stands in it besides elements and comments, without the space around. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads a whole document into memory. Undefined when it is not one well-formed element: tags that do not match, a DOCTYPE, text
 * outside, an attribute that stands twice, bytes that are not UTF-8.
 */
export function findXmlRoot(bytes: Uint8Array): XmlElement | undefined {
  try {
    return readRoot(bytes, new TextDecoder('utf-8', { fatal: true }));
  } catch {
    return undefined; // the scanner's words speak of workbooks; here one sentence says it all
  }
}

function readRoot(bytes: Uint8Array, utf8: { decode(part: Uint8Array): string }): XmlElement | undefined {
  const xml = new XmlScanner(bytes);
  const document: OpenElement = { name: '', line: 0, attributes: new Map(), children: [], text: '' };
  const open: OpenElement[] = [document];
  let behind = bytes[0] === 0xef ? 3 : 0; // the byte order mark that Windows' editors put first
  let line = 1;
  let counted = 0;
  while (xml.next()) {
    const parent = open.at(-1);
    if (!parent) return undefined;
    parent.text += textBetween(utf8.decode(bytes.subarray(behind, xml.tagStart)));
    behind = xml.tagEnd;
    const name = utf8.decode(bytes.subarray(xml.nameStart, xml.nameEnd));
    if (xml.closing) {
      const ended = open.pop();
      if (ended?.name !== name || open.length === 0) return undefined;
      ended.text = ended.text.trim();
      continue;
    }
    for (; counted < xml.tagStart; counted++) if (bytes[counted] === 0x0a) line++;
    const attributes = attributesOf(xml);
    if (!attributes) return undefined;
    const element: OpenElement = { name, line, attributes, children: [], text: '' };
    parent.children.push(element);
    if (!xml.empty) open.push(element);
  }
  document.text += textBetween(utf8.decode(bytes.subarray(behind)));
  const [root, ...more] = document.children;
  return more.length > 0 || document.text.trim() !== '' ? undefined : root;
}

/** Undefined when one stands twice: programs would disagree on which counts. */
function attributesOf(xml: XmlScanner): ReadonlyMap<string, string> | undefined {
  let count = 0;
  xml.attributes(() => {
    count += 1;
  });
  const attributes = xml.all();
  return attributes.size === count ? attributes : undefined;
}

/** Instructions, such as the one that names the encoding, say nothing of the contents. */
function textBetween(source: string): string {
  return decodeText(source.replace(/<\?[\s\S]*?\?>/g, ''));
}

/** The element and all in it, in the order of the document. */
export function* everyElement(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) yield* everyElement(child);
}
