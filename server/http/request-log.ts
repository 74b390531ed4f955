import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { mintId } from '../crypto.ts';
import type { Metrics } from '../metrics/metrics.ts';

/** Any of the three dozen that Node lets through would make a series of its own. */
const KNOWN_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS']);

/**
 * Gives each request its id and logs one line when it ends: method, route pattern, status, milliseconds, ids. Never the URL
 * itself, a header or a body: those can carry names and numbers. The same goes into the metrics.
 */
export function requestLog(log: Logger, metrics: Metrics): RequestHandler {
  return function logRequest(request, response, next) {
    const started = performance.now();
    const requestId = mintId();
    response.locals.requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.on('close', () => {
      const ms = performance.now() - started;
      const { method } = request;
      const route: string = response.locals.route ?? '(none)';
      const status = response.writableFinished ? response.statusCode : 'aborted';
      metrics.countRequest(KNOWN_METHODS.has(method) ? method : 'other', route, String(status), ms / 1000);
      log.info(
        {
          requestId,
          method,
          route,
          status,
          ms: Math.round(ms),
          accountId: response.locals.accountId ?? null,
        },
        'request',
      );
    });
    next();
  };
}
