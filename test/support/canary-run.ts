import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { runCommandLine } from '../../cli/command-line.ts';
import type { RouteDeclaration } from '../../contract/route-declaration.ts';
import { ROUTES } from '../../contract/routes.ts';
import { addUnits } from '../../server/admin/add-units.ts';
import { createAccount } from '../../server/admin/create-account.ts';
import { markTryOut } from '../../server/admin/mark-try-out.ts';
import { openStore } from '../../server/data-folder.ts';
import { captureIo } from '../cli/capture-io.ts';
import { ACCOUNTS, PASSWORD, UNITS } from '../server/server-world.ts';
import type { Canaries } from './canaries.ts';

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const SERVICE = fileURLToPath(new URL('./canary-service.ts', import.meta.url));
const TSX = ['--import', 'tsx'];
const READY = /Máy chủ Sổ Sạch: (http:\/\/\S+)/;

/** Bytes that came out of the run, each with where from. */
export type Collected = ReadonlyMap<string, Uint8Array>;

/** The server and the population service as processes of their own, and everything that they say, answer and write. */
export class CanaryRun {
  readonly folder = mkdtempSync(join(tmpdir(), 'so-sach-canary-'));
  serviceUrl = '';
  url = '';
  #server: ChildProcess | undefined;
  readonly #processes: ChildProcess[] = [];
  #dataDir = '';
  readonly #collected = new Map<string, Uint8Array>();
  readonly #output = new Map<string, Buffer>();
  readonly #tokens = new Map<string, string>();

  get dataDir(): string {
    return this.#dataDir;
  }

  async startService(canaries: Canaries): Promise<void> {
    const service = fork(SERVICE, [JSON.stringify(canaries)], { execArgv: TSX, silent: true });
    this.#processes.push(service);
    this.#listen('service', service);
    [this.serviceUrl] = (await once(service, 'message')) as [string];
  }

