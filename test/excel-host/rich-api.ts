import type { ExcelHost } from './excel-host.ts';
import {
  conditionalBorderMembers,
  conditionalBordersMembers,
  conditionalFillMembers,
  conditionalFontMembers,
  conditionalFormatCollectionMembers,
  conditionalFormatMembers,
  conditionalRangeFormatMembers,
  customFormatMembers,
  formatRuleMembers,
} from './format-members.ts';
import { apiNotFound, HostFailure, invalidArgument, itemNotFound } from './host-failure.ts';
import { HostObject, type Member, NULL_OBJECT, type TypeTable } from './members.ts';
import {
  rangeAreasMembers,
  rangeCollectionMembers,
  rangeFillMembers,
  rangeFormatMembers,
  rangeMembers,
} from './range-members.ts';
import {
  applicationMembers,
  internalServiceMembers,
  protectionMembers,
  rangeObject,
  runtimeMembers,
  workbookMembers,
  worksheetCollectionMembers,
  worksheetMembers,
} from './sheet-members.ts';

/** Every object type of the host; a type or member that is not here fails loudly and is put on the list. */
const TYPES: Readonly<Record<string, TypeTable<never>>> = {
  Workbook: workbookMembers,
  Runtime: runtimeMembers,
  Application: applicationMembers,
  WorksheetCollection: worksheetCollectionMembers,
  Worksheet: worksheetMembers,
  WorksheetProtection: protectionMembers,
  Range: rangeMembers,
  RangeAreas: rangeAreasMembers,
  RangeCollection: rangeCollectionMembers,
  RangeFormat: rangeFormatMembers,
  RangeFill: rangeFillMembers,
  ConditionalFormatCollection: conditionalFormatCollectionMembers,
  ConditionalFormat: conditionalFormatMembers,
  CustomConditionalFormat: customFormatMembers,
  ConditionalFormatRule: formatRuleMembers,
  ConditionalRangeFormat: conditionalRangeFormatMembers,
  ConditionalRangeFill: conditionalFillMembers,
  ConditionalRangeFont: conditionalFontMembers,
  ConditionalRangeBorderCollection: conditionalBordersMembers,
  ConditionalRangeBorder: conditionalBorderMembers,
  'Microsoft.InternalService.AddinInternalService': internalServiceMembers,
};

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface RichApiRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface RichApiReply {
  readonly Results: readonly ActionResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: Readonly<Record<string, unknown>>;
}

const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;
const PATH = { global: 1, created: 2, method: 3, property: 4, indexer: 5, reference: 6, none: 7 } as const;

/**
 * Runs one batch of office.js: the actions in their order, each object path resolved once and then remembered. A failing
 * action ends the batch; what was done before it stays done, as in Excel.
 */
