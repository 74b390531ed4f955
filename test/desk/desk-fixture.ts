import { verifySignature } from '../../cli/read-signing-key.ts';
import { Desk } from '../../desk/desk.ts';
import type { MemorySheet, MemorySheetData } from '../../desk/memory-sheet.ts';
import { MemorySheetPort } from '../../desk/memory-sheet-port.ts';
import { MemoryWorkbook, type MemoryWorkbookData } from '../../desk/memory-workbook.ts';
import type { SheetPort } from '../../desk/sheet-port.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import type { CellValue } from '../../rules/cell.ts';
import { getPlaceText } from '../../rules/codes/all-places.ts';
import type { FieldId } from '../../rules/field.ts';
import type { RawRow } from '../../rules/record.ts';
import { type ColumnId, type Layout, RESULT_COLUMNS } from '../../templates/layout.ts';
import { getLayout } from '../../templates/layouts.ts';
import type { WorkbookIdentity } from '../../templates/workbook-identity.ts';
import { idMinter } from './contract-sheet.ts';
import { ScriptedServer } from './scripted-server.ts';

export const LAYOUT: Layout = getLayout('student');
const FIELDS = LAYOUT.columns.filter(
  (column) => column.presence !== 'optional' && !(RESULT_COLUMNS as readonly ColumnId[]).includes(column.id),
);
const TITLE_ROWS = 2;
export const FIRST_ROW = TITLE_ROWS + 2;

export const IDENTITY: WorkbookIdentity = {
  template: 'student',
  version: 1,
  unit: '01-TH-000',
  unitName: 'Trường Tiểu học Thử Nghiệm',
  campaign: 'thu-2026',
  workbookId: 'wb-desk',
  issuedAt: '2026-11-22T00:00:00Z',
};

/** An invented pupil without any fault; `index` makes her or him one of their own. */
export function pupil(index: number, part: RawRow = {}): RawRow {
  const two = String(index % 100).padStart(2, '0');
  return {
    ordinal: index + 1,
    className: '5A',
    ministryId: `01000000${two}`,
    fullName: `Nguyễn Thị ${GIVEN[index % GIVEN.length]} ${GIVEN[Math.floor(index / GIVEN.length) % GIVEN.length]}`,
    birthDate: `${String((index % 28) + 1).padStart(2, '0')}/03/2016`,
    sex: 'Nữ',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    citizenId: `0013160001${two}`,
    province: 'Thành phố Hà Nội',
    ward: 'Phường Hà Đông',
    studentStatus: 'Đang học',
    note: 'ghi chú riêng',
    ...part,
  };
}

const GIVEN = ['An', 'Bình', 'Châu', 'Dung', 'Giang', 'Hà', 'Lan', 'Mai', 'Ngân', 'Oanh'];

export interface DeskFixture {
  readonly desk: Desk;
  readonly workbook: MemoryWorkbook;
  readonly sheet: MemorySheet;
  readonly server: ScriptedServer;
  readonly client: SyncClient;
  /** Calls of each port method so far. */
  readonly calls: Record<string, number>;
  readonly delays: number[];
  /** 0-based column of a field or result; it must have one. */
  column(id: ColumnId): number;
  read(row: number, id: ColumnId): CellValue;
  type(row: number, id: ColumnId, value: CellValue): void;
  /** Selects cells of these rows, as a person does. */
  selectRows(firstRow: number, lastRow: number): void;
  /** Lets so many milliseconds go by. */
  wait(milliseconds: number): void;
  /** Saves, closes, opens with a new desk (and nobody signed in). */
  reopen(): DeskFixture;
}

export function deskFixture(
  rows: readonly RawRow[],
  identity: WorkbookIdentity | null = IDENTITY,
  moreSheets: readonly MemorySheetData[] = [],
  pause: () => Promise<void> = async () => {},
): DeskFixture {
  const line = (row: RawRow) => FIELDS.map(({ id }) => row[id as FieldId] ?? null);
  const cells = [
    ...Array.from({ length: TITLE_ROWS }, (_, index) => [`Dòng tựa ${index + 1}`]),
    FIELDS.map((column) => column.header),
    ...rows.map(line),
  ];
  const sheets = [{ name: 'Học sinh', cells }, ...moreSheets];
  return fixtureOf({ sheets, identity, journal: [] }, { server: new ScriptedServer(), mintId: idMinter(), pause });
}

interface Surroundings {
  readonly server: ScriptedServer;
  readonly mintId: () => string;
  readonly pause: () => Promise<void>;
}

function fixtureOf(data: MemoryWorkbookData, surroundings: Surroundings): DeskFixture {
  const { server, mintId, pause } = surroundings;
  const workbook = new MemoryWorkbook(data);
  const sheet = workbook.activeSheet;
  const calls: Record<string, number> = {};
  const client = new SyncClient(server);
  let selection: { firstRow: number; lastRow: number } | undefined;
  const delays: number[] = [];
  let now = Date.parse('2026-11-22T08:00:00Z');
  const desk = new Desk({
    port: countingPort(new MemorySheetPort(workbook, { findSelection: async () => selection }), calls),
    client,
    clock: () => ({
      iso: new Date(now).toISOString().replace('.000Z', 'Z'),
      today: { year: 2026, month: 11, day: 22 },
    }),
    mintId,
    delay: async (milliseconds) => void delays.push(milliseconds),
    pause,
    loadPlaces: async (code) => getPlaceText(code),
    verify: verifySignature,
  });
  const column = (id: ColumnId) => {
    const header = LAYOUT.columns.find((candidate) => candidate.id === id)?.header ?? null;
    const found = sheet.readRow(TITLE_ROWS + 1).indexOf(header);
    if (found < 0) throw new Error(`the sheet has no column ${id}`);
    return found;
  };
  return {
    desk,
    workbook,
    sheet,
    server,
    client,
    calls,
    delays,
    column,
    read: (row, id) => sheet.read(row, column(id)),
    type: (row, id, value) => sheet.editCell(row, column(id), value),
    selectRows(firstRow, lastRow) {
      selection = { firstRow, lastRow };
    },
    wait: (milliseconds) => {
      now += milliseconds;
    },
    reopen: () => fixtureOf(structuredClone(workbook.toData()), surroundings),
  };
}

/** The same port, counting. */
function countingPort(port: SheetPort, calls: Record<string, number>): SheetPort {
  return new Proxy(port, {
    get(target, name: keyof SheetPort) {
      return (...args: never[]) => {
        calls[name] = (calls[name] ?? 0) + 1;
        return (target[name] as (...args: never[]) => unknown).apply(target, args);
      };
    },
  });
}
