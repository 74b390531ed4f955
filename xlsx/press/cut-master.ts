import { hasSlot, slot } from './stencil.ts';

export const DATA_SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const CORE_PROPERTIES = 'docProps/core.xml';

/**
 * Readies the parts of a master for stencils: texts with slots move from the shared strings into their cells, so that one small
 * sheet changes from workbook to workbook and the strings of all lists do not; and slots are made where the master has none.
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
    const slotted = (SLOTTING[name] ?? withClassRows)(moved);
    if (hasSlot(slotted)) cut.set(name, slotted);
  }
  return cut;
}

const SLOTTING: Readonly<Record<string, (xml: string) => string>> = {
  /** Rows go behind the header, and the dimension tells how far they reach. */
  [DATA_SHEET]: (xml) =>
    xml
      .replace(/(<dimension ref="A1:[A-Z]+)\d+"/, `$1${slot('lastRow')}"`)
      .replace('</sheetData>', `${slot('rows')}</sheetData>`),
  /** Made and changed when it was issued. */
  [CORE_PROPERTIES]: (xml) => xml.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${slot('issuedAt')}`),
};

/** The rows of the sheet of classes are what stands in its slot, and nothing else. */
function withClassRows(xml: string): string {
  if (!xml.includes(slot('classes'))) return xml;
  return xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${slot('classes')}</sheetData>`);
}
