import { Worker } from 'node:worker_threads';
import type { ProblemCode } from '../../contract/problem.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { PreparedPush } from './prepare-push.ts';
import { readPushBody } from './read-push-body.ts';

export interface ToRead {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly now: number;
}

export type ReadPush = { readonly id: number } & (
  | { readonly push: PreparedPush }
  | { readonly problem: { readonly code: ProblemCode; readonly params: Readonly<Record<string, string>> } }
  | { readonly failure: unknown }
);

interface Waiting {
  readonly resolve: (push: PreparedPush) => void;
  readonly reject: (error: unknown) => void;
}

/** About 200 rows: fewer are read before a thread has taken them over. */
const THREAD_FROM_BYTES = 64 * 1024;

/**
 * Reads and judges pushes, large ones in a thread of their own: while one push is written the next is read, and whoever asks for
 * something small is not kept waiting by either.
 */
export class PushReader {
  readonly #cipher: RecordCipher;
  readonly #program: string | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #lastId = 0;

  /** @param program file of `push-reader-thread`; absent: there is no thread, and everything is read where it is asked for */
  constructor(cipher: RecordCipher, program?: string) {
    this.#cipher = cipher;
    this.#program = program;
  }

  /**
   * @param now milliseconds since 1970 UTC; the rows are judged on that day
   * Rejects with `body-invalid`, or with what ended the thread.
   */
  async read(bytes: Uint8Array, now: number): Promise<PreparedPush> {
    if (this.#program === undefined || bytes.length < THREAD_FROM_BYTES) return readPushBody(bytes, this.#cipher, now);
    const push = await this.#readInThread(this.#program, bytes, now);
    for (const { judged, draft } of push.rows) {
      if (judged?.citizenId && draft?.numberIndex) this.#cipher.learn(judged.citizenId, draft.numberIndex);
    }
    return push;
  }

  /** Whatever is being read is not read to its end. */
  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  #readInThread(program: string, bytes: Uint8Array, now: number): Promise<PreparedPush> {
    this.#thread ??= this.#start(program);
    const thread = this.#thread;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      thread.postMessage({ id, bytes, now } satisfies ToRead);
    });
  }

  #start(program: string): Worker {
    const thread = new Worker(program, { workerData: this.#cipher.text });
    // It is there for the server's requests, and must not keep a process that has nothing else to do.
    thread.unref();
    let cause: unknown;
    thread.on('message', (answer: ReadPush) => this.#settle(answer));
    thread.once('error', (error) => {
      cause = error;
    });
    thread.once('exit', () => {
      this.#thread = undefined;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { reject } of waiting) reject(new Error('the thread that reads pushes has ended', { cause }));
    });
    return thread;
  }

  #settle(answer: ReadPush): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('push' in answer) waiting?.resolve(answer.push);
    else if ('problem' in answer) waiting?.reject(new ApiProblem(answer.problem.code, answer.problem.params));
    else waiting?.reject(answer.failure);
  }
}
