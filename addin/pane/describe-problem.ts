import { DESK_ERRORS, DeskError } from '../../desk/desk-error.ts';
import { OfflineError } from '../../desk/http-transport.ts';
import { SheetError, sheetErrorMessage } from '../../desk/sheet-error.ts';
import { fill, type Message } from '../../rules/messages.ts';
import type { PaneProblem } from './pane-state.ts';
import { WORDS } from './words.ts';

/** Answers that mean: nobody is signed in any more. */
const SESSION_GONE: readonly string[] = ['not-signed-in', 'session-expired', 'token-missing', 'token-expired'];

/** Any failure in words. Nothing of an unknown error's text is shown: it may hold cell contents. */
export function describeProblem(error: unknown): PaneProblem {
  const plain = { nextStep: null, requestId: null, offline: false, signInNeeded: false };
  if (error instanceof SheetError) {
    return { ...plain, message: sheetErrorMessage(error.code, error.detail) };
  }
  if (error instanceof DeskError) {
    const { problem } = error;
    const signInNeeded = SESSION_GONE.includes(problem?.code ?? error.code);
    if (!problem) return { ...plain, signInNeeded, message: filled(DESK_ERRORS[error.code], error.params) };
    // An operator finds a failure of the server by its request; for a mistyped password the number would only be noise.
    const requestId = problem.status >= 500 ? problem.requestId : null;
    return { ...plain, signInNeeded, message: problem.title, nextStep: problem.nextStep, requestId };
  }
  if (error instanceof OfflineError) {
    return { ...plain, message: WORDS.problemOffline, nextStep: WORDS.problemOfflineNext, offline: true };
  }
  return { ...plain, message: WORDS.problemUnknown, nextStep: WORDS.problemUnknownNext };
}

function filled({ vi, en }: Message, params: Readonly<Record<string, string>>): Message {
  return { vi: fill(vi, params), en: fill(en, params) };
}
