import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { NextFunction, Request, Response } from 'express';
import { type Logger, pino } from 'pino';
import { AnswerMemory } from './answer-memory.ts';
import { type CallFate, type Faults, fateDrawer, NO_FAULTS, ServiceState } from './faults.ts';
import { rateGate } from './rate-gate.ts';
import { inventRegister, type Register } from './register.ts';
import type { ServiceProblemCode } from './wire.ts';

/** What the simulated service is, whatever shape a question comes in. */
export interface ServiceConfig {
  /** Size of the register: the people with index 0 … citizens − 1. */
  readonly citizens: number;
  readonly seed: string;
  /** Default: the invented one of that seed and size. */
  readonly register?: Register;
  /** Calls granted a second. */
  readonly ratePerSecond: number;
  readonly latencyMs: number;
  readonly faults?: Partial<Faults>;
  /** Default: silent. It is never given anything of a person. */
  readonly logger?: Logger;
  /** Milliseconds that never run backwards; for tests of the rate. */
  readonly now?: () => number;
}

/** Refuses in the words of one shape. */
export type Refuse = (response: Response, code: ServiceProblemCode) => void;

/** One register, one memory, one rate and one set of switches behind all shapes. */
export function makeSimulatorService(config: ServiceConfig, closing: AbortSignal) {
  const drawFate = fateDrawer(config.seed);
  const gate = rateGate(config.now ?? (() => performance.now()));
  let state: ServiceState = ServiceState.parse({
    ...NO_FAULTS,
    ...config.faults,
    ratePerSecond: config.ratePerSecond,
    latencyMs: config.latencyMs,
  });
  // A call that still waits while the service closes has lost its line already.
  const hold = async (ms: number) => {
    if (ms > 0) await wait(ms, undefined, { signal: closing }).catch(() => undefined);
  };

  return {
    register: config.register ?? inventRegister(config.seed, config.citizens),
    seed: config.seed,
    memory: new AnswerMemory(),
    logger: config.logger ?? pino({ level: 'silent' }),
    state: () => state,
    change(switches: Partial<ServiceState>): ServiceState {
      state = { ...state, ...switches };
      return state;
    },

    /** Lets a call in, or does with it what the switches say. */
    admit: (refuse: Refuse) => async (request: Request, response: Response, next: NextFunction) => {
      await hold(state.latencyMs);
      if (closing.aborted) return;
      const fate = drawFate(state);
      if (fate === 'reset') return void request.socket.resetAndDestroy();
      if (fate === 'error') return refuse(response, 'loi-noi-bo');
      if (state.refuse) return refuse(response, 'tu-choi');
      if (state.closed) return refuse(response, 'ngoai-gio');
      const seconds = gate.pass(state.ratePerSecond);
      if (seconds > 0) return refuse(response.set('Retry-After', retryAfter(seconds, state)), 'vuot-han-muc');
      response.locals.fate = fate;
      next();
    },

    /** Sends an answer as the call's fate has it. */
    async send(response: Response, type: string, text: string): Promise<void> {
      const fate = fateOf(response);
      if (fate === 'late') await hold(state.lateMs);
      if (closing.aborted) return;
      const body = Buffer.from(text);
      const half = body.subarray(0, Math.floor(body.length / 2));
      if (fate === 'garbled') {
        response.type('html').send('<!doctype html><title>Cổng dịch vụ</title><p>Hệ thống đang được bảo trì.');
      } else if (fate === 'cut') {
        response.type(type).set('Content-Length', String(body.length));
        response.write(half, () => response.socket?.destroy());
      } else {
        response.type(type).send(fate === 'malformed' ? half : body);
      }
    },
  };
}
export type SimulatorService = ReturnType<typeof makeSimulatorService>;

/** What was drawn for a call that was let in. */
export function fateOf(response: Response): CallFate {
  return response.locals.fate as CallFate;
}

function retryAfter(seconds: number, { retryAfterAsDate }: ServiceState): string {
  return retryAfterAsDate ? new Date(Date.now() + seconds * 1000).toUTCString() : String(seconds);
}
