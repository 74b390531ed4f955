import { claimHash } from '../../contract/claim-hash.ts';
import { decideAction } from '../../contract/loop/decide-action.ts';
import { LOOP_STEPS, loopState } from '../../contract/loop/loop-state.ts';
import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import type { Campaign, SigningKey } from '../../contract/schemas/campaign.ts';
import { type Notice, type PerformAnswer, PerformRequest, RecordHistory } from '../../contract/schemas/loop.ts';
import { PushAnswer, PushRequest } from '../../contract/schemas/push.ts';
import { type PushReceipt, SendingPage, UndoAnswer } from '../../contract/schemas/sending.ts';
import type { Account } from '../../contract/schemas/session.ts';
import { type RowStatus, StatusPage } from '../../contract/schemas/status.ts';
import { type HttpAnswer, type HttpRequest, type HttpTransport, OfflineError } from '../../desk/http-transport.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { RawRow } from '../../rules/record.ts';
import { mergeRow } from '../../server/sync/merge-row.ts';

/** What to do with the next request to a path instead of answering it. */
export type Mishap =
  /** The line drops on the way there, or (worse) on the way back, after the server did its part. */
  | 'drop-before'
  | 'drop-after'
  /** A proxy's error page. */
  | 'bad-gateway'
  | ProblemCode;

/**
 * Stands at the transport, only to script what a network does at the worst moment; the server itself is tested elsewhere.
 * It keeps rows by id and answers the same key the same way, and reads and writes by the contract's own schemas.
 */
export class ScriptedServer implements HttpTransport {
  readonly requests: HttpRequest[] = [];
  /** Every row received, by id. */
  readonly rows = new Map<string, RawRow>();
  /** Each row's states, oldest first: what a revision n holds stands at n - 1. */
  readonly history = new Map<string, RawRow[]>();
  /** How often a batch was really taken in. */
  taken = 0;
  accessToken = 'access-1';
  refreshToken = 'refresh-token-number-1';
  held: StatusPage['held'] = null;
  pageSize = 1000;
  account: Account = ACCOUNT;
  /** Whoever signs in does so with a one-time password. */
  mustChangePassword = false;
  /** Null: an older server, which signs nothing. */
  signingKey: SigningKey | null = null;
  /** What pushes are answered with. */
  currentVersion = 1;
  campaigns: readonly Campaign[] = [];
  /** Absent: an older server, which names nobody. */
  supportAddress?: string;
  /** The server's clock. */
  now = '2026-11-22T08:00:00.000Z';
  /** What was recorded of papers, by record. */
  readonly notices = new Map<string, Notice>();
  /** Further answers, by method and path: what only some servers have. */
  readonly more = new Map<string, (request: HttpRequest) => HttpAnswer>();
  /** Sendings that were taken back. */
  readonly undone = new Set<string>();
  /** What every sending is receipted with. */
  receipt: PushReceipt = RECEIPT;
  readonly #answers = new Map<string, unknown>();
  readonly #statuses: RowStatus[] = [];
  readonly #mishaps: { readonly path: string; readonly mishap: Mishap }[] = [];

  /** Scripts the next request whose path begins so; later calls queue up behind. */
  next(path: string, ...mishaps: readonly Mishap[]): void {
    this.#mishaps.push(...mishaps.map((mishap) => ({ path, mishap })));
  }

  /** The population service answered: statuses as the server would report them from now on. */
  decide(rowId: string, part: Partial<RowStatus>): void {
    this.#statuses.push({ ...statusOf(rowId, this.rows.get(rowId) ?? {}), ...part });
  }

  /** Somebody else changes a row that was received. */
  edit(rowId: string, part: RawRow): void {
    this.#keep(rowId, { ...this.rows.get(rowId), ...part });
  }

