import { columnCount, isEntireColumns, LAST_ROW, type Rect, rectAddress, rowCount, touches } from './address.ts';
import { shownValue, valueType } from './cell-entry.ts';
import { formatsObject } from './format-members.ts';
import { accessDenied, HostFailure, invalidArgument } from './host-failure.ts';
import { HostObject, NULL_OBJECT, typeTable } from './members.ts';
import type { HostSheet } from './sheet.ts';
import { rangeObject } from './sheet-members.ts';

export interface RangeTarget {
  readonly sheet: HostSheet;
  readonly rect: Rect;
  referenceId: string | undefined;
}

/** B6: more cells than this are refused in one read (Excel's documented limit). */
const MAX_CELLS_READ = 5_000_000;

function grid<V>({ sheet, rect }: RangeTarget, read: (sheet: HostSheet, row: number, column: number) => V): V[][] {
  if (rowCount(rect) * columnCount(rect) > MAX_CELLS_READ) {
    throw new HostFailure('InvalidArgument', 'The range holds too many cells to be read at once.');
  }
  const rows: V[][] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    const line: V[] = [];
    for (let column = rect.left; column <= rect.right; column++) line.push(read(sheet, row, column));
    rows.push(line);
  }
  return rows;
}

/** A single value goes into every cell; an array must have the range's own shape; null leaves a cell as it is. */
function eachGiven(target: RangeTarget, given: unknown, write: (row: number, column: number, value: unknown) => void) {
  const { rect } = target;
  const rows = rowCount(rect);
  const columns = columnCount(rect);
  if (!Array.isArray(given)) {
    for (let row = rect.top; row <= rect.bottom; row++) {
      for (let column = rect.left; column <= rect.right; column++) write(row, column, given);
    }
    return;
  }
  const lines = given as unknown[][];
  if (lines.length !== rows || lines.some((line) => !Array.isArray(line) || line.length !== columns)) {
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  lines.forEach((line, down) => {
    line.forEach((value, right) => {
      if (value !== null) write(rect.top + down, rect.left + right, value);
    });
  });
}

/** A protected sheet refuses any cell that nobody unlocked, before the first one is written (B8). */
function refuseLocked({ sheet, rect }: RangeTarget): void {
  if (!sheet.protected) return;
  for (let row = rect.top; row <= Math.min(rect.bottom, LAST_ROW); row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      const unlocked = sheet.findCell(row, column)?.unlocked ?? sheet.columns.get(column)?.unlocked ?? false;
      if (!unlocked) throw accessDenied();
    }
  }
}

function setValues(target: RangeTarget, given: unknown): void {
  refuseLocked(target);
  eachGiven(target, given, (row, column, value) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw invalidArgument('A cell takes text, a number or a truth value.');
    }
    target.sheet.enter(row, column, value);
  });
  target.sheet.workbook.tell({
    sheetId: target.sheet.id,
    changeType: 'RangeEdited',
    rect: target.rect,
    source: 'Local',
    triggerSource: 'ThisLocalAddin',
  });
}

function setNumberFormat(target: RangeTarget, given: unknown): void {
  const { sheet, rect } = target;
  if (sheet.protected) throw accessDenied();
  if (isEntireColumns(rect) && !Array.isArray(given)) {
    for (let column = rect.left; column <= rect.right; column++) {
      sheet.column(column).format = String(given);
      for (const row of sheet.rows) delete row?.cells[column]?.format;
    }
    return;
  }
  eachGiven(target, given, (row, column, value) => {
    sheet.cell(row, column).format = String(value);
  });
}

const within = (target: RangeTarget, rect: Rect) => rangeObject(target.sheet, rect);

