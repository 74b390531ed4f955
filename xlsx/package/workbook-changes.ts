import { SheetError } from '../../desk/sheet-error.ts';
import { withAttribute } from '../sheet-xml/hide-columns.ts';
import { escapeXml } from './escape-xml.ts';
import { Splices } from './splices.ts';
import { relationshipsOf, type WorkbookMap } from './workbook-map.ts';
import type { WorkbookPackage } from './workbook-package.ts';
import { XmlScanner } from './xml-scanner.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of one package that changed, gathered until it is written. Parts that list others are kept in step. */
export class WorkbookChanges {
  readonly parts = new Map<string, Uint8Array | null>();
  readonly #file: WorkbookPackage;
  readonly #map: WorkbookMap;

  constructor(file: WorkbookPackage, map: WorkbookMap) {
    this.#file = file;
    this.#map = map;
  }

  /** A part as it is now. */
  async current(name: string): Promise<Uint8Array> {
    return this.parts.get(name) ?? this.#file.getXml(name);
  }

  /** Names a part's type. */
  async addType(part: string, type: string): Promise<void> {
    await this.#insertBeforeEnd(CONTENT_TYPES, 'Types', (prefix) => {
      return `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`;
    });
  }

  /** A sheet behind all others, which no formula and no name knows. */
  async addSheet(name: string, state: string, sheet: string): Promise<void> {
    const folder = this.#map.workbook.slice(0, this.#map.workbook.lastIndexOf('/') + 1);
    const id = `rIdSoSach${this.#file.directory.entries.length}`;
    let target = 'worksheets/sosach.xml';
    for (let n = 2; this.#file.find(folder + target); n++) target = `worksheets/sosach${n}.xml`;
    this.parts.set(folder + target, new TextEncoder().encode(sheet));
    await this.addType(folder + target, WORKSHEET_TYPE);
    await this.#insertBeforeEnd(relationshipsOf(this.#map.workbook), 'Relationships', (prefix) => {
      return `<${prefix}Relationship Id="${id}" Type="${RELATIONS}/worksheet" Target="${target}"/>`;
    });
    let highest = 0;
    const xml = new XmlScanner(await this.current(this.#map.workbook));
    while (xml.next()) if (xml.is('sheet') && !xml.closing) highest = Math.max(highest, Number(xml.find('sheetId')));
    await this.#insertBeforeEnd(this.#map.workbook, 'sheets', (prefix) => {
      const tag = `${prefix}sheet name="${escapeXml(name)}" sheetId="${highest + 1}" state="${state}"`;
      return `<${tag} xmlns:sosach="${RELATIONS}" sosach:id="${id}"/>`;
    });
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
    this.parts.set(part, null);
    await this.#rewriteTags(CONTENT_TYPES, (xml, tag) => {
      return xml.is('Override') && xml.find('PartName')?.toLowerCase() === `/${part.toLowerCase()}` ? '' : tag;
    });
    await this.#rewriteTags(relationshipsOf(this.#map.workbook), (xml, tag) => {
      return xml.is('Relationship') && xml.find('Type')?.endsWith('/calcChain') ? '' : tag;
    });
  }

  async #rewriteTags(part: string, rewrite: (xml: XmlScanner, tag: string) => string): Promise<void> {
    const bytes = await this.current(part);
    const splices = new Splices(bytes);
    const xml = new XmlScanner(bytes);
    while (xml.next()) {
      if (xml.closing) continue;
      const tag = new TextDecoder().decode(bytes.subarray(xml.tagStart, xml.tagEnd));
      const changed = rewrite(xml, tag);
      if (changed === tag) continue;
      const start = xml.tagStart;
      if (changed === '') xml.skipElement();
      splices.replace(start, xml.tagEnd, changed);
    }
    this.parts.set(part, splices.toBytes());
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
