import { PROBLEMS, type ProblemCode } from '../contract/problem.ts';
import { fill, type Message } from '../rules/messages.ts';
import { DeskError } from './desk-error.ts';

/** Refuses in the server's own words what the server would refuse: nothing has to be sent to learn it. */
export function refusal(code: ProblemCode, params: Readonly<Record<string, string>> = {}): DeskError {
  const { status, title, nextStep } = PROBLEMS[code];
  const filled = ({ vi, en }: Message) => ({ vi: fill(vi, params), en: fill(en, params) });
  const type = `urn:so-sach:problem:${code}`;
  const problem = { type, status, code, title: filled(title), nextStep: filled(nextStep), requestId: '' };
  return new DeskError('refused', { problem });
}