export const rangeMembers = typeTable<RangeTarget>({
  identify: (target) => (target.referenceId === undefined ? {} : { _ReferenceId: target.referenceId }),
  members: {
    Values: { get: (target) => grid(target, (s, r, c) => shownValue(s.findCell(r, c)?.value ?? null)), set: setValues },
    Formulas: {
      get: (target) =>
        grid(target, (s, r, c) => s.findCell(r, c)?.formula ?? shownValue(s.findCell(r, c)?.value ?? null)),
      set: setValues,
    },
    ValueTypes: { get: (target) => grid(target, (s, r, c) => valueType(s.findCell(r, c)?.value ?? null)) },
    NumberFormat: { get: (target) => grid(target, (s, r, c) => s.format(r, c)), set: setNumberFormat },
    Address: { get: ({ sheet, rect }) => `${quoted(sheet.name)}!${rectAddress(rect)}` },
    RowIndex: { get: ({ rect }) => rect.top },
    ColumnIndex: { get: ({ rect }) => rect.left },
    RowCount: { get: ({ rect }) => rowCount(rect) },
    ColumnCount: { get: ({ rect }) => columnCount(rect) },
    CellCount: { get: ({ rect }) => rowCount(rect) * columnCount(rect) },
    ColumnHidden: {
      since: '1.2',
      get: ({ sheet, rect }) => {
        const hidden = new Set<boolean>();
        for (let c = rect.left; c <= rect.right; c++) hidden.add(sheet.columns.get(c)?.hidden === true);
        return hidden.size === 1 ? [...hidden][0] : null;
      },
      set: ({ sheet, rect }, value) => {
        if (sheet.protected) throw accessDenied();
        for (let c = rect.left; c <= rect.right; c++) sheet.column(c).hidden = value === true;
      },
    },
    Format: { navigate: (target) => new HostObject('RangeFormat', target) },
    Worksheet: { navigate: ({ sheet }) => new HostObject('Worksheet', sheet) },
    ConditionalFormats: { since: '1.6', navigate: formatsObject },
    Select: {
      call: ({ sheet, rect }) => {
        sheet.workbook.activate(sheet);
        sheet.workbook.selection = rectAddress(rect);
        return null;
      },
    },
    GetCell: {
      call: (target, [row, column]) => {
        const top = target.rect.top + Number(row);
        const left = target.rect.left + Number(column);
        return within(target, { top, left, bottom: top, right: left });
      },
    },
    GetRow: {
      call: (target, [row]) => {
        const top = target.rect.top + Number(row);
        return within(target, { ...target.rect, top, bottom: top });
      },
    },
    GetBoundingRect: {
      call: (target, [other]) => {
        const second = (other as HostObject<RangeTarget>).target.rect;
        const first = target.rect;
        return within(target, {
          top: Math.min(first.top, second.top),
          left: Math.min(first.left, second.left),
          bottom: Math.max(first.bottom, second.bottom),
          right: Math.max(first.right, second.right),
        });
      },
    },
    GetUsedRangeOrNullObject: {
      since: '1.4',
      call: (target, [valuesOnly]) => {
        const used = target.sheet.findUsed(valuesOnly === true, target.rect);
        return used ? within(target, used) : NULL_OBJECT;
      },
    },
    GetMergedAreasOrNullObject: {
      since: '1.13',
      call: (target) => {
        const areas = target.sheet.merged.filter((area) => touches(area, target.rect));
        return areas.length > 0 ? new HostObject('RangeAreas', { ...target, areas }) : NULL_OBJECT;
      },
    },
    _ValidateArraySize: {
      call: (target, [rows, columns]) => {
        if (Number(rows) !== rowCount(target.rect) || Number(columns) !== columnCount(target.rect)) {
          throw invalidArgument("The input array doesn't match the size or dimensions of the range.");
        }
        return null;
      },
    },
    _KeepReference: {
      call: (target) => {
        target.referenceId ??= target.sheet.workbook.keep(target.sheet, target.rect);
        return null;
      },
    },
  },
});

interface AreasTarget extends RangeTarget {
  readonly areas: readonly Rect[];
}

export const rangeAreasMembers = typeTable<AreasTarget>({
  identify: (target) => (target.referenceId === undefined ? {} : { _ReferenceId: target.referenceId }),
  members: {
    Worksheet: { since: '1.9', navigate: ({ sheet }) => new HostObject('Worksheet', sheet) },
    Areas: { since: '1.9', navigate: (target) => new HostObject('RangeCollection', target) },
    _KeepReference: {
      call: (target) => {
        target.referenceId ??= target.sheet.workbook.keep(target.sheet, target.rect);
        return null;
      },
    },
  },
});

export const rangeCollectionMembers = typeTable<AreasTarget>({
  items: ({ sheet, areas }) => areas.map((rect) => rangeObject(sheet, rect)),
  members: {},
});

export const rangeFormatMembers = typeTable<RangeTarget>({
  members: {
    Fill: { navigate: (target) => new HostObject('RangeFill', target) },
    /** In points; the file's width is in characters, so only equality is kept here. */
    ColumnWidth: {
      get: ({ sheet, rect }) => sheet.columns.get(rect.left)?.width ?? 64,
      set: ({ sheet, rect }, value) => {
        for (let c = rect.left; c <= rect.right; c++) sheet.column(c).width = Number(value);
      },
    },
  },
});

export const rangeFillMembers = typeTable<RangeTarget>({
  members: {
    Color: {
      get: ({ sheet, rect }) => sheet.findCell(rect.top, rect.left)?.fill ?? '#FFFFFF',
      set: (target, value) => {
        if (target.sheet.protected) throw accessDenied();
        eachGiven(target, String(value), (row, column, color) => {
          target.sheet.cell(row, column).fill = String(color);
        });
      },
    },
    Clear: {
      call: (target) => {
        eachGiven(target, '', (row, column) => {
          delete target.sheet.cell(row, column).fill;
        });
        return null;
      },
    },
  },
});

function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
