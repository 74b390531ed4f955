import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { mintId } from '../crypto.ts';

/**
 * Gives each request its id and logs one line when it ends: method, route pattern, status, milliseconds, ids. Never the URL
 * itself, a header or a body: those can carry names and numbers.
 */
export function requestLog(log: Logger): RequestHandler {
  return function logRequest(request, response, next) {
    const started = performance.now();
    const requestId = mintId();
    response.locals.requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.on('close', () => {
      log.info(
        {
          requestId,
          method: request.method,
          route: response.locals.route ?? '(none)',
          status: response.writableFinished ? response.statusCode : 'aborted',
          ms: Math.round(performance.now() - started),
          accountId: response.locals.accountId ?? null,
        },
        'request',
      );
    });
    next();
  };
}