  #keep(rowId: string, row: RawRow): number {
    const states = [...(this.history.get(rowId) ?? []), row];
    this.history.set(rowId, states);
    this.rows.set(rowId, row);
    return states.length;
  }

  sent(path: string): readonly HttpRequest[] {
    return this.requests.filter((request) => request.path.startsWith(path));
  }

  async send(request: HttpRequest): Promise<HttpAnswer> {
    this.requests.push(structuredClone(request));
    const at = this.#mishaps.findIndex(({ path }) => request.path.startsWith(path));
    const mishap = at < 0 ? undefined : this.#mishaps.splice(at, 1)[0]?.mishap;
    if (mishap === 'drop-before') throw new OfflineError('dropped');
    if (mishap === 'bad-gateway') return { status: 502, body: undefined };
    if (mishap !== undefined && mishap !== 'drop-after') return problem(mishap);
    const answer = this.#answer(request);
    if (mishap === 'drop-after') throw new OfflineError('dropped');
    return structuredClone(answer);
  }

  #answer(request: HttpRequest): HttpAnswer {
    const { method, path, headers = {} } = request;
    if (path === '/api/v1/session' && method === 'POST') return this.#session();
    if (path === '/api/v1/health') {
      return { status: 200, body: { ok: true, version: '9.9.9', supportAddress: this.supportAddress } };
    }
    if (path === '/api/v1/session/refresh') {
      const { refreshToken } = request.body as { refreshToken: string };
      if (refreshToken !== this.refreshToken) return problem('token-expired');
      this.accessToken += '+';
      this.refreshToken += '+';
      return this.#session();
    }
    if (path === '/api/v1/signing-key' && this.signingKey) return { status: 200, body: this.signingKey };
    if (headers.authorization !== `Bearer ${this.accessToken}`) return problem('token-expired');
    if (path === '/api/v1/session') return { status: 204, body: undefined };
    if (path === '/api/v1/me') return { status: 200, body: this.account };
    if (path === '/api/v1/pushes') return this.#push(request);
    if (path.startsWith('/api/v1/sendings')) return this.#sendings(path);
    if (path === '/api/v1/receipts') return { status: 204, body: undefined };
    if (path.startsWith('/api/v1/campaigns')) {
      return { status: 200, body: { items: this.campaigns, cursor: null, now: this.now } };
    }
    if (path === '/api/v1/loop-actions') return this.#perform(request);
    if (path.startsWith('/api/v1/records/')) return this.#history(path);
    if (path.startsWith('/api/v1/statuses')) return this.#page(new URLSearchParams(path.split('?')[1]));
    return this.more.get(`${method} ${path.split('?')[0]}`)?.(request) ?? problem('not-found');
  }

  #session(): HttpAnswer {
    const { accessToken, refreshToken, mustChangePassword } = this;
    const body = {
      accessToken,
      refreshToken,
      expiresIn: 900,
      account: this.account,
      tryOut: true,
      mustChangePassword,
    };
    return { status: 200, body };
  }

  #push({ headers, body }: HttpRequest): HttpAnswer {
    const key = headers?.['idempotency-key'] ?? '';
    const known = this.#answers.get(key);
    if (known) return { status: 200, body: known };
    const push = PushRequest.parse(body);
    if (push.workbook.unit !== ACCOUNT.unit.code) return problem('unit-foreign');
    if (push.dryRun !== true) this.taken++;
    const answer: PushAnswer = {
      pushId: push.dryRun === true ? null : key,
      currentVersion: this.currentVersion,
      rows: push.rows.flatMap((row) => this.#take(push, row)),
    };
    if (push.dryRun === true) return { status: 200, body: PushAnswer.parse(answer) };
    this.#answers.set(key, PushAnswer.parse(answer));
    return { status: 200, body: answer };
  }

  /** By the judge of the contract; a repeated key changes nothing. */
  #perform({ headers, body }: HttpRequest): HttpAnswer {
    const key = headers?.['idempotency-key'] ?? '';
    const known = this.#answers.get(key);
    if (known) return { status: 200, body: known };
    const { action, rows, notice } = PerformRequest.parse(body);
    const answer: PerformAnswer = {
      rows: rows.map(({ recordId, round }) => {
        const status = this.#statuses.findLast((each) => each.recordId === recordId);
        if (!status) return { recordId, result: 'not-found', state: null };
        const compared = this.notices.get(recordId)?.compared ?? null;
        const decision = decideAction({ state: loopState(status), round: status.round, compared }, action, round);
        if (decision.result !== 'done') return { recordId, result: decision.result, state: loopState(status) };
        if (notice) this.notices.set(recordId, notice);
        const step = LOOP_STEPS.find((each) => each === decision.after) ?? null;
        const asked = decision.after === 'pending' ? ({ transport: 'queued', outcome: null } as const) : {};
        const after = { ...status, ...asked, round: round + (decision.after === 'pending' ? 1 : 0), step };
        this.#statuses.push(after);
        return { recordId, result: 'done', state: loopState(after) };
      }),
    };
    this.#answers.set(key, answer);
    return { status: 200, body: answer };
  }

  #history(path: string): HttpAnswer {
    const recordId = decodeURIComponent(path.split('/')[4] ?? '');
    const status = this.#statuses.findLast((each) => each.recordId === recordId);
    if (!status) return problem('not-found');
    const notice = this.notices.get(recordId);
    const done = { at: this.now, by: 'Văn thư' };
    const body: RecordHistory = {
      recordId,
      rowId: status.rowId,
      workbookId: 'wb-desk',
      state: loopState(status),
      transfer: null,
      rounds: Array.from({ length: status.round }, (_, at) => ({
        ...done,
        round: at + 1,
        changed: at === 0 ? [] : ['fullName'],
        askedAt: this.now,
        answeredAt: this.now,
        outcome: status.outcome,
        compared: status.compared,
        flags: status.flags,
        notice: notice && at + 1 === status.round ? { ...done, ...notice, number: '•••' } : null,
        steps: [],
      })),
    };
    return { status: 200, body: RecordHistory.parse(body) };
  }

  #take(push: PushRequest, { rowId, cells, base = null }: PushRequest['rows'][number]): PushAnswer['rows'] {
    const theirs = this.rows.get(rowId);
    const plain = { rowId, recordId: `r-${rowId}`, why: null, incomplete: false, errors: [] };
    const revision = this.history.get(rowId)?.length ?? 0;
    if (!cells && !theirs) return [{ ...plain, recordId: null, revision: null, result: 'unknown' }];
    if (!cells && revision === base) return [];
    const states = this.history.get(rowId) ?? [];
    const origin = base === null ? null : (states[base - 1] ?? null);
    const mine: RawRow = cells
      ? Object.fromEntries(push.columns.map((column, at) => [column, cells[at] as CellValue]))
      : (origin ?? {});
    const { cells: merged, differences } = theirs
      ? mergeRow('student', { mine, theirs, base: origin, columns: new Set(push.columns) })
      : { cells: mine, differences: [] };
    const others = differences.length > 0 ? { differences: [...differences], editedBy: 'Người khác' } : {};
    if (differences.some(({ clash }) => clash)) return [{ ...plain, revision, result: 'conflict', ...others }];
    const same = (row: RawRow | undefined) => JSON.stringify(mergeRow('student', blankMerge(row)).cells);
    if (theirs && same(theirs) === same(merged)) return [{ ...plain, revision, result: 'unchanged', ...others }];
    if (push.dryRun === true) return [{ ...plain, revision: revision + 1, result: 'queued', ...others }];
    this.#statuses.push(statusOf(rowId, merged));
    return [{ ...plain, revision: this.#keep(rowId, merged), result: 'queued', ...others }];
  }

  #sendings(path: string): HttpAnswer {
    const [, sendingId = '', what] = /^\/api\/v1\/sendings\/([^/]+)\/(\w+)/.exec(path) ?? [];
    if (what === 'receipts') return { status: 200, body: { sosach: 'receipt', v: 1, receipts: [this.receipt] } };
    if (what === 'undo') {
      const rows = [...this.history].map(([rowId, states]) => {
        if (states.length > 1) return { rowId, result: 'changed-since' as const, revision: states.length };
        this.rows.delete(rowId);
        this.history.delete(rowId);
        return { rowId, result: 'removed' as const, revision: null };
      });
      this.undone.add(sendingId);
      return { status: 200, body: UndoAnswer.parse({ sendingId, at: this.now, rows }) };
    }
    const ids = this.sent('/api/v1/pushes').map(({ body }) => (body as PushRequest).sendingId ?? '');
    const items = [...new Set(ids)].map((id) => ({
      ...{ sendingId: id, at: this.now, endedAt: this.now, by: 'Văn thư', pushes: 1 },
      counts: { queued: this.rows.size, kept: 0, unchanged: 0, stays: 0, conflict: 0 },
      undoUntil: '2026-11-23T08:00:00.000Z',
      undoneAt: this.undone.has(id) ? this.now : null,
    }));
    return { status: 200, body: SendingPage.parse({ items: items.reverse(), now: this.now }) };
  }

  #page(query: URLSearchParams): HttpAnswer {
    const since = Number(query.get('since') ?? 0);
    const until = Math.min(since + this.pageSize, this.#statuses.length);
    const waiting = new Map(this.#statuses.map((status) => [status.rowId, status.transport === 'queued']));
    const body: StatusPage = {
      items: this.#statuses.slice(since, until),
      cursor: String(until),
      more: until < this.#statuses.length,
      waiting: [...waiting.values()].filter(Boolean).length,
      etaSeconds: 1,
      held: this.held,
    };
    return { status: 200, body: StatusPage.parse(body) };
  }
}