  /** A data folder with units and accounts. */
  async makeStore(name: string, tryOut: boolean): Promise<void> {
    this.#dataDir = join(this.folder, name);
    mkdirSync(this.#dataDir);
    const store = await openStore(this.#dataDir);
    if (tryOut) await markTryOut(store);
    await addUnits(store, UNITS);
    for (const account of ACCOUNTS) {
      await createAccount(store, { ...account, displayName: account.username, password: PASSWORD });
    }
    await store.close();
  }

  /** `sosach serve` at its most talkative, over the last store. */
  async serve(environment: Readonly<Record<string, string>>): Promise<void> {
    const reports = join(this.folder, 'reports');
    mkdirSync(reports, { recursive: true });
    const args = [...TSX, 'cli/main.ts', 'serve', '--port', '0', '--data', this.#dataDir, '--log', 'debug'];
    const server = spawn(process.execPath, args, {
      cwd: HOME,
      env: {
        ...process.env,
        SOSACH_REQUESTS_PER_MINUTE: '100000',
        ...environment,
        NODE_OPTIONS: `--report-on-signal --report-uncaught-exception --report-on-fatalerror --report-directory=${reports}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#server = server;
    this.#processes.push(server);
    this.#tokens.clear();
    this.url = await new Promise((resolve, reject) => {
      this.#listen('server', server, (text) => {
        const ready = READY.exec(text);
        if (ready?.[1]) resolve(ready[1]);
      });
      server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    });
  }

  /** The process writes down what it knows of itself, and is killed where it stands: nothing is tidied up. */
  async crashServer(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const reports = join(this.folder, 'reports');
    const before = readdirSync(reports).length;
    server.kill('SIGUSR2');
    while (readdirSync(reports).length === before) await new Promise((resolve) => setTimeout(resolve, 20));
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  async fetch(
    method: string,
    path: string,
    as: string | null,
    body?: unknown,
  ): Promise<{ status: number; bytes: Buffer }> {
    const isFile = body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(as === null ? {} : { authorization: `Bearer ${await this.#token(as)}` }),
        ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
        'idempotency-key': `chim-bao-${String(this.#collected.size).padStart(12, '0')}`,
      },
      ...(body === undefined ? {} : { body: isFile ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const heads = JSON.stringify([...response.headers]);
    this.collect(`${method} ${path} as ${as}: ${response.status}`, Buffer.concat([Buffer.from(heads), bytes]));
    return { status: response.status, bytes };
  }

  async json<T>(method: string, path: string, as: string | null, body?: unknown): Promise<T> {
    const { status, bytes } = await this.fetch(method, path, as, body);
    if (status >= 400) throw new Error(`${method} ${path} answered ${status} ${bytes}`);
    return JSON.parse(bytes.toString()) as T;
  }

  /**
   * Every route of the contract, as those who may and those who may not, with what it needs and with nothing: files, lists,
   * statuses and problems. A route that comes later is walked without a word here.
   */
  async walkRoutes(names: Readonly<Record<string, readonly string[]>>): Promise<void> {
    for (const route of Object.values(ROUTES) as RouteDeclaration[]) {
      if (route.path.startsWith('/api/v1/session') || route.path === '/api/v1/me/password') continue;
      for (const path of pathsOf(route.path, names)) {
        for (const as of ['vanthu.a', 'xem.a', 'canbo.x1', 'vanhanh', null]) {
          // What is written is written on purpose elsewhere; here its refusals are wanted.
          await this.fetch(
            route.method,
            route.method === 'GET' ? path : `${path}?unit=khong-co`,
            as,
            route.body ? {} : undefined,
          );
        }
      }
    }
    for (const path of [
      '/',
      '/quan-ly',
      '/ban-lam-viec',
      '/khung/',
      '/manifest.xml',
      '/metrics',
      '/live',
      '/khong-co',
    ]) {
      await this.fetch('GET', path, null);
    }
  }

  /** A command of the operator, beside the running server. Files that it writes into the folder are collected with it. */
  async command(...args: string[]): Promise<number> {
    const io = captureIo();
    const code = await runCommandLine(args, io, HOME);
    this.collect(`sosach ${args.slice(0, 2).join(' ')}`, Buffer.from(io.stdout() + io.stderr()));
    return code;
  }

  collect(where: string, bytes: Uint8Array): void {
    this.#collected.set(`${this.#collected.size} ${where}`, bytes);
  }

  /** Everything so far: answers, output, and every file of the folder, the databases' pages and their values. */
  everything(): Collected {
    const all = new Map(this.#collected);
    for (const [who, output] of this.#output) all.set(`output of ${who}`, output);
    for (const file of filesIn(this.folder)) {
      all.set(`file ${relative(this.folder, file)}`, readFileSync(file));
      if (file.endsWith('.sqlite')) all.set(`values of ${relative(this.folder, file)}`, valuesOf(file));
    }
    return all;
  }

  async close(): Promise<void> {
    for (const process of this.#processes) process.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #listen(who: string, child: ChildProcess, onText: (text: string) => void = () => {}): void {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (piece: Buffer) => {
        // In one piece in the end: a line may break where a value stands.
        this.#output.set(who, Buffer.concat([this.#output.get(who) ?? Buffer.alloc(0), piece]));
        onText(piece.toString());
      });
    }
  }

  async #token(username: string): Promise<string> {
    const known = this.#tokens.get(username);
    if (known) return known;
    const session = await this.json<{ accessToken: string }>('POST', '/api/v1/session', null, {
      username,
      password: PASSWORD,
    });
    this.#tokens.set(username, session.accessToken);
    return session.accessToken;
  }
}

/** The path with each of the names that stand for a parameter. */
function pathsOf(path: string, names: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const parameter = /:(\w+)/.exec(path);
  if (!parameter) return [path];
  const values = names[parameter[1] ?? ''] ?? ['khong-co'];
  return values.flatMap((value) => pathsOf(path.replace(parameter[0], encodeURIComponent(value)), names));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/** What the database holds as values: pages may cut one in two. Read from a copy, so that no journal is tidied away. */
function valuesOf(file: string): Uint8Array {
  const copies = mkdtempSync(join(tmpdir(), 'so-sach-values-'));
  try {
    const name = file.slice(file.lastIndexOf('/') + 1);
    for (const end of ['', '-wal', '-shm']) {
      if (statSync(file + end, { throwIfNoEntry: false })) cpSync(file + end, join(copies, name + end));
    }
    const database = new Database(join(copies, name));
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];
    const rows = tables.flatMap((table) => database.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]);
    database.close();
    return Buffer.concat(rows.flat().map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(`${value}\n`))));
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}
