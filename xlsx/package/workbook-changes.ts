import { SheetError } from '../../desk/sheet-error.ts';
import type { PartChange } from './change-package.ts';
import { escapeXml } from './escape-xml.ts';
import { Splices } from './splices.ts';
import { withAttribute } from './tag-text.ts';
import { relationshipsOf, type WorkbookMap } from './workbook-map.ts';
import type { WorkbookPackage } from './workbook-package.ts';
import { XmlScanner } from './xml-scanner.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const ROOT_RELATIONSHIPS = '_rels/.rels';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** What stands behind the names in a workbook part (ECMA-376 part 1, 18.2.27): Excel refuses another order. */
const BEHIND_NAMES = [
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** Parts of one package that changed, gathered until it is written. Parts that list others are kept in step. */
export class WorkbookChanges {
  readonly parts = new Map<string, PartChange>();
  readonly #file: WorkbookPackage;
  readonly #map: WorkbookMap;

  constructor(file: WorkbookPackage, map: WorkbookMap) {
    this.#file = file;
    this.#map = map;
  }

  /** A part as it is now. */
  async current(name: string): Promise<Uint8Array> {
    const changed = this.parts.get(name);
    if (changed && !(changed instanceof Uint8Array)) throw new TypeError(`${name} is deflated`);
    return changed ?? this.#file.getXml(name);
  }

  /** Names a part's type. */
  async addType(part: string, type: string): Promise<void> {
    await this.#dropType(part);
    await this.#insertBeforeEnd(CONTENT_TYPES, 'Types', (prefix) => {
      return `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`;
    });
  }

  /** Relates a part to the package itself. A relation of that id that is there already (its part was dropped) gives way. */
  async addRootRelationship(id: string, type: string, part: string): Promise<void> {
    await this.#rewriteTags(ROOT_RELATIONSHIPS, (xml, tag) => {
      return xml.is('Relationship') && (xml.find('Id') === id || xml.find('Type') === type) ? '' : tag;
    });
    await this.#insertBeforeEnd(ROOT_RELATIONSHIPS, 'Relationships', (prefix) => {
      return `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escapeXml(part)}"/>`;
    });
  }

  /** Takes a part out, and its type. */
  async dropPart(part: string): Promise<void> {
    this.parts.set(part, null);
    await this.#dropType(part);
  }

  /** Adds defined names, which `make` writes out with the part's prefix. */
  async addNames(make: (prefix: string) => string): Promise<void> {
    const bytes = await this.current(this.#map.workbook);
    const xml = new XmlScanner(bytes);
    while (xml.next() && !(xml.is('definedNames') ? xml.closing || xml.empty : isBehindNames(xml)));
    const prefix = new TextDecoder().decode(bytes.subarray(xml.nameStart, xml.localStart));
    const splices = new Splices(bytes);
    const names = make(prefix);
    const list = `<${prefix}definedNames>${names}</${prefix}definedNames>`;
    if (!xml.is('definedNames')) splices.insert(xml.tagStart, list);
    else if (xml.closing) splices.insert(xml.tagStart, names);
    else splices.replace(xml.tagStart, xml.tagEnd, list);
    this.parts.set(this.#map.workbook, splices.toBytes());
  }

  /** Takes every defined name of this name out. */
  async dropNames(name: string): Promise<void> {
    await this.#rewriteTags(this.#map.workbook, (xml, tag) => {
      return xml.is('definedName') && xml.find('name') === name ? '' : tag;
    });
    await this.#dropEmptyNames();
  }

  /** Takes a sheet out, its own names with it; what counts sheets behind it counts one less. */
  async dropSheet(name: string): Promise<void> {
    const index = this.#map.sheets.findIndex((sheet) => sheet.name === name);
    const part = this.#map.sheets[index]?.part;
    if (part === undefined) return;
    let id = '';
    await this.#rewriteTags(this.#map.workbook, (xml, tag) => {
      if (xml.is('sheet') && xml.find('name') === name) {
        id = [...xml.all()].find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        return '';
      }
      if (xml.is('definedName')) {
        const sheet = Number(xml.find('localSheetId') ?? -1);
        if (sheet === index) return '';
        return sheet > index ? withAttribute(tag, 'localSheetId', String(sheet - 1)) : tag;
      }
      const front = Number(xml.find('activeTab') ?? 0);
      return xml.is('workbookView') && front > index ? withAttribute(tag, 'activeTab', String(front - 1)) : tag;
    });
    await this.#dropEmptyNames();
    await this.#rewriteTags(this.#map.relationships, (xml, tag) => {
      return xml.is('Relationship') && xml.find('Id') === id ? '' : tag;
    });
    await this.dropPart(part);
    if (this.#file.find(relationshipsOf(part))) this.parts.set(relationshipsOf(part), null);
  }

  /** A sheet behind all others, which no formula and no name knows. */
  async addSheet(name: string, state: string, sheet: string): Promise<void> {
    const { relationships } = this.#map.namespaces;
    const bytes = new TextEncoder().encode(sheet);
    const id = await this.#addPart('worksheet', 'worksheets/sosach.xml', WORKSHEET_TYPE, bytes);
    let highest = 0;
    const xml = new XmlScanner(await this.current(this.#map.workbook));
    while (xml.next()) if (xml.is('sheet') && !xml.closing) highest = Math.max(highest, Number(xml.find('sheetId')));
    await this.#insertBeforeEnd(this.#map.workbook, 'sheets', (prefix) => {
      const tag = `${prefix}sheet name="${escapeXml(name)}" sheetId="${highest + 1}" state="${state}"`;
      return `<${tag} xmlns:sosach="${relationships}" sosach:id="${id}"/>`;
    });
  }

  async setStyles(styles: Uint8Array): Promise<void> {
    if (this.#map.styles !== undefined) {
      this.parts.set(this.#map.styles, styles);
      return;
    }
    await this.#addPart('styles', 'styles.xml', STYLES_TYPE, styles);
  }

  async setState(name: string, state: string): Promise<void> {
    await this.#rewriteTags(this.#map.workbook, (xml, tag) => {
      return xml.is('sheet') && xml.find('name') === name ? withAttribute(tag, 'state', state) : tag;
    });
  }

  /** Takes the calculation chain out; Excel makes a new one. One that names a cell without a formula is a damaged file to it. */
  async dropCalcChain(): Promise<void> {
    const part = this.#map.calcChain;
    if (part === undefined || !this.#file.find(part)) return;
    await this.dropPart(part);
    await this.#rewriteTags(this.#map.relationships, (xml, tag) => {
      return xml.is('Relationship') && xml.find('Type')?.endsWith('/calcChain') ? '' : tag;
    });
  }

  /** A part that the workbook refers to; answers with the id of the reference. */
  async #addPart(kind: string, name: string, type: string, bytes: Uint8Array): Promise<string> {
    const folder = this.#map.workbook.slice(0, this.#map.workbook.lastIndexOf('/') + 1);
    const id = `rIdSoSach_${kind}`;
    let target = name;
    for (let n = 2; this.#file.find(folder + target); n++) target = name.replace('.', `${n}.`);
    this.parts.set(folder + target, bytes);
    await this.addType(folder + target, type);
    await this.#insertBeforeEnd(this.#map.relationships, 'Relationships', (prefix) => {
      const of = `${this.#map.namespaces.relationships}/${kind}`;
      return `<${prefix}Relationship Id="${id}" Type="${of}" Target="${target}"/>`;
    });
    return id;
  }

  /** A list of names without a name, as only a hand would leave it. */
  async #dropEmptyNames(): Promise<void> {
    const text = new TextDecoder().decode(await this.current(this.#map.workbook));
    const left = text.replace(/<((?:\w+:)?definedNames)\s*>\s*<\/\1\s*>/, '');
    if (left !== text) this.parts.set(this.#map.workbook, new TextEncoder().encode(left));
  }

  /** LibreOffice keeps the types of parts that it drops; a part named twice is a damaged file to Excel. */
  async #dropType(part: string): Promise<void> {
    await this.#rewriteTags(CONTENT_TYPES, (xml, tag) => {
      return xml.is('Override') && xml.find('PartName')?.toLowerCase() === `/${part.toLowerCase()}` ? '' : tag;
    });
  }

  async #rewriteTags(part: string, rewrite: (xml: XmlScanner, tag: string) => string): Promise<void> {
    const bytes = await this.current(part);
    const splices = new Splices(bytes);
    const xml = new XmlScanner(bytes);
    let rewritten = false;
    while (xml.next()) {
      if (xml.closing) continue;
      const tag = new TextDecoder().decode(bytes.subarray(xml.tagStart, xml.tagEnd));
      const changed = rewrite(xml, tag);
      if (changed === tag) continue;
      const start = xml.tagStart;
      if (changed === '') xml.skipElement();
      splices.replace(start, xml.tagEnd, changed);
      rewritten = true;
    }
    if (rewritten) this.parts.set(part, splices.toBytes());
  }

  async #insertBeforeEnd(part: string, element: string, make: (prefix: string) => string): Promise<void> {
    const bytes = await this.current(part);
    const xml = new XmlScanner(bytes);
    while (xml.next()) {
      if (!xml.closing || !xml.is(element)) continue;
      const splices = new Splices(bytes);
      const prefix = new TextDecoder().decode(bytes.subarray(xml.nameStart, xml.localStart));
      splices.insert(xml.tagStart, make(prefix));
      this.parts.set(part, splices.toBytes());
      return;
    }
    throw new SheetError('refused', `no-${element.toLowerCase()}`);
  }
}

function isBehindNames(xml: XmlScanner): boolean {
  if (xml.closing) return xml.depth === 1;
  return xml.depth === 2 && BEHIND_NAMES.some((name) => xml.is(name));
}
