import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres } from '../../bootstrap/find-postgres.mjs';

/** A machine under load takes its time; a healthy one is ready in a second. */
const READY_WITHIN_MS = 60_000;

/** What a test can do without, and what it would spend seconds on. */
const UNSAFE_BUT_FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/** A database server of our own, on a socket in a temporary folder; nothing else on the machine is touched. */
export class TestPostgres {
  readonly #folder: string;
  readonly #stop: () => Promise<void>;
  #made = 0;

  private constructor(folder: string, stop: () => Promise<void>) {
    this.#folder = folder;
    this.#stop = stop;
  }

  /** @param settings of `postgresql.conf`; without them it is quick and would not survive a power cut. */
  static async start(settings: readonly string[] = UNSAFE_BUT_FAST): Promise<TestPostgres> {
    const programs = findPostgres();
    if (!programs) throw new Error('no PostgreSQL here: apt-get install postgresql, or set SOSACH_POSTGRES_BIN');
    const folder = mkdtempSync(join(tmpdir(), 'so-sach-pg-'));
    const owner = unprivileged();
    if (owner) chownSync(folder, owner.uid, owner.gid);
    const data = join(folder, 'data');
    const initdb = ['-D', data, '-U', 'sosach', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync'];
    execFileSync(join(programs, 'initdb'), initdb, { ...owner, cwd: folder, stdio: 'pipe' });
    const config = ['listen_addresses=', `unix_socket_directories=${folder}`, 'jit=off', ...settings];
    const stop = spawnServer(
      [join(programs, 'postgres'), '-D', data, ...config.flatMap((setting) => ['-c', setting])],
      folder,
      owner,
    );
    const postgres = new TestPostgres(folder, stop);
    try {
      await postgres.#untilReady();
      return postgres;
    } catch (error) {
      const log = readFileSync(join(folder, 'log'), 'utf8');
      await postgres.stop();
      throw new Error(`PostgreSQL did not start:\n${log}`, { cause: error });
    }
  }

  /** For `DATABASE_URL`. */
  url(database: string, user = 'sosach'): string {
    return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(this.#folder)}`;
  }

  /** A new, empty database; returns its URL. */
  async makeDatabase(): Promise<string> {
    const name = `test_${++this.#made}`;
    await this.query('postgres', `CREATE DATABASE ${name} TEMPLATE template0`);
    return this.url(name);
  }

  /** Runs statements past the store. */
  async query(database: string, statements: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      return (await client.query(statements)).rows;
    } finally {
      await client.end();
    }
  }

  /** From now on a role signs in with its password; every other one needs none. */
  async demandPasswordOf(role: string): Promise<void> {
    const file = join(this.#folder, 'data', 'pg_hba.conf');
    writeFileSync(file, `local all ${role} scram-sha-256\n${readFileSync(file, 'utf8')}`);
    await this.query('postgres', 'SELECT pg_reload_conf()');
  }

  async stop(): Promise<void> {
    await this.#stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #untilReady(): Promise<void> {
    const giveUpAt = performance.now() + READY_WITHIN_MS;
    for (;;) {
      try {
        await this.query('postgres', 'SELECT 1');
        return;
      } catch (error) {
        if (performance.now() > giveUpAt) throw error;
        await pause(50);
      }
    }
  }
}

type Owner = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root. */
function unprivileged(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('no unprivileged user to run PostgreSQL as');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/**
 * Under a shell that waits for the end of its input, which comes when we ask for it and also when this process is killed: no
 * server is ever left behind.
 */
function spawnServer(command: readonly string[], folder: string, owner: Owner | undefined): () => Promise<void> {
  const log = openSync(join(folder, 'log'), 'a');
  const options: SpawnOptions = { ...owner, cwd: folder, stdio: ['pipe', log, log] };
  const script = '"$@" & server=$!; read -r _; kill -QUIT $server; wait $server';
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...command], options);
  closeSync(log);
  const ended = new Promise<void>((resolve) => shell.once('close', () => resolve()));
  return async () => {
    shell.stdin?.end();
    await ended;
  };
}
