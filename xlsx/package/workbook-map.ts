import { SheetError } from '../../desk/sheet-error.ts';
import { type Namespaces, STRICT, TRANSITIONAL } from './namespaces.ts';
import type { WorkbookPackage } from './workbook-package.ts';
import { XmlScanner } from './xml-scanner.ts';

/** One sheet as `workbook.xml` names it. */
export interface SheetPart {
  readonly name: string;
  readonly state: string;
  /** Undefined for a chart or dialogue sheet, which holds no cells. */
  readonly part: string | undefined;
}

/** Where the parts of a workbook are. Part names as in the package's directory, without `/` in front. */
export interface WorkbookMap {
  readonly workbook: string;
  readonly relationships: string;
  readonly sheets: readonly SheetPart[];
  readonly styles: string | undefined;
  readonly sharedStrings: string | undefined;
  readonly calcChain: string | undefined;
  /** It counts days from 1904. */
  readonly date1904: boolean;
  readonly activeTab: number;
  /** What is added to it must speak of itself in the same names. */
  readonly namespaces: Namespaces;
}

/** No package has more parts than this. */
const MOST_SHEETS = 2000;

interface Relationship {
  readonly type: string;
  readonly part: string;
}

/**
 * Follows the relationships from the package's root to the sheets (ECMA-376 part 2, 6.5; strict and transitional types alike).
 * @throws SheetError `unreadable`: not-a-workbook, or damaged when a sheet that is named is not there
 */
export async function readWorkbookMap(file: WorkbookPackage): Promise<WorkbookMap> {
  const root = await readRelationships(file, '');
  const workbook = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml';
  const entry = file.find(workbook);
  if (!entry || !workbook.toLowerCase().endsWith('.xml')) throw new SheetError('unreadable', 'not-a-workbook');
  const related = await readRelationships(file, workbook);
  const byType = (suffix: string) => {
    const part = [...related.values()].find(({ type }) => type.endsWith(`/${suffix}`))?.part;
    // Without the styles it names, a workbook's days would read as numbers.
    if (part !== undefined && !file.find(part)) throw new SheetError('unreadable', 'damaged');
    return part;
  };
  const sheets: SheetPart[] = [];
  let date1904 = false;
  let strict = false;
  let activeTab: number | undefined;
  const xml = new XmlScanner(await file.xml(entry));
  while (xml.next()) {
    if (xml.closing) continue;
    if (xml.is('workbook')) strict = [...xml.all().values()].includes(STRICT.main);
    else if (xml.is('workbookPr')) date1904 = isTrue(xml.find('date1904'));
    else if (xml.is('workbookView')) activeTab ??= Number(xml.find('activeTab') ?? 0);
    else if (xml.is('sheet')) sheets.push(sheetPart(file, xml.all(), related));
    if (sheets.length > MOST_SHEETS) throw new SheetError('unreadable', 'too-large');
  }
  // A part read once for each of a million names would never end; sheets of one name would be taken for each other.
  const parts = sheets.flatMap(({ part }) => part ?? []);
  const doubled = [parts, sheets.map(({ name }) => name)].some((names) => {
    return new Set(names.map((name) => name.toLowerCase())).size < names.length;
  });
  if (doubled) throw new SheetError('unreadable', 'damaged');
  if (sheets.length === 0) throw new SheetError('unreadable', 'not-a-workbook');
  return {
    workbook,
    relationships: relationshipsOf(workbook),
    sheets,
    styles: byType('styles'),
    sharedStrings: byType('sharedStrings'),
    calcChain: byType('calcChain'),
    date1904,
    activeTab: activeTab ?? 0,
    namespaces: strict ? STRICT : TRANSITIONAL,
  };
}

function sheetPart(
  file: WorkbookPackage,
  attributes: ReadonlyMap<string, string>,
  related: ReadonlyMap<string, Relationship>,
): SheetPart {
  const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? '';
  const target = related.get(id);
  // A sheet passed over would be a list that nobody checks.
  if (!target || !file.find(target.part)) throw new SheetError('unreadable', 'damaged');
  return {
    name: attributes.get('name') ?? '',
    state: attributes.get('state') ?? 'visible',
    part: target.type.endsWith('/worksheet') ? target.part : undefined,
  };
}

async function readRelationships(file: WorkbookPackage, part: string): Promise<ReadonlyMap<string, Relationship>> {
  const found = new Map<string, Relationship>();
  const entry = file.find(relationshipsOf(part));
  if (!entry) return found;
  const xml = new XmlScanner(await file.xml(entry));
  while (xml.next()) {
    if (xml.closing || !xml.is('Relationship') || xml.find('TargetMode') === 'External') continue;
    const target = xml.find('Target') ?? '';
    found.set(xml.find('Id') ?? '', { type: xml.find('Type') ?? '', part: resolve(part, target) });
  }
  return found;
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
