import { pipeline, type Readable } from 'node:stream';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { z } from 'zod';
import { may } from '../../contract/role.ts';
import type { RouteDeclaration } from '../../contract/route-declaration.ts';
import type { Clock } from '../clock.ts';
import type { AccessTokens } from '../crypto.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { AuditEvent } from '../store/audit-table.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { ApiProblem } from './api-problem.ts';
import { authenticateOrReject, type Caller } from './authenticate.ts';
import { parseJsonOrReject } from './parse-json-or-reject.ts';
import { parseOrReject } from './parse-or-reject.ts';
import { readFileBody } from './read-file-body.ts';
import { readJsonBytes } from './read-json-bytes.ts';

export interface EndpointServices {
  readonly store: Store;
  readonly clock: Clock;
  readonly tokens: AccessTokens;
  readonly metrics: Metrics;
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Part<R, K extends string> = R extends Readonly<Record<K, infer T>> ? Output<T> : undefined;

/** What a handler is given: everything read from the wire is parsed, and the caller may do what the route declares. */
export interface Call<R extends RouteDeclaration, B = Part<R, 'body'>> {
  readonly body: B;
  readonly file: R extends { file: object } ? Uint8Array : undefined;
  readonly query: Part<R, 'query'>;
  readonly params: Part<R, 'params'>;
  readonly caller: R['permission'] extends 'public' ? null : Caller;
  readonly idempotencyKey: R extends { idempotent: true } ? string : null;
  readonly requestId: string;
  /** Where the request came from, a network of IPv6 as one. */
  readonly address: string;
}

/** What was done, for the audit trail; time, request and (unless it says otherwise) account are added here. */
export type Deed = Pick<AuditEvent, 'action'> & Partial<Pick<AuditEvent, 'unit' | 'counts' | 'accountId'>>;

export type Answer = {
  readonly deed?: Deed;
  /** Called when everything has been committed. */
  readonly committed?: () => void;
} & (
  | { readonly json: unknown }
  | { readonly file: Uint8Array; readonly fileName: string; readonly mediaType: string }
  | { readonly stream: Readable; readonly fileName: string; readonly mediaType: string }
  | { readonly nothing: true }
  | { readonly problem: ApiProblem }
);

/**
 * `prepare` may wait for long (for a hash, a file) and must not write; `run` waits for nothing but its tables, which show or take
 * one consistent state: a GET reads one snapshot, anything else is one write transaction, committed before the answer leaves.
 */
export interface Handler<R extends RouteDeclaration, P = undefined, B = Part<R, 'body'>> {
  readonly guard?: RequestHandler;
  /** Reads and judges the body's bytes in place of its schema alone. Rejects with an `ApiProblem`. */
  readonly readBody?: (bytes: Uint8Array) => Promise<B>;
  readonly prepare?: (call: Call<R, B>) => Promise<P>;
  /** Writes alongside others (`Store.writeAlongside`): for what many clerks do at the same time. */
  readonly alongside?: true;
  readonly run: (call: Call<R, B>, prepared: P, tables: Tables) => Promise<Answer>;
}

/**
 * The one place where authentication, permission, parsing, transaction, audit and errors meet. Throws at once for a route that
 * does not say who may use it: a forgotten permission must keep the server from starting, not open a door.
 */
export function endpoint<R extends RouteDeclaration, P, B>(
  route: R,
  handler: Handler<R, P, B>,
  services: EndpointServices,
): RequestHandler {
  if (!route.permission) throw new Error(`${route.method} ${route.path} declares no permission`);
  return async function handleRoute(request, response) {
    response.locals.route = route.path;
    const caller = route.permission === 'public' ? null : await admitOrReject(route, request, response, services);
    const call = await readCall(route, handler, request, response, caller);
    // A guard looks into what was read, not at bytes.
    request.body = call.body;
    if (handler.guard) await passGuard(handler.guard, request, response);
    const prepared = (await handler.prepare?.(call)) as P;
    send(await settle(route, call, handler, prepared, services), response);
  };
}

async function admitOrReject(
  route: RouteDeclaration,
  request: Request,
  response: Response,
  services: EndpointServices,
): Promise<Caller> {
  const caller = await authenticateOrReject(request, services);
  const { account, way } = caller;
  response.locals.accountId = account.accountId;
  // Whoever signed in elsewhere has not used it.
  const isOneTime = account.passwordIsOneTime && way === 'password';
  if (isOneTime && !route.whilePasswordIsOneTime) throw new ApiProblem('password-change-required');
  if (route.permission !== 'public' && route.permission !== 'signed-in' && !may(account.role, route.permission)) {
    throw new ApiProblem('forbidden');
  }
  return caller;
}

/** Authentication came first: nobody unknown makes us inflate or parse a body, but for signing in. */
async function readCall<R extends RouteDeclaration, B>(
  route: R,
  { readBody }: Pick<Handler<R, unknown, B>, 'readBody'>,
  request: Request,
  response: Response,
  caller: Caller | null,
): Promise<Call<R, B>> {
  const params = route.params?.safeParse(request.params);
  if (params && !params.success) throw new ApiProblem('not-found');
  const parse = readBody ?? ((bytes: Uint8Array) => parseJsonOrReject(route.body!, bytes));
  const call: Record<keyof Call<R>, unknown> = {
    params: params?.data,
    query: route.query && parseOrReject(route.query, request.query, 'query'),
    idempotencyKey: route.idempotent ? idempotencyKeyOrReject(request) : null,
    body: route.body && (await parse(await readJsonBytes(request, response, caller ? 'signed-in' : 'public'))),
    file: route.file && (await readFileBody(request, response, route.file.maxBytes)),
    caller,
    requestId: response.locals.requestId,
    address: ipKeyGenerator(request.ip ?? ''),
  };
  return call as Call<R, B>;
}

function idempotencyKeyOrReject(request: Request): string {
  const key = request.get('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{16,64}$/.test(key)) throw new ApiProblem('idempotency-key-missing');
  return key;
}

function passGuard(guard: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    Promise.resolve(guard(request, response, (error?: unknown) => (error ? reject(error) : resolve()))).catch(reject);
  });
}

