import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { isChildReady } from './child-ready.ts';
import { UsageError } from './cli-io.ts';

/** A child that keeps dying is given up after this many restarts within the window: restarting hides a real fault. */
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
const RESTART_DELAY_MS = 500;
/** Time to answer after start: argon2, migrations and a cold disk together stay well below. */
const READY_MS = 60_000;
/** After a polite stop; longer than the longest transaction, short enough for an impatient Ctrl-C. */
const STOP_MS = 10_000;

export interface SupervisedUrls {
  readonly url: string;
  readonly httpsUrl: string | null;
}

export interface Supervised extends SupervisedUrls {
  /** Ends the child's whole process group and resolves when it is gone. */
  stop(): Promise<void>;
  /** Kills without warning, as a power cut would; the supervisor then starts it again. */
  kill(): void;
}

/**
 * Runs one `sosach` command as a process group of its own and restarts it when it dies. Children are told apart from the
 * terminal's group, so that Ctrl-C reaches them once, from here, and in order.
 * @param args the command line after `sosach`; ports must be fixed by the caller when addresses must survive a restart.
 * @param onOutput every line the child prints.
 */
export async function supervise(
  program: string,
  args: readonly string[],
  options: { readonly onOutput: (line: string) => void; readonly env?: Readonly<Record<string, string>> },
): Promise<Supervised> {
  let stopping = false;
  let restarts: number[] = [];
  let child = start();
  const urls = await ready(child, args[0] ?? '');
  watch(child);

  function start(): ChildProcess {
    const started = spawn(process.execPath, [program, ...args], {
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // The store of a try-out is a file of its own, whatever database the environment names.
      env: { ...process.env, DATABASE_URL: undefined, DATABASE_URL_FILE: undefined, ...options.env },
    });
    for (const stream of [started.stdout, started.stderr]) {
      // By lines, not by chunks: a chunk may end in the middle of a line, or of a Vietnamese letter.
      if (stream) createInterface({ input: stream }).on('line', (line) => line && options.onOutput(line));
    }
    return started;
  }

  function watch(watched: ChildProcess): void {
    watched.once('exit', (code, signal) => {
      if (stopping) return;
      const now = Date.now();
      restarts = [...restarts.filter((at) => now - at < RESTART_WINDOW_MS), now];
      if (restarts.length > MAX_RESTARTS) {
        options.onOutput(`sosach ${args[0]}: dừng hẳn sau ${MAX_RESTARTS} lần khởi động lại / gave up after restarts`);
        return;
      }
      options.onOutput(`sosach ${args[0]}: ${signal ?? code}, đang khởi động lại / restarting`);
      setTimeout(() => {
        if (stopping) return;
        child = start();
        watch(child);
      }, RESTART_DELAY_MS);
    });
  }

  return {
    ...urls,
    kill: () => signalGroup(child, 'SIGKILL'),
    stop: async () => {
      stopping = true;
      await stopGroup(child);
    },
  };
}

/** The child's addresses once it answers. Throws UsageError when it dies first, having said why, or stays silent. */
function ready(child: ChildProcess, name: string): Promise<SupervisedUrls> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signalGroup(child, 'SIGKILL');
      reject(new UsageError(`sosach ${name}: không trả lời sau ${READY_MS / 1000} giây (no answer)`));
    }, READY_MS);
    child.on('message', (message) => {
      if (!isChildReady(message)) return;
      clearTimeout(timer);
      resolve({ url: message.url, httpsUrl: message.httpsUrl });
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(
        new UsageError(`sosach ${name}: không khởi động được, lý do ở dòng trên (ended at start: ${signal ?? code})`),
      );
    });
  });
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}

/** The whole group, so that nothing the child started is left behind. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill(signal);
  else process.kill(-child.pid, signal);
}