export function runBatch(request: RichApiRequest, host: ExcelHost): RichApiReply {
  const objects = new Map<number, HostObject>();
  const results: ActionResult[] = [];
  const traces: number[] = [];

  const resolve = (id: number): HostObject => {
    const known = objects.get(id);
    if (known) return known;
    const path = request.ObjectPaths[String(id)];
    if (!path) throw invalidArgument(`There is no object path ${id}.`);
    const object = resolvePath(path);
    objects.set(id, object);
    return object;
  };

  const argumentsOf = (info: Arguments | undefined): unknown[] =>
    (info?.Arguments ?? []).map((value, index) => {
      const path = info?.ReferencedObjectPathIds?.[index];
      return path ? resolve(path) : value;
    });

  const resolvePath = (path: ObjectPath): HostObject => {
    switch (path.ObjectPathType) {
      case PATH.global:
        return new HostObject('Workbook', host.workbook);
      case PATH.created:
        if (!TYPES[path.Name]) throw host.unknown(`new ${path.Name}`);
        return new HostObject(path.Name, null);
      case PATH.reference: {
        const reference = host.workbook.references.get(path.Name);
        if (!reference?.rect) throw itemNotFound();
        const object = rangeObject(reference.sheet, reference.rect);
        object.target.referenceId = path.Name;
        return object;
      }
      case PATH.none:
        return NULL_OBJECT;
    }
    const parent = resolve(path.ParentObjectPathId ?? 0);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    if (path.ObjectPathType === PATH.indexer) {
      const table = TYPES[parent.type];
      if (!table?.item) throw host.unknown(`${parent.type}[…]`);
      return table.item(parent.target as never, argumentsOf(path.ArgumentInfo)[0], host);
    }
    const member = memberOf(parent, path.Name, host);
    if (path.ObjectPathType === PATH.property && member.navigate) return member.navigate(parent.target as never, host);
    if (path.ObjectPathType === PATH.method && member.call) {
      const answer = member.call(parent.target as never, argumentsOf(path.ArgumentInfo), host);
      if (answer instanceof HostObject) return answer;
    }
    throw host.unknown(`${parent.type}.${path.Name} as an object`);
  };

  const perform = (action: Action): unknown => {
    if (action.ActionType === ACTION.trace) {
      traces.push(action.Id);
      return null;
    }
    const object = resolve(action.ObjectPathId);
    if (object === NULL_OBJECT) return null;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return TYPES[object.type]?.identify?.(object.target as never) ?? {};
      case ACTION.query:
        return query(object, action.QueryInfo?.Select ?? [], host);
      case ACTION.method: {
        const member = memberOf(object, action.Name, host);
        if (!member.call) throw host.unknown(`${object.type}.${action.Name}()`);
        return member.call(object.target as never, argumentsOf(action.ArgumentInfo), host);
      }
      case ACTION.set: {
        const member = memberOf(object, action.Name, host);
        if (!member.set) throw host.unknown(`${object.type}.${action.Name} =`);
        member.set(object.target as never, argumentsOf(action.ArgumentInfo)[0], host);
        return null;
      }
      default:
        throw host.unknown(`action type ${action.ActionType}`);
    }
  };

  for (const [index, action] of request.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: perform(action) });
    } catch (error) {
      if (!(error instanceof HostFailure)) throw error;
      return {
        Error: {
          Code: error.code,
          Message: error.message,
          Location: '',
          ActionIndex: index,
          HttpStatusCode: error.status,
        },
        Results: results,
        TraceIds: traces,
      };
    }
  }
  return { Results: results, TraceIds: traces };
}

/** The member as office.js or its caller spelled it: paths are PascalCase, `load` keeps what the caller typed. */
function memberOf(object: HostObject, name: string, host: ExcelHost): Member<never> {
  const table = TYPES[object.type];
  const found = table && (table.members[name] ?? table.members[name.charAt(0).toUpperCase() + name.slice(1)]);
  if (!found) throw host.unknown(`${object.type}.${name}`);
  if (found.since !== undefined && !host.supports('ExcelApi', found.since)) {
    throw apiNotFound(`${object.type}.${name}`);
  }
  return found;
}

function query(object: HostObject, select: readonly string[], host: ExcelHost): unknown {
  const table = TYPES[object.type];
  if (table?.items) {
    return { _Items: table.items(object.target as never, host).map((item) => query(item, select, host)) };
  }
  const answer: Record<string, unknown> = { ...table?.identify?.(object.target as never) };
  if (select.length === 0) throw host.unknown(`${object.type}.load() without names`);
  for (const path of select) readInto(answer, object, path.split('/'), host);
  return answer;
}

function readInto(answer: Record<string, unknown>, object: HostObject, path: readonly string[], host: ExcelHost): void {
  const [name = '', ...rest] = path;
  const member = memberOf(object, name, host);
  const key = name.charAt(0).toUpperCase() + name.slice(1);
  if (rest.length > 0 && member.navigate) {
    const child = (answer[key] ?? {}) as Record<string, unknown>;
    answer[key] = child;
    readInto(child, member.navigate(object.target as never, host), rest, host);
    return;
  }
  if (!member.get) throw host.unknown(`${object.type}.${name} (load)`);
  answer[key] = member.get(object.target as never, host);
}
