import type { Rect } from './address.ts';
import { touches } from './address.ts';
import { accessDenied, invalidArgument, itemNotFound } from './host-failure.ts';
import { HostObject, typeTable } from './members.ts';
import type { HostConditionalFormat, HostSheet } from './sheet.ts';

interface FormatsTarget {
  readonly sheet: HostSheet;
  readonly rect: Rect;
}

export interface FormatTarget {
  readonly sheet: HostSheet;
  readonly format: HostConditionalFormat;
}

export const formatsObject = ({ sheet, rect }: FormatsTarget) =>
  new HostObject<FormatsTarget>('ConditionalFormatCollection', { sheet, rect });

const formatObject = (sheet: HostSheet, format: HostConditionalFormat) =>
  new HostObject<FormatTarget>('ConditionalFormat', { sheet, format });

export const conditionalFormatCollectionMembers = typeTable<FormatsTarget>({
  items: ({ sheet, rect }) =>
    sheet.conditionalFormats
      .filter((format) => format.rects.some((one) => touches(one, rect)))
      .map((format) => formatObject(sheet, format)),
  item: ({ sheet }, key) => {
    const format = sheet.conditionalFormats.find((one) => one.id === key);
    if (!format) throw itemNotFound();
    return formatObject(sheet, format);
  },
  members: {
    Add: {
      call: ({ sheet, rect }, [type]) => {
        if (sheet.protected) throw accessDenied();
        if (type !== 'Custom') throw invalidArgument(`Conditional format type ${String(type)} is not emulated.`);
        const id = sheet.workbook.newId('format');
        const format = { id, rects: [rect], type: 'Custom', formula: '', priority: 0 };
        // B9: a new format comes first.
        for (const other of sheet.conditionalFormats) other.priority++;
        sheet.conditionalFormats.unshift(format);
        return formatObject(sheet, format);
      },
    },
  },
});

export const conditionalFormatMembers = typeTable<FormatTarget>({
  identify: ({ format }) => ({ Id: format.id }),
  members: {
    Id: { get: ({ format }) => format.id },
    Type: { get: ({ format }) => format.type },
    Priority: {
      get: ({ format }) => format.priority,
      set: ({ format }, value) => {
        format.priority = Number(value);
      },
    },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue ?? false,
      set: ({ format }, value) => {
        format.stopIfTrue = value === true;
      },
    },
    Custom: { navigate: (target) => new HostObject('CustomConditionalFormat', target) },
    Delete: {
      call: ({ sheet, format }) => {
        sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format);
        return null;
      },
    },
  },
});

export const customFormatMembers = typeTable<FormatTarget>({
  members: {
    Rule: { navigate: (target) => new HostObject('ConditionalFormatRule', target) },
    Format: { navigate: (target) => new HostObject('ConditionalRangeFormat', target) },
  },
});

export const formatRuleMembers = typeTable<FormatTarget>({
  members: {
    Formula: {
      get: ({ format }) => format.formula,
      set: ({ format }, value) => {
        if (!String(value).startsWith('=')) throw invalidArgument('A rule is a formula.');
        format.formula = String(value);
      },
    },
  },
});

export const conditionalRangeFormatMembers = typeTable<FormatTarget>({
  members: {
    NumberFormat: {
      get: ({ format }) => format.numberFormat ?? null,
      set: ({ format }, value) => {
        format.numberFormat = String(value);
      },
    },
    Fill: { navigate: (target) => new HostObject('ConditionalRangeFill', target) },
    Font: { navigate: (target) => new HostObject('ConditionalRangeFont', target) },
    Borders: { navigate: (target) => new HostObject('ConditionalRangeBorderCollection', target) },
  },
});

export const conditionalFillMembers = typeTable<FormatTarget>({
  members: {
    Color: {
      get: ({ format }) => format.fill ?? null,
      set: ({ format }, value) => {
        format.fill = String(value);
      },
    },
  },
});

export const conditionalFontMembers = typeTable<FormatTarget>({
  members: {
    Color: {
      get: ({ format }) => format.font ?? null,
      set: ({ format }, value) => {
        format.font = String(value);
      },
    },
    Bold: {
      get: ({ format }) => format.bold ?? null,
      set: ({ format }, value) => {
        format.bold = value === true;
      },
    },
  },
});

interface BorderTarget extends FormatTarget {
  readonly edge: string;
}

const EDGES: readonly string[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];

export const conditionalBordersMembers = typeTable<FormatTarget>({
  item: (target, edge) => {
    if (!EDGES.includes(String(edge))) throw invalidArgument('Unknown edge.');
    return new HostObject<BorderTarget>('ConditionalRangeBorder', { ...target, edge: String(edge) });
  },
  members: {},
});

export const conditionalBorderMembers = typeTable<BorderTarget>({
  members: {
    Style: {
      set: ({ format, edge }, value) => {
        format.borders = { ...format.borders, [edge]: String(value) };
      },
    },
    Color: {
      set: ({ format, edge }, value) => {
        if (!format.borders?.[edge]) throw invalidArgument('A border without a style has no colour.');
        format.borders = { ...format.borders, [edge]: `${format.borders[edge]} ${String(value)}` };
      },
    },
  },
});
