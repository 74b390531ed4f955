import type { CellValue } from '../../rules/cell.ts';
import type { FieldId } from '../../rules/field.ts';
import type { RawRow } from '../../rules/record.ts';
import { type ColumnId, type LayoutColumn, RESULT_COLUMNS, type ResultColumn } from '../../templates/layout.ts';
import { unitLine } from '../../templates/unit-line.ts';
import { encodeIdentity, IDENTITY_KEYS, type WorkbookIdentity } from '../../templates/workbook-identity.ts';
import { type MasterOptions, masterColumns, UNBROKEN, writeMaster } from '../master/master-workbook.ts';
import { schoolYearOf, templateHeaderRow } from '../master/title-block.ts';
import { changePackage } from '../package/change-package.ts';
import type { Codec } from '../package/codec.ts';
import { escapeCellText, escapeXml } from '../package/escape-xml.ts';
import { PackageWriter } from '../package/package-writer.ts';
import { recordEnds } from '../package/record-ends.ts';
import { addTaskPane } from '../package/task-pane.ts';
import { WorkbookChanges } from '../package/workbook-changes.ts';
import { readWorkbookMap } from '../package/workbook-map.ts';
import { WorkbookPackage } from '../package/workbook-package.ts';
import { cutMaster, DATA_SHEET } from './cut-master.ts';
import { type PressColumn, rowXml } from './row-xml.ts';
import { hasSlot, Stencil } from './stencil.ts';

/** A row that the workbook comes with. */
export interface TemplateRow {
  readonly rowId: string;
  readonly values: RawRow;
  /** What the last verdict said. */
  readonly results?: Readonly<Record<ResultColumn, string>>;
  /** As `encodeMarks` writes it. */
  readonly marks?: string;
}

/** A campaign as its workbooks tell of it. */
export interface CampaignWords {
  readonly name: string;
  /** First calendar year of the school year. */
  readonly schoolYear: number;
  readonly circular: string;
  readonly instructions: string;
  /** A line a part, e.g. `Học sinh: trước 14h00 ngày 24/10/2022`. */
  readonly deadlines: readonly string[];
}

/** What differs from one workbook of a press to the next. */
export interface PrintOptions {
  readonly identity: WorkbookIdentity;
  /** The body above the unit, on the first line, e.g. `UBND XÃ TÂN THỬ`. */
  readonly unitHeading?: string;
  /** Names of the school's classes, for their dropdown. */
  readonly classes?: readonly string[];
  /** What the guide says of the campaign. */
  readonly campaign?: CampaignWords;
  /** Rows that are known already, with the ids they keep. */
  readonly rows?: readonly TemplateRow[];
}

const CLASS_COLUMN: PressColumn = { style: '0', width: 0, wraps: false, integer: false };

/**
 * Prints workbooks of one template: a master is written once (by exceljs), and of every workbook only what differs is made anew.
 * Everything else is copied as the deflated bytes it is: thousands of workbooks a second.
 */
export class WorkbookPress {
  readonly #master: WorkbookPackage;
  readonly #ends: ReturnType<typeof recordEnds>;
  readonly #stencils: ReadonlyMap<string, Stencil>;
  readonly #columns: readonly LayoutColumn[];
  readonly #pressColumns: readonly PressColumn[];
  readonly #capacity: number;
  /** 1-based. */
  readonly #headerRow: number;

  private constructor(master: WorkbookPackage, cut: ReadonlyMap<string, string>, options: MasterOptions) {
    this.#master = master;
    this.#ends = recordEnds(master.directory);
    this.#columns = masterColumns(options);
    this.#pressColumns = pressColumns(this.#columns, cut.get(DATA_SHEET) ?? '');
    this.#headerRow = templateHeaderRow(options.layout);
    this.#stencils = new Map([...cut].map(([name, xml]) => [name, new Stencil(xml)]));
    this.#capacity = options.capacity;
  }

  static async make(options: MasterOptions, codec?: Codec): Promise<WorkbookPress> {
    const master = new WorkbookPackage(await withTaskPane(await writeMaster(options), codec), codec);
    const parts = new Map<string, string>();
    for (const entry of master.directory.entries) {
      if (entry.name.endsWith('.xml')) parts.set(entry.name, new TextDecoder().decode(await master.xml(entry)));
    }
    const cut = cutMaster(parts);
    const fixed = [...cut]
      .filter(([, xml]) => !hasSlot(xml))
      .map(([name, xml]) => [name, new TextEncoder().encode(xml)] as const);
    const copied = new WorkbookPackage(await changePackage(master, new Map(fixed)), codec);
    return new WorkbookPress(copied, new Map([...cut].filter(([, xml]) => hasSlot(xml))), options);
  }

