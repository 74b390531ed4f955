import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A program that can be killed at any moment and started again. It sends its address once it listens. */
export class MortalProcess {
  readonly #file: string;
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;
  #url: Promise<string> = Promise.reject(new Error('never started'));

  constructor(file: string, args: readonly string[]) {
    this.#file = file;
    this.#args = args;
    this.#url.catch(() => undefined);
  }

  /** Where the present process listens, as soon as it does. */
  get url(): Promise<string> {
    return this.#url;
  }

  start(): void {
    const { NODE_V8_COVERAGE: _slow, ...env } = process.env;
    const child = fork(this.#file, this.#args, { env, execArgv: [] });
    this.#child = child;
    this.#url = Promise.race([
      once(child, 'message').then(([url]) => url as string),
      once(child, 'exit').then(([code, signal]) => {
        throw new Error(`ended with ${code ?? signal} before it listened`);
      }),
    ]);
    this.#url.catch(() => undefined);
  }

  /** SIGKILL: no handler runs, no buffer is written. Resolves once it is dead. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
