import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { PushAnswer, PushRequest } from '../contract/schemas/push.ts';
import { addUnits } from '../server/admin/add-units.ts';
import { createAccount } from '../server/admin/create-account.ts';
import { openStore, STORE_FILE } from '../server/data-folder.ts';
import { type BenchReport, median, rowOf } from './bench-report.ts';
import { pushBatch } from './push-batch.ts';

/** As many as a pane sends at a time on a good line (`PUSH_MAX_ROWS`). */
const BATCH = 1000;
/** Schools that send at the same time, as on a last afternoon; each its whole list. */
const SCHOOLS = 3;
const BATCHES_OF_SCHOOL = 4;
/** Of a round. */
const BATCHES = SCHOOLS * BATCHES_OF_SCHOOL;
const ROUNDS = 8;
const WARM_UP = 2;
const PASSWORD = 'không ai dùng tới';

/**
 * Pushes end to end (HTTP, gzip, JSON, schema, rules, sealing, duplicates, queue, commit with synchronous FULL) beside the raw
 * upsert by better-sqlite3 of the very rows that came of them, into a table of the same columns and indexes, in transactions of
 * as many rows; in the same run, interleaved, by medians. The same rows sent again are measured too.
 */
export async function bench(): Promise<BenchReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'so-sach-bench-'));
  try {
    return await measure(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(dataDir: string): Promise<BenchReport> {
  const token = await prepare(dataDir);
  const server = await startServerProcess(dataDir);
  const session = await signIn(server.url, token);
  const raw = new RawUpsert(dataDir);
  const times = { push: [] as number[], again: [] as number[], known: [] as number[], raw: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const batches = Array.from({ length: BATCHES }, (_, index) =>
      pushBatch(round * BATCHES + index, BATCH, { unit: schoolOf(round * BATCHES + index), workbookId: 'bench' }),
    );
    const sent = (name: string, requests: readonly PushRequest[], told = BATCH) => {
      const bodies = requests.map((request) => new Uint8Array(gzipSync(JSON.stringify(request))));
      return timed(() => sendAll(server.url, session, bodies, `bench-${name}-${round}`, told));
    };
    const first = await sent('first', batches);
    const again = await sent('again', batches.map(asAcknowledged));
    const known = await sent('known', batches.map(asKnown), 0);
    const rows = raw.newRows();
    const upserted = await timed(async () => raw.upsert(rows));
    if (round < WARM_UP) continue;
    times.push.push(first);
    times.again.push(again);
    times.known.push(known);
    times.raw.push(upserted);
  }
  raw.close();
  await server.stop();
  const rate = (label: string, milliseconds: readonly number[]) =>
    rowOf(
      label,
      'rows/s',
      milliseconds.map((time) => (BATCHES * BATCH) / (time / 1000)),
    );
  return {
    name: `push: ${SCHOOLS} schools at the same time, ${BATCH} rows a request, a process for the server, one for its client`,
    rows: [
      rate('pushed, every row new', times.push),
      rate('pushed again whole, nothing changed', times.again),
      rate('pushed again as a pane does, by id and revision alone', times.known),
      rate('raw better-sqlite3 upsert of the same records', times.raw),
    ],
    notes: [
      'The goal is one of reading, schema and upsert. A push of ours is judged, sealed, indexed blind, queued and receipted as well.',
    ],
    ratios: [
      { label: 'push against the raw upsert', value: median(times.raw) / median(times.push), goal: 0.5 },
      { label: 'unchanged rows against new ones', value: median(times.push) / median(times.known), goal: 3 },
    ],
  };
}

const UNIT = 'T-BENCH';

const schoolOf = (batch: number) => `${UNIT}-${Math.floor(batch / BATCHES_OF_SCHOOL)}`;

/** What it sends of rows that were acknowledged and that it looks at anew. */
function asAcknowledged(push: PushRequest): PushRequest {
  return { ...push, rows: push.rows.map((row) => ({ ...row, base: 1 })) };
}

/** What a pane sends of rows that it knows to be as they were: nothing of them comes back. */
function asKnown(push: PushRequest): PushRequest {
  return { ...push, rows: push.rows.map(({ rowId }) => ({ rowId, base: 1 })) };
}

async function prepare(dataDir: string): Promise<string> {
  const store = await openStore(dataDir);
  const schools = new Set(Array.from({ length: (WARM_UP + ROUNDS) * BATCHES }, (_, batch) => schoolOf(batch)));
  const unitOf = (code: string, kind: 'commune' | 'school', parent: string | null) => ({
    ...{ code, name: code, kind, parent, validFrom: null, validTo: null },
  });
  await addUnits(store, [unitOf(UNIT, 'commune', null), ...[...schools].map((code) => unitOf(code, 'school', UNIT))]);
  const account = { username: 'bench', displayName: 'bench', role: 'clerk', unit: UNIT, password: PASSWORD } as const;
  await createAccount(store, account);
  await store.close();
  return account.username;
}

/** As it is shipped, in a process of its own: its clients are elsewhere, too. */
async function startServerProcess(dataDir: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const program = fileURLToPath(new URL('../dist/bench/push-server.mjs', import.meta.url));
  const child = fork(program, [dataDir], { execArgv: [] });
  const ended = once(child, 'exit');
  const [url] = (await Promise.race([once(child, 'message'), ended])) as [string];
  return {
    url,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

async function signIn(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

async function sendAll(
  url: string,
  token: string,
  bodies: readonly Uint8Array<ArrayBuffer>[],
  key: string,
  told: number,
) {
  await Promise.all(bodies.map((body, index) => send(url, token, body, `${key}-batch-${index}`, told)));
}

async function send(url: string, token: string, body: Uint8Array<ArrayBuffer>, key: string, told: number) {
  const response = await fetch(`${url}/api/v1/pushes`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'idempotency-key': key,
    },
    body,
  });
  const { rows } = (await response.json()) as PushAnswer;
  if (response.status !== 200 || rows.filter(({ revision }) => revision !== null).length > told)
    throw new Error(`push answered ${response.status}`);
}

type Row = Readonly<Record<string, unknown>>;

/** What SQLite does with the same records when nobody looks at them. */
class RawUpsert {
  readonly #store: Database.Database;
  readonly #database: Database.Database;
  readonly #upsert: Database.Statement<[Row]>;
  #seen = 0;

  /** Beside the store of `dataDir`, made alike: the table `records` with its indexes. */
  constructor(dataDir: string) {
    this.#store = new Database(join(dataDir, STORE_FILE), { readonly: true });
    this.#database = new Database(join(dataDir, 'raw.sqlite'));
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = FULL');
    this.#database.pragma('foreign_keys = OFF');
    const made = this.#store
      .prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE tbl_name = 'records' AND sql IS NOT NULL")
      .all();
    for (const { sql } of made) this.#database.exec(sql);
    const columns = (this.#store.pragma('table_info(records)') as { name: string }[]).map(({ name }) => name);
    this.#upsert = this.#database.prepare(
      `INSERT INTO records (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})
       ON CONFLICT (unit, record_id) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join()}`,
    );
  }

  /** Records that have come since the last time, in their order. */
  newRows(): readonly Row[] {
    const rows = this.#store
      .prepare<[number], Row>('SELECT * FROM records WHERE first_sequence > ? ORDER BY first_sequence')
      .all(this.#seen);
    this.#seen = Number(rows.at(-1)?.first_sequence);
    return rows;
  }

  upsert(rows: readonly Row[]): void {
    for (let from = 0; from < rows.length; from += BATCH) {
      this.#database.transaction(() => {
        for (const row of rows.slice(from, from + BATCH)) this.#upsert.run(row);
      })();
    }
  }

  close(): void {
    this.#store.close();
    this.#database.close();
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
