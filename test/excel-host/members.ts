import type { ExcelHost } from './excel-host.ts';

/** A live object on the host's side, addressed by an object path. */
export class HostObject<T = unknown> {
  readonly type: string;
  readonly target: T;

  constructor(type: string, target: T) {
    this.type = type;
    this.target = target;
  }
}

/** The answer to `…OrNullObject` when there is none. */
export const NULL_OBJECT = new HostObject('Null', null);

/** One member of an Excel object, by its PascalCase name on the wire. `since`: the ExcelApi version that brought it. */
export interface Member<T> {
  readonly since?: string;
  readonly get?: (target: T, host: ExcelHost) => unknown;
  readonly set?: (target: T, value: unknown, host: ExcelHost) => void;
  readonly call?: (target: T, args: readonly unknown[], host: ExcelHost) => unknown;
  /** Another object, reached as a property. */
  readonly navigate?: (target: T, host: ExcelHost) => HostObject;
}

export interface TypeTable<T> {
  /** What a reply to "instantiate" carries: the key by which office.js will address the object later. */
  readonly identify?: (target: T) => Readonly<Record<string, unknown>>;
  readonly items?: (target: T, host: ExcelHost) => readonly HostObject[];
  readonly item?: (target: T, key: unknown, host: ExcelHost) => HostObject;
  readonly members: Readonly<Record<string, Member<T>>>;
}

/** Keeps each table typed by its own target and lets them stand together in one map. */
export function typeTable<T>(table: TypeTable<T>): TypeTable<never> {
  return table as TypeTable<never>;
}
