import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import type { Problem } from '../../contract/schemas/problem.ts';
import { fill, type Message } from '../../rules/messages.ts';

/**
 * A refusal of a request. Thrown, it takes the transaction back; returned by a handler, what was written stays (a reused
 * refresh token must be answered with a refusal and still revoke its family).
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string>>;

  /** The parameters stand in the answer: codes, places and numbers, never a person's data. */
  constructor(code: ProblemCode, params: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  toBody(requestId: string): Problem {
    const { status, title, nextStep } = PROBLEMS[this.code];
    const params = { ...this.params, requestId };
    const filled = (text: Message) => ({ vi: fill(text.vi, params), en: fill(text.en, params) });
    return {
      type: `urn:so-sach:problem:${this.code}`,
      status,
      code: this.code,
      title: filled(title),
      nextStep: filled(nextStep),
      requestId,
    };
  }
}
