import { sha256 } from '../../crypto.ts';

/** Past this many the oldest ids are forgotten: about 50 MB, and far more than one day of any try-out. */
const REMEMBERED = 200_000;

/**
 * Which question a request id was used for, so that a question asked again after a broken line is counted once. The register
 * does not change while the service runs: the same question has the same answer. Of a question it keeps a digest only.
 */
export class AnswerMemory {
  readonly #questions = new Map<string, string>();
  #answered = 0;

  /** Different questions answered so far. */
  get answered(): number {
    return this.#answered;
  }

  /** True when the id was used for another question: its answer would be a verdict nobody asked for. */
  conflicts(requestId: string, question: readonly unknown[]): boolean {
    const known = this.#questions.get(requestId);
    return known !== undefined && known !== digestOf(question);
  }

  count(requestId: string, question: readonly unknown[]): void {
    if (this.#questions.has(requestId)) return;
    this.#questions.set(requestId, digestOf(question));
    this.#answered++;
    if (this.#questions.size > REMEMBERED) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const oldest = this.#questions.keys().next();
    if (!oldest.done) this.#questions.delete(oldest.value);
  }
}

function digestOf(question: readonly unknown[]): string {
  return sha256(JSON.stringify(question));
}
