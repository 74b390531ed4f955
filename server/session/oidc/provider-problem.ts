import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { ProblemCode } from '../../../contract/problem.ts';
import { ApiProblem } from '../../http/api-problem.ts';

/** Codes of errors, of claims and of the protocol; nothing that a token held. */
interface Why {
  readonly error: string;
  /** The library's. */
  readonly code?: string;
  /** The provider's: `invalid_client`. */
  readonly answered?: string;
  readonly claim?: string;
}

/** What the person before the dialog is told of a provider's failure, and what the operator reads in the log. */
export function providerProblem(error: unknown): { readonly problem: ApiProblem; readonly why: Why } {
  if (error instanceof ApiProblem) return { problem: error, why: { error: error.name } };
  const problem = new ApiProblem(codeOf(error), {}, { cause: error });
  return { problem, why: whyOf(error) };
}

/** RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof AuthorizationResponseError) {
    return error.error === 'server_error' || error.error === 'temporarily_unavailable'
      ? 'provider-unreachable'
      : 'provider-refused';
  }
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return 'provider-unreachable';
    // The code had been used, was too old, or was made out to another.
    return error.error === 'invalid_grant' ? 'handover-expired' : 'provider-answer-invalid';
  }
  if (error instanceof ClientError) return isNoAnswer(error) ? 'provider-unreachable' : 'provider-answer-invalid';
  // `fetch` rejects with a TypeError for a line that does not come about.
  if (error instanceof TypeError && error.message === 'fetch failed') return 'provider-unreachable';
  return 'provider-answer-invalid';
}

/** Late, or an error page instead of an answer. */
function isNoAnswer({ code, cause }: ClientError): boolean {
  if (code === 'OAUTH_TIMEOUT') return true;
  return code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' && cause instanceof Response && cause.status >= 500;
}

function whyOf(error: unknown): Why {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const protocol = (error as { error?: unknown }).error;
  const claim = (error.cause as { cause?: { claim?: unknown } } | undefined)?.cause?.claim;
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof protocol === 'string' && /^[a-z_]{1,40}$/.test(protocol) ? { answered: protocol } : {}),
    ...(typeof claim === 'string' ? { claim } : {}),
  };
}
