import { rectAddress } from './address.ts';
import { apiNotFound, type HostFailure } from './host-failure.ts';
import { type RichApiReply, type RichApiRequest, runBatch } from './rich-api.ts';
import type { HostChange, HostWorkbook } from './workbook.ts';

/** Host-level refusals by number, as office.js maps them. */
export const HOST_ERROR = {
  cellEditMode: 5004,
  invalidSession: 5012,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  noCapability: 7000,
} as const;

export type HostReply = { readonly error: 0; readonly body: string } | { readonly error: number };

/** An event as it goes to `richApiMessage`: [category, type, target, message, id, isRemote]. */
export type HostEvent = readonly [65536, number, string, string, number, boolean];

export interface HostRequestRecord {
  readonly bytes: number;
  readonly replyBytes: number;
  readonly flags: number;
  readonly request: RichApiRequest;
  readonly error: string | undefined;
}

/** Every set this host says it has; `ExcelApi` decides what the interpreter allows. */
export type RequirementSets = Readonly<Record<string, string>>;

export const DEFAULT_SETS: RequirementSets = {
  ExcelApi: '1.17',
  ExcelApiOnline: '1.1',
  DialogApi: '1.2',
  SharedRuntime: '1.1',
  Settings: '1.1',
  AddinCommands: '1.3',
  RibbonApi: '1.2',
  DelayForCellEdit: '1.1',
};

/** Flag bit that `delayForCellEdit` sets on a request. */
const DELAY_FOR_CELL_EDIT = 64;

/**
 * The emulated Excel that answers office.js: refuses what it is told to refuse, runs batches, raises events and counts.
 * Both seams (the native bridge in Node and the host page in Chromium) hand their requests to `handle`.
 */
export class ExcelHost {
  readonly workbook: HostWorkbook;
  readonly sets: RequirementSets;
  /** Members that were asked for and are not emulated: every test ends by looking at this list. */
  readonly unimplemented: string[] = [];
  readonly records: HostRequestRecord[] = [];
  /** Excel on the web refuses requests and replies beyond 5 MB. */
  payloadLimit = 5 * 1024 * 1024;
  readOnly = false;
  eventsEnabled = true;
  /** Called before each batch: a test's chance to let a person act between two requests of the add-in. */
  beforeBatch: ((request: RichApiRequest) => void) | undefined;
  readonly #registered = new Set<string>();
  readonly #eventListeners = new Set<(event: HostEvent) => void>();
  #editing: { ended: Promise<void>; end: () => void } | undefined;
  #nextEvent = 1;

  constructor(workbook: HostWorkbook, sets: RequirementSets = DEFAULT_SETS) {
    this.workbook = workbook;
    this.sets = sets;
    workbook.listen((change) => this.#raise(change));
    workbook.onActivated((sheet) => this.#send(11, 'Workbook', { worksheetId: sheet.id }, false));
  }

  supports(set: string, version: string): boolean {
    const have = this.sets[set];
    if (have === undefined) return false;
    const [major = 0, minor = 0] = have.split('.').map(Number);
    const [wantedMajor = 0, wantedMinor = 0] = version.split('.').map(Number);
    return major !== wantedMajor ? major > wantedMajor : minor >= wantedMinor;
  }

  unknown(member: string): HostFailure {
    this.unimplemented.push(member);
    return apiNotFound(member);
  }

  register(event: number, target: string): null {
    this.#registered.add(`${event} ${target}`);
    return null;
  }

  unregister(event: number, target: string): null {
    this.#registered.delete(`${event} ${target}`);
    return null;
  }

  get registrations(): number {
    return this.#registered.size;
  }

  onEvent(listener: (event: HostEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  /** A person has begun to type into a cell. */
  startCellEdit(): void {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#editing = { ended, end };
  }

  endCellEdit(): void {
    this.#editing?.end();
    this.#editing = undefined;
  }

  async handle(body: string, flags: number): Promise<HostReply> {
    const bytes = Buffer.byteLength(body);
    const request = JSON.parse(body) as RichApiRequest;
    const record = (reply: HostReply, error?: string): HostReply => {
      const replyBytes = 'body' in reply ? Buffer.byteLength(reply.body) : 0;
      this.records.push({
        bytes,
        replyBytes,
        flags,
        request,
        error: error ?? (reply.error ? `host ${reply.error}` : undefined),
      });
      return reply;
    };
    if (this.#editing) {
      const waits = (flags & DELAY_FOR_CELL_EDIT) !== 0 && this.supports('DelayForCellEdit', '1.1');
      if (!waits) return record({ error: HOST_ERROR.cellEditMode });
      await this.#editing.ended;
    }
    if (bytes > this.payloadLimit) return record({ error: HOST_ERROR.requestTooLarge });
    if (this.readOnly && request.Actions.some((action) => action.ActionType === 4)) {
      return record({ error: HOST_ERROR.noCapability });
    }
    this.beforeBatch?.(request);
    const reply: RichApiReply = runBatch(request, this);
    const text = JSON.stringify(reply);
    if (Buffer.byteLength(text) > this.payloadLimit) return record({ error: HOST_ERROR.responseTooLarge });
    return record({ error: 0, body: text }, reply.Error ? String(reply.Error.Code) : undefined);
  }

  #raise(change: HostChange): void {
    if (!this.eventsEnabled) return;
    const sheet = this.workbook.getSheet(change.sheetId);
    for (const target of [change.sheetId, 'Workbook']) {
      if (!this.#registered.has(`10 ${target}`)) continue;
      const message = {
        changeType: change.changeType,
        source: change.source,
        worksheetId: change.sheetId,
        address: rectAddress(change.rect),
        referenceId: this.workbook.keep(sheet, change.rect),
        // B10: told since ExcelApi 1.14; older hosts leave it out.
        ...(this.supports('ExcelApi', '1.14') ? { triggerSource: change.triggerSource } : {}),
        shiftDirection: 'None',
      };
      this.#send(10, target, message, change.source === 'Remote');
    }
  }

  #send(type: number, target: string, message: object, isRemote: boolean): void {
    if (!this.eventsEnabled || !this.#registered.has(`${type} ${target}`)) return;
    const event: HostEvent = [65536, type, target, JSON.stringify(message), this.#nextEvent++, isRemote];
    for (const listener of [...this.#eventListeners]) listener(event);
  }
}
