import { findRect, type Rect } from './address.ts';
import { accessDenied, invalidArgument, itemNotFound } from './host-failure.ts';
import { HostObject, NULL_OBJECT, typeTable } from './members.ts';
import type { RangeTarget } from './range-members.ts';
import type { HostSheet } from './sheet.ts';
import type { HostWorkbook, Visibility } from './workbook.ts';

export const rangeObject = (sheet: HostSheet, rect: Rect) =>
  new HostObject<RangeTarget>('Range', { sheet, rect, referenceId: undefined });
const sheetObject = (sheet: HostSheet) => new HostObject('Worksheet', sheet);

const VISIBILITIES: readonly string[] = ['Visible', 'Hidden', 'VeryHidden'];

function rangeOf(sheet: HostSheet, address: unknown): HostObject {
  if (address === undefined || address === null) {
    return rangeObject(sheet, { top: 0, left: 0, bottom: 1_048_575, right: 16_383 });
  }
  const rect = findRect(String(address));
  if (!rect) throw invalidArgument('The argument is invalid or missing or has an incorrect format.');
  return rangeObject(sheet, rect);
}

function usedRange(sheet: HostSheet, valuesOnly: unknown): HostObject | undefined {
  const rect = sheet.findUsed(valuesOnly === true);
  return rect ? rangeObject(sheet, rect) : undefined;
}

export const workbookMembers = typeTable<HostWorkbook>({
  members: {
    Worksheets: { navigate: (workbook) => new HostObject('WorksheetCollection', workbook) },
    Application: { navigate: (workbook) => new HostObject('Application', workbook) },
    _Runtime: { since: '1.5', navigate: (workbook) => new HostObject('Runtime', workbook) },
    GetSelectedRange: {
      call: (workbook) => rangeOf(workbook.activeSheet, workbook.selection),
    },
    GetSelectedRanges: {
      since: '1.9',
      call: (workbook) => {
        const areas = workbook.selection.split(',').flatMap((address) => findRect(address) ?? []);
        const [rect] = areas;
        return new HostObject('RangeAreas', { sheet: workbook.activeSheet, rect, referenceId: undefined, areas });
      },
    },
    _RemoveReference: {
      call: (workbook, [id]) => {
        workbook.references.delete(String(id));
        return null;
      },
    },
    _GetRangeForEventByReferenceId: {
      call: (workbook, [id]) => {
        const reference = workbook.references.get(String(id));
        if (!reference?.rect) throw itemNotFound();
        return rangeObject(reference.sheet, reference.rect);
      },
    },
  },
});

export const runtimeMembers = typeTable<HostWorkbook>({
  members: {
    EnableEvents: {
      since: '1.8',
      get: (_workbook, host) => host.eventsEnabled,
      set: (_workbook, value, host) => {
        host.eventsEnabled = value === true;
      },
    },
  },
});

export const applicationMembers = typeTable<HostWorkbook>({
  members: {
    SuspendApiCalculationUntilNextSync: { since: '1.6', call: () => null },
    SuspendScreenUpdatingUntilNextSync: { since: '1.9', call: () => null },
  },
});

export const worksheetCollectionMembers = typeTable<HostWorkbook>({
  items: (workbook) => workbook.sheets.map(sheetObject),
  item: (workbook, key) => {
    const sheet = workbook.findSheet(String(key));
    if (!sheet) throw itemNotFound();
    return sheetObject(sheet);
  },
  members: {
    GetActiveWorksheet: { call: (workbook) => sheetObject(workbook.activeSheet) },
    GetItemOrNullObject: {
      since: '1.4',
      call: (workbook, [key]) => {
        const sheet = workbook.findSheet(String(key));
        return sheet ? sheetObject(sheet) : NULL_OBJECT;
      },
    },
    GetItem: {
      call: (workbook, [key]) => {
        const sheet = workbook.findSheet(String(key));
        if (!sheet) throw itemNotFound();
        return sheetObject(sheet);
      },
    },
    Add: {
      call: (workbook, [name]) => {
        const wanted = name === null || name === undefined ? `Sheet${workbook.sheets.length + 1}` : String(name);
        if (workbook.findSheet(wanted)) throw invalidArgument('A sheet with that name already exists.');
        return sheetObject(workbook.addSheet(wanted));
      },
    },
    _RegisterActivatedEvent: { since: '1.7', call: (_workbook, _args, host) => host.register(11, 'Workbook') },
    _UnregisterActivatedEvent: { since: '1.7', call: (_workbook, _args, host) => host.unregister(11, 'Workbook') },
    _RegisterDataChangedEvent: { since: '1.9', call: (_workbook, _args, host) => host.register(10, 'Workbook') },
    _UnregisterDataChangedEvent: { since: '1.9', call: (_workbook, _args, host) => host.unregister(10, 'Workbook') },
  },
});

export const worksheetMembers = typeTable<HostSheet>({
  identify: (sheet) => ({ Id: sheet.id }),
  members: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value) => {
        sheet.name = String(value);
      },
    },
    Visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, value) => {
        if (!VISIBILITIES.includes(String(value))) throw invalidArgument('Unknown visibility.');
        sheet.visibility = String(value) as Visibility;
      },
    },
    Protection: { since: '1.2', navigate: (sheet) => new HostObject('WorksheetProtection', sheet) },
    Activate: {
      call: (sheet) => {
        if (sheet.visibility !== 'Visible') throw accessDenied();
        sheet.workbook.activate(sheet);
        return null;
      },
    },
    GetRange: { call: (sheet, [address]) => rangeOf(sheet, address) },
    GetRangeByIndexes: {
      since: '1.7',
      call: (sheet, args) => {
        const [top, left, rows, columns] = args.map(Number) as [number, number, number, number];
        if (top < 0 || left < 0 || rows < 1 || columns < 1) throw invalidArgument('Rows and columns start at 0.');
        return rangeObject(sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
      },
    },
    GetUsedRange: {
      call: (sheet, [valuesOnly]) => usedRange(sheet, valuesOnly) ?? rangeOf(sheet, 'A1'),
    },
    GetUsedRangeOrNullObject: {
      since: '1.4',
      call: (sheet, [valuesOnly]) => usedRange(sheet, valuesOnly) ?? NULL_OBJECT,
    },
    _RegisterDataChangedEvent: { since: '1.7', call: (sheet, _args, host) => host.register(10, sheet.id) },
    _UnregisterDataChangedEvent: { since: '1.7', call: (sheet, _args, host) => host.unregister(10, sheet.id) },
  },
});

export const protectionMembers = typeTable<HostSheet>({
  members: {
    Protected: { since: '1.2', get: (sheet) => sheet.protected },
  },
});

export const internalServiceMembers = typeTable<null>({
  members: { NotifyActionHandlerReady: { call: () => null } },
});
