import type { ComparedField } from '../../../contract/verdict.ts';
import { isoDate } from '../../../rules/plain-date.ts';
import type {
  Claim,
  ClaimAnswer,
  ClaimAnswered,
  ClaimBirthDate,
  ClaimNotAsked,
  PopulationAdapter,
} from '../population-adapter.ts';
import { requireAskable } from '../require-askable.ts';
import { retryAfterSeconds } from '../retry-after.ts';
import {
  FIELD_NAMES,
  FLAG_CODES,
  MAX_CLAIMS,
  OUTCOME_CODES,
  type ServiceFlag,
  type WireAnswer,
  WireAnswerBatch,
  type WireClaim,
  WireProblem,
} from '../simulator/wire.ts';

export interface SimulatedAdapterConfig {
  /** Where the simulated service listens, e.g. `http://127.0.0.1:7070`. */
  readonly url: string;
  /** Calls a second; keep it at what the service grants. Default: 5. */
  readonly ratePerSecond?: number;
  /** Default and maximum: 50. */
  readonly batchSize?: number;
  /** Milliseconds for a whole call; then the service counts as unreachable. */
  readonly timeoutMs: number;
}

const DEFAULT_RATE = 5;

/** Asks the simulated population service. Whatever fails on the way is a transport, never an outcome. */
export function createSimulatedAdapter(config: SimulatedAdapterConfig): PopulationAdapter {
  const end = new URL('/xac-thuc', config.url);
  return {
    id: 'simulated',
    register: 'invented',
    batchSize: Math.min(config.batchSize ?? MAX_CLAIMS, MAX_CLAIMS),
    ratePerSecond: config.ratePerSecond ?? DEFAULT_RATE,
    async ask(claims, signal) {
      signal.throwIfAborted();
      if (claims.length === 0) return [];
      claims.forEach(requireAskable);
      const reply = await callService(end, claims, AbortSignal.any([signal, AbortSignal.timeout(config.timeoutMs)]));
      signal.throwIfAborted();
      return claims.map(({ requestId }): ClaimAnswer => ({ requestId, ...answerTo(reply, requestId) }));
    },
  };
}

type Reply = ReadonlyMap<string, ClaimAnswered> | ClaimNotAsked;

/** A claim that the service passed over was not asked: the queue will ask again. */
function answerTo(reply: Reply, requestId: string): ClaimAnswered | ClaimNotAsked {
  if ('transport' in reply) return reply;
  return reply.get(requestId) ?? { transport: 'unreachable' };
}

async function callService(end: URL, claims: readonly Claim[], signal: AbortSignal): Promise<Reply> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(end, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ DanhSach: claims.map(wireClaim) }),
      redirect: 'error',
      signal,
    });
    body = await response.text();
  } catch {
    // Refused, reset, broken off or timed out: fetch tells them apart by text only, and the queue does the same for all.
    return { transport: 'unreachable' };
  }
  const json = findJson(body);
  if (!response.ok) return notAsked(response, json);
  const answers = WireAnswerBatch.safeParse(json);
  if (!answers.success) return { transport: 'unreachable' };
  return new Map(answers.data.DanhSach.map((answer) => [answer.MaYeuCau, answered(answer)]));
}

function notAsked(response: Response, json: unknown): ClaimNotAsked {
  const seconds = retryAfterSeconds(response.headers.get('retry-after'), Date.now());
  const later = seconds === undefined ? {} : { retryAfterSeconds: seconds };
  if (response.status === 429) return { transport: 'throttled', ...later };
  const problem = WireProblem.safeParse(json);
  if (problem.success && problem.data.code === 'ngoai-gio') return { transport: 'closed-hours', ...later };
  return response.status < 500 ? { transport: 'refused-config' } : { transport: 'unreachable', ...later };
}

function findJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function wireClaim(claim: Claim): WireClaim {
  return {
    MaYeuCau: claim.requestId,
    MaDVC: claim.unit,
    MaCanBo: claim.officer,
    MucDich: claim.purpose,
    SoDinhDanh: claim.citizenId,
    HoVaTen: claim.fullName,
    NgayThangNamSinh: wireBirthDate(claim.birthDate),
    ...(claim.sex === null ? {} : { GioiTinh: claim.sex === 'Nam' ? (1 as const) : (2 as const) }),
    ...(claim.province === null ? {} : { ThuongTru: { TinhThanh: claim.province } }),
  };
}

function wireBirthDate({ year, month, day }: ClaimBirthDate): string {
  return month === undefined || day === undefined ? String(year).padStart(4, '0') : isoDate({ year, month, day });
}

const OUTCOMES = inverse(OUTCOME_CODES);
const FIELDS = inverse<ComparedField, (typeof FIELD_NAMES)[ComparedField]>(FIELD_NAMES);
const FLAGS = inverse<ServiceFlag, (typeof FLAG_CODES)[ServiceFlag]>(FLAG_CODES);

function answered(answer: WireAnswer): ClaimAnswered {
  return {
    transport: 'answered',
    outcome: OUTCOMES[answer.MaKetQua],
    compared: answer.DaSoSanh.map((name) => FIELDS[name]),
    flags: answer.GhiChu.map((code) => FLAGS[code]),
  };
}

function inverse<K extends string, V extends string>(table: Readonly<Record<K, V>>): Readonly<Record<V, K>> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [value, key])) as Record<V, K>;
}
