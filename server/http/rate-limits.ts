import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import { sha256 } from '../crypto.ts';
import { ApiProblem } from './api-problem.ts';
import { RATE_LIMIT_DEFAULTS } from './rate-limit-defaults.ts';

export interface RateLimits {
  /** Wrong passwords for one user name from one address in a quarter of an hour. */
  readonly signInFailures?: number;
  /** Requests from one address a minute. */
  readonly requestsPerMinute?: number;
}

/** Only failures count, so that a shared computer with many users is never locked out by their work. */
export function signInLimit(limits: RateLimits): RequestHandler {
  return limit({
    windowMs: 15 * 60_000,
    limit: limits.signInFailures ?? RATE_LIMIT_DEFAULTS.signInFailures,
    code: 'too-many-attempts',
    skipSuccessfulRequests: true,
    // A refusal for another reason (a closed unit, a weak new password) is no guess.
    requestWasSuccessful: (_request, response) => response.statusCode !== PROBLEMS['credentials-wrong'].status,
    keyGenerator: (request, response) => {
      const username = (request.body as { username?: unknown } | undefined)?.username;
      const who = typeof username === 'string' ? username.toLowerCase() : String(response.locals.accountId);
      return sha256(`${ipKeyGenerator(request.ip ?? '')} ${who}`);
    },
  });
}

export function generalLimit(limits: RateLimits): RequestHandler {
  return limit({
    windowMs: 60_000,
    limit: limits.requestsPerMinute ?? RATE_LIMIT_DEFAULTS.requestsPerMinute,
    code: 'too-many-requests',
    skipSuccessfulRequests: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
  });
}

function limit(options: {
  readonly windowMs: number;
  readonly limit: number;
  readonly code: ProblemCode;
  readonly skipSuccessfulRequests: boolean;
  readonly requestWasSuccessful?: (request: Request, response: Response) => boolean;
  readonly keyGenerator: (request: Request, response: Response) => string;
}): RequestHandler {
  const { code, ...rest } = options;
  return rateLimit({
    ...rest,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (request, _response, next) => {
      const resetAt = (request as Request & { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime?.getTime();
      const seconds = Math.max(1, Math.ceil(((resetAt ?? Date.now() + rest.windowMs) - Date.now()) / 1000));
      next(new ApiProblem(code, { seconds: String(seconds) }));
    },
  });
}
