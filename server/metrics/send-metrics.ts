import type { Request, RequestHandler } from 'express';
import type { Clock } from '../clock.ts';
import { sameSecret } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsServices {
  readonly store: Store;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Absent: this machine alone may read. */
  readonly metricsToken?: string;
}

/** `GET /metrics` for Prometheus. Whoever may not read it is told that there is nothing. */
export function sendMetrics({ store, clock, metrics, metricsToken }: MetricsServices): RequestHandler {
  return async function answerMetrics(request, response) {
    response.locals.route = '/metrics';
    if (!mayRead(request, metricsToken)) throw new ApiProblem('not-found');
    const now = clock.now();
    const { queue, overdueSince, bytes } = await store.read(async (tables) => ({
      queue: await tables.verifications.countByTransport(),
      overdueSince: Math.min((await tables.verifications.nextDueAt()) ?? now, now),
      bytes: await store.size(),
    }));
    const text = metrics.text([
      ...queue.map(({ transport, rows }) => ({ name: 'sosach_queue_rows', labels: { transport }, value: rows })),
      { name: 'sosach_queue_overdue_seconds', value: (now - overdueSince) / 1000 },
      { name: 'sosach_store_bytes', value: bytes },
      { name: 'process_resident_memory_bytes', value: process.memoryUsage.rss() },
      { name: 'process_uptime_seconds', value: process.uptime() },
    ]);
    response.setHeader('Cache-Control', 'no-store');
    response.status(200).type('text/plain; version=0.0.4; charset=utf-8').send(text);
  };
}

/**
 * With a token, whoever has it; else whoever sits at this machine. A reverse proxy on this machine is not such a one: what it
 * passes on names where it comes from.
 */
function mayRead(request: Request, token: string | undefined): boolean {
  if (token !== undefined) return sameSecret(request.get('Authorization') ?? '', `Bearer ${token}`);
  const isForwarded = request.get('X-Forwarded-For') !== undefined || request.get('Forwarded') !== undefined;
  return !isForwarded && /^(?:::1|(?:::ffff:)?127\.[\d.]+)$/.test(request.socket.remoteAddress ?? '');
}