const RECEIPT: PushReceipt = {
  ...{ number: 1, pushId: 'p-1', sendingId: 's-1', at: '2026-11-22T08:00:00.000Z', unit: '01-TH-000' },
  ...{ unitName: 'Trường Tiểu học Thử Nghiệm', workbookId: 'wb-desk', template: 'student', campaign: 'thu-2026' },
  counts: { queued: 1, kept: 0, unchanged: 0, stays: 0, conflict: 0 },
  ...{ rowsHash: 'h', previous: null, signature: 's1.k.s', rows: ['d'] },
};

export const ACCOUNT = {
  username: 'van-thu',
  displayName: 'Văn thư',
  role: 'clerk',
  unit: { code: '01-TH-000', name: 'Trường Tiểu học Thử Nghiệm' },
} as const;

/** Brings a row into the merge's own form, to be compared. */
function blankMerge(row: RawRow = {}): Parameters<typeof mergeRow>[1] {
  return { mine: {}, theirs: row, base: null, columns: new Set() };
}

function statusOf(rowId: string, row: RawRow): RowStatus {
  return {
    rowId,
    recordId: `r-${rowId}`,
    transport: 'queued',
    outcome: null,
    compared: [],
    flags: [],
    askedAt: null,
    answeredAt: null,
    round: 1,
    why: null,
    incomplete: false,
    claimHash: claimHash(row),
    step: null,
    expiresAt: null,
    rounds: [],
  };
}

export function problem(code: ProblemCode): HttpAnswer {
  const { status, title, nextStep } = PROBLEMS[code];
  return { status, body: { type: `about:blank#${code}`, status, code, title, nextStep, requestId: 'q-1' } };
}