  /** Throws a RangeError for more rows than the master has dropdowns and mark formats for. */
  print(options: PrintOptions): Uint8Array {
    const { rows = [] } = options;
    if (rows.length > this.#capacity) throw new RangeError(`${rows.length} rows in a master for ${this.#capacity}`);
    const values = this.#values(options);
    const writer = new PackageWriter(this.#master.codec);
    for (const entry of this.#master.directory.entries) {
      const stencil = this.#stencils.get(entry.name);
      if (stencil) writer.addDeflated(entry.name, stencil.fill(values));
      else writer.copy(this.#master, entry, this.#ends.get(entry) ?? this.#master.directory.at);
    }
    return writer.finish();
  }

  #values({
    identity,
    unitHeading = '',
    rows = [],
    classes = [],
    campaign,
  }: PrintOptions): Readonly<Record<string, string>> {
    const unit = identity.unitName || identity.unit;
    const heading = unitHeading === '' || unitHeading === unit ? '' : unitHeading;
    const year = campaign?.schoolYear ?? schoolYearOf(identity.issuedAt);
    const identityRows = new Map(encodeIdentity(identity));
    return {
      ...Object.fromEntries(IDENTITY_KEYS.map((key) => [key, escapeCellText(identityRows.get(key) ?? '')])),
      heading: escapeCellText(heading.toLocaleUpperCase('vi')),
      unitTitle: escapeCellText(unit.toLocaleUpperCase('vi')),
      yearLine: escapeCellText(unitLine(`${year}–${year + 1}`, identity.unit)),
      // `&` begins a code in footers; doubled it is itself.
      footer: escapeXml(unit.replaceAll('&', '&&')),
      classes: classes.map((name, at) => rowXml([CLASS_COLUMN], at + 1, [name])).join(''),
      campaignName: escapeCellText(campaign?.name ?? ''),
      circular: escapeCellText(campaign?.circular ?? ''),
      instructions: escapeCellText(campaign?.instructions ? `Lời dặn của đợt: ${campaign.instructions}` : ''),
      deadlines: escapeCellText((campaign?.deadlines ?? []).map((line) => `Hạn: ${line}`).join('\n')),
      issuedAt: escapeXml(identity.issuedAt),
      lastRow: String(this.#headerRow + rows.length),
      rows: rows.map((row, down) => this.#row(row, down)).join(''),
    };
  }

  #row(row: TemplateRow, down: number): string {
    const cells = this.#columns.map((column) => cellOf(column.id, row));
    return rowXml(this.#pressColumns, this.#headerRow + 1 + down, [...cells, row.rowId, row.marks ?? '']);
  }
}

/** What exceljs cannot write. */
async function withTaskPane(bytes: Uint8Array, codec?: Codec): Promise<Uint8Array> {
  const file = new WorkbookPackage(bytes, codec);
  const changes = new WorkbookChanges(file, await readWorkbookMap(file));
  await addTaskPane(changes);
  return changePackage(file, changes.parts);
}

function cellOf(id: ColumnId, { values, results }: TemplateRow): CellValue {
  if ((RESULT_COLUMNS as readonly ColumnId[]).includes(id)) return results?.[id as ResultColumn] ?? null;
  return values[id as FieldId] ?? null;
}

/** The formats that stand on the master's columns, the two hidden ones included. */
function pressColumns(columns: readonly LayoutColumn[], sheet: string): readonly PressColumn[] {
  const styles = new Map<number, string>();
  for (const [, min, max, style] of sheet.matchAll(/<col min="(\d+)" max="(\d+)"[^>]* style="(\d+)"/g)) {
    for (let column = Number(min); column <= Number(max); column++) styles.set(column - 1, style as string);
  }
  const hidden = { width: 0, wraps: false, integer: false };
  const shown = columns.map(({ id, width, format }) => ({
    width,
    wraps: !UNBROKEN.includes(id),
    integer: format === 'integer',
  }));
  return [...shown, hidden, hidden].map((column, index) => ({ ...column, style: styles.get(index) ?? '0' }));
}
