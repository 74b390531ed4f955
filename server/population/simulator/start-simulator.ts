import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import express, { type NextFunction, type Request, type Response } from 'express';
import { type Logger, pino } from 'pino';
import { answerClaim } from './answer-claim.ts';
import { AnswerMemory } from './answer-memory.ts';
import { type CallFate, type Faults, fateDrawer, NO_FAULTS, ServiceState } from './faults.ts';
import { rateGate } from './rate-gate.ts';
import { inventRegister } from './register.ts';
import {
  MAX_CLAIMS,
  SERVICE_PROBLEMS,
  type ServiceProblemCode,
  type WireAnswerBatch,
  WireClaimBatch,
  type WireSettings,
} from './wire.ts';

export interface SimulatorConfig {
  /** 0 for any free port. */
  readonly port: number;
  /** Size of the register: the people with index 0 … citizens − 1. */
  readonly citizens: number;
  readonly seed: string;
  /** Calls granted a second. */
  readonly ratePerSecond: number;
  readonly latencyMs: number;
  readonly faults?: Partial<Faults>;
  /** Default: silent. It is never given anything of a person. */
  readonly logger?: Logger;
  /** Milliseconds that never run backwards; for tests of the rate. */
  readonly now?: () => number;
}

export interface RunningSimulator {
  readonly url: string;
  close(): Promise<void>;
}

/** 50 claims of the longest permitted texts, every letter three bytes, come to about 75 KB. */
const BODY_LIMIT = '128kb';

/**
 * The simulated population service: invented citizens behind HTTP, on the loopback interface only, because it has no sign-in
 * and can be told to fail. See README.md here for what the register holds. Rejects when the port is taken.
 */
export async function startSimulator(config: SimulatorConfig): Promise<RunningSimulator> {
  const closing = new AbortController();
  const server = createServer(simulatorApp(config, closing.signal));
  await listen(server, config.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        closing.abort();
        server.closeAllConnections();
      }),
  };
}

function simulatorApp(config: SimulatorConfig, closing: AbortSignal): express.Express {
  const register = inventRegister(config.seed, config.citizens);
  const memory = new AnswerMemory();
  const drawFate = fateDrawer(config.seed);
  const gate = rateGate(config.now ?? (() => performance.now()));
  const logger = config.logger ?? pino({ level: 'silent' });
  let state: ServiceState = ServiceState.parse({
    ...NO_FAULTS,
    ...config.faults,
    ratePerSecond: config.ratePerSecond,
    latencyMs: config.latencyMs,
  });

  const app = express();
  app.disable('x-powered-by');

  app.get('/thong-tin', (_request, response) => {
    response.json({
      TenDichVu: 'Dịch vụ dân cư mô phỏng (dữ liệu thử)',
      DuLieuThu: true,
      SoCongDan: register.citizens,
      SoLuotMoiGiay: state.ratePerSecond,
      SoYeuCauToiDaMoiLuot: MAX_CLAIMS,
      DangMoCua: !state.closed,
      SoYeuCauDaTraLoi: memory.answered,
    } satisfies WireSettings);
  });

  app.post('/dieu-khien', express.json({ limit: BODY_LIMIT }), (request, response) => {
    const change = ServiceState.partial().safeParse(request.body);
    if (!change.success) return refuse(response, 'du-lieu-sai');
    state = { ...state, ...change.data };
    logger.info({ state }, 'switched');
    response.json(state);
  });

  const admit = async (request: Request, response: Response, next: NextFunction) => {
    const { latencyMs } = state;
    // A call that still waits while the service closes has lost its line already.
    if (latencyMs > 0) await wait(latencyMs, undefined, { signal: closing }).catch(() => undefined);
    if (closing.aborted) return;
    const fate = drawFate(state);
    if (fate === 'reset') return void request.socket.resetAndDestroy();
    if (fate === 'error') return refuse(response, 'loi-noi-bo');
    if (state.refuse) return refuse(response, 'tu-choi');
    if (state.closed) return refuse(response, 'ngoai-gio');
    const seconds = gate.pass(state.ratePerSecond);
    if (seconds > 0) return refuse(response.set('Retry-After', String(seconds)), 'vuot-han-muc');
    response.locals.fate = fate;
    next();
  };

  app.post('/xac-thuc', admit, express.json({ limit: BODY_LIMIT }), (request, response) => {
    const batch = WireClaimBatch.safeParse(request.body);
    if (!batch.success) return refuse(response, 'du-lieu-sai');
    const claims = batch.data.DanhSach;
    if (claims.some((claim) => memory.conflicts(claim))) return refuse(response, 'ma-yeu-cau-trung');
    const answers = claims.map((claim) => memory.answer(claim, (asked) => answerClaim(register, asked)));
    logger.info({ claims: claims.length, outcomes: tally(answers.map((answer) => answer.MaKetQua)) }, 'answered');
    send(response, { DanhSach: answers });
  });

  app.use((_request, response) => refuse(response, 'khong-co'));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
    if (status === 413) return refuse(response, 'qua-lon');
    if (typeof status === 'number' && status < 500) return refuse(response, 'du-lieu-sai');
    // The name only: the message of a parser quotes what it was given.
    logger.error({ error: error instanceof Error ? error.name : typeof error }, 'failed');
    refuse(response, 'loi-noi-bo');
  });
  return app;
}

/** Sends the answer as the call's fate has it. */
function send(response: Response, answers: WireAnswerBatch): void {
  const fate = response.locals.fate as CallFate;
  if (fate === 'garbled') {
    response.type('html').send('<!doctype html><title>Cổng dịch vụ</title><p>Hệ thống đang được bảo trì.');
  } else if (fate === 'cut') {
    const body = Buffer.from(JSON.stringify(answers));
    response.type('json').set('Content-Length', String(body.length));
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
  } else {
    response.json(answers);
  }
}

function refuse(response: Response, code: ServiceProblemCode): void {
  const { status, title } = SERVICE_PROBLEMS[code];
  response.status(status).type('application/problem+json').send(JSON.stringify({ status, code, title }));
}

function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
