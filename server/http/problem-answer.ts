import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ApiProblem } from './api-problem.ts';

/** What no route took. */
export const answerNotFound: RequestHandler = () => {
  throw new ApiProblem('not-found');
};

/** The last middleware: every failure leaves as `application/problem+json`; what we did not foresee is `internal`. */
export function answerProblem(log: Logger): ErrorRequestHandler {
  return function sendProblem(error: unknown, _request, response, _next) {
    const problem = problemOf(error);
    const requestId: string = response.locals.requestId;
    if (problem.code === 'internal') log.error({ requestId, ...traceOf(error) }, 'internal error');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.params.seconds) response.setHeader('Retry-After', problem.params.seconds);
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problem.toBody(requestId)));
  };
}

function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  // Express answers an undecodable path with a URIError and static files with http-errors of their own.
  const status = (error as { status?: unknown } | null)?.status;
  if (error instanceof URIError || (typeof status === 'number' && status >= 400 && status < 500)) {
    return new ApiProblem('not-found');
  }
  return new ApiProblem('internal', {}, { cause: error });
}

/** Where it failed, without the message: a message can quote the data that broke it. */
export function traceOf(error: unknown): { readonly error: string; readonly code?: string; readonly at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}), at: frames.map((line) => line.trim()) };
}
