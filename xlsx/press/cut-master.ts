import { hasSlot } from './stencil.ts';

const STRINGS = 'xl/sharedStrings.xml';

/**
 * Readies the parts of a master for stencils: texts with slots move from the shared strings into their cells, so that one small
 * sheet changes from workbook to workbook and the strings of all lists do not.
 * @param parts XML by part name
 * @returns the parts that differ from before or have slots
 */
export function cutMaster(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const inline = new Map<string, string>();
  let index = 0;
  const strings = (parts.get(STRINGS) ?? '').replace(/<si>(.*?)<\/si>/gs, (whole, item: string) => {
    const at = String(index++);
    if (!hasSlot(item)) return whole;
    inline.set(at, item);
    return '<si><t/></si>';
  });
  const cut = new Map<string, string>([[STRINGS, strings]]);
  for (const [name, xml] of parts) {
    if (name === STRINGS) continue;
    const moved = xml.replace(/ t="s"><v>(\d+)<\/v>/g, (whole, at: string) => {
      const item = inline.get(at);
      return item === undefined ? whole : ` t="inlineStr"><is>${item}</is>`;
    });
    if (hasSlot(moved)) cut.set(name, moved);
  }
  return cut;
}
