import type { z } from 'zod';
import type { Message } from '../rules/messages.ts';
import type { ProblemCode } from './problem.ts';
import type { Permission } from './role.ts';

/**
 * One entry of the API, read by the server (which method and path, who may, what is parsed) and by the OpenAPI document:
 * what is documented is what runs.
 */
export interface RouteDeclaration {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Express form: `:name` for a parameter. */
  readonly path: `/api/v1/${string}`;
  /** `public`: anyone · `signed-in`: any account · else the account's role must hold the permission; unit scope comes on top. */
  readonly permission: Permission | 'public' | 'signed-in';
  readonly summary: Message;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body is a file of at most this many bytes, whatever its format. */
  readonly file?: { readonly maxBytes: number };
  /** Needs the `Idempotency-Key` header. */
  readonly idempotent?: true;
  /** Open also while the account still has its one-time password. */
  readonly whilePasswordIsOneTime?: true;
  readonly answer:
    | { readonly status: 200; readonly schema: z.ZodType }
    | { readonly status: 200; readonly mediaType: string }
    | { readonly status: 204 };
  /** Refusals of this route's own; those of the wrapper are added to every route by `routeProblems`. */
  readonly problems: readonly ProblemCode[];
}