async function settle<R extends RouteDeclaration, P, B>(
  route: R,
  call: Call<R, B>,
  handler: Handler<R, P, B>,
  prepared: P,
  { store, clock, metrics }: EndpointServices,
): Promise<Answer> {
  const run = (tables: Tables) => handler.run(call, prepared, tables);
  const record = async (tables: Tables, answer: Answer) => {
    if (!answer.deed) return;
    const accountId = call.caller?.account.accountId ?? null;
    await tables.audit.insert({
      at: clock.now(),
      accountId,
      unit: null,
      counts: {},
      requestId: call.requestId,
      ...answer.deed,
    });
  };
  let answer: Answer;
  if (route.method === 'GET') {
    answer = await store.read(run);
    // The trail has a lock of its own.
    if (answer.deed) await store.writeAlongside((tables) => record(tables, answer));
  } else {
    const runAndRecord = async (tables: Tables) => {
      const done = await run(tables);
      await record(tables, done);
      return done;
    };
    answer = await (handler.alongside ? store.writeAlongside(runAndRecord) : store.write(runAndRecord));
  }
  answer.committed?.();
  if (answer.deed) metrics.countDeed(answer.deed);
  return answer;
}

function send(answer: Answer, response: Response): void {
  if ('problem' in answer) throw answer.problem;
  if ('nothing' in answer) response.status(204).end();
  else if ('json' in answer) response.status(200).json(answer.json);
  else if ('stream' in answer) {
    response.status(200).type(answer.mediaType).attachment(answer.fileName);
    // What breaks now breaks after the status has left: the connection is cut, so that a torn file is not taken for a whole one.
    pipeline(answer.stream, response, () => undefined);
  } else {
    response
      .status(200)
      .type(answer.mediaType)
      .attachment(answer.fileName)
      .send(Buffer.from(answer.file.buffer, answer.file.byteOffset, answer.file.byteLength));
  }
}
