import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { PushAnswer, PushRequest } from '../contract/schemas/push.ts';
import { UPLOADED_FIELDS } from '../contract/uploaded-fields.ts';
import { addUnits } from '../server/admin/add-units.ts';
import { createAccount } from '../server/admin/create-account.ts';
import { openStore } from '../server/data-folder.ts';
import { makeLog } from '../server/log.ts';
import { startServer } from '../server/start-server.ts';
import { type BenchReport, median, rowOf } from './bench-report.ts';
import { benchRows } from './rules/rows.ts';

const BATCH = 500;
const ROUNDS = 12;
const WARM_UP = 3;
const PASSWORD = 'không ai dùng tới';

/**
 * A push of 500 rows end to end (HTTP, gzip, JSON, schema, rules, duplicates, queue, commit with synchronous FULL) beside the bare
 * insert of the same rows into SQLite in the same run, interleaved, by medians. The same rows sent again are measured too.
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
  const server = await startServer({
    port: 0,
    dataDir,
    population: null,
    // The queue is another benchmark's: here nobody asks.
    verification: { concurrency: 0 },
    pagesDir: dataDir,
    manifestFile: dataDir,
    officeJsUrl: '/office-js/office.js',
    makeWorkbook: async () => new Uint8Array(),
    log: makeLog({ write: () => {} }),
    limits: { requestsPerMinute: 1_000_000 },
  });
  const session = await signIn(server.httpUrl, token);
  const bare = new BareTable(join(dataDir, 'bare.sqlite'));
  const times = { push: [] as number[], again: [] as number[], bare: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const push = batch(round);
    const body = new Uint8Array(gzipSync(JSON.stringify(push)));
    const first = await timed(() => send(server.httpUrl, session, body, `bench-first-push-${round}`));
    const again = await timed(() => send(server.httpUrl, session, body, `bench-again-push-${round}`));
    const inserted = await timed(async () => bare.insert(push.rows));
    if (round < WARM_UP) continue;
    times.push.push(first);
    times.again.push(again);
    times.bare.push(inserted);
  }
  bare.close();
  await server.close();
  const rate = (label: string, milliseconds: readonly number[]) =>
    rowOf(
      label,
      'rows/s',
      milliseconds.map((time) => BATCH / (time / 1000)),
    );
  return {
    name: `push: ${BATCH} rows a request, client and server in one process`,
    rows: [
      rate('pushed, every row new', times.push),
      rate('pushed again, nothing changed', times.again),
      rate('bare SQLite insert of the same cells', times.bare),
    ],
    ratios: [
      // A push also parses, judges, hashes, looks for duplicates, queues and commits with an fsync, and its client shares the
      // two cores; below this the longest batch of 1,000 rows would keep a clerk waiting for more than half a second.
      { label: 'push against bare insert', value: median(times.bare) / median(times.push), goal: 0.05 },
      { label: 'unchanged rows against new ones', value: median(times.push) / median(times.again), goal: 1.5 },
    ],
  };
}

const UNIT = 'T-BENCH';

async function prepare(dataDir: string): Promise<string> {
  const store = await openStore(dataDir);
  await addUnits(store, [{ code: UNIT, name: UNIT, kind: 'school', parent: null, validFrom: null, validTo: null }]);
  const account = { username: 'bench', displayName: 'bench', role: 'clerk', unit: UNIT, password: PASSWORD } as const;
  await createAccount(store, account);
  await store.close();
  return account.username;
}

async function signIn(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

/** The rules' invented pupils, each round with numbers and ids of its own. */
function batch(round: number): PushRequest {
  const rows = benchRows(BATCH);
  const columns = UPLOADED_FIELDS.filter((field) => rows.some((row) => row[field] !== undefined));
  return {
    workbook: { template: 'student', version: 1, unit: UNIT, campaign: '', workbookId: 'bench' },
    columns,
    rows: rows.map((row, index) => {
      const serial = String(round * BATCH + index).padStart(6, '0');
      const citizenId = typeof row.citizenId === 'string' ? row.citizenId.slice(0, 6) + serial : row.citizenId;
      const cells = { ...row, citizenId };
      return {
        rowId: `00000000-0000-4000-8000-000000${serial}`,
        cells: columns.map((column) => cells[column] ?? null),
      };
    }),
  };
}

async function send(url: string, token: string, body: Uint8Array<ArrayBuffer>, key: string): Promise<void> {
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
  const answer = (await response.json()) as PushAnswer;
  if (response.status !== 200 || answer.rows.length !== BATCH) throw new Error(`push answered ${response.status}`);
}

/** What SQLite does with the same cells when nobody looks at them: one column a cell, one transaction a batch. */
class BareTable {
  readonly #database: Database.Database;
  #insert: Database.Statement<unknown[]> | undefined;

  constructor(path: string) {
    this.#database = new Database(path);
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = FULL');
  }

  insert(rows: PushRequest['rows']): void {
    const width = (rows[0]?.cells?.length ?? 0) + 1;
    this.#insert ??= this.#prepare(width);
    const insert = this.#insert;
    this.#database.transaction(() => {
      for (const { rowId, cells } of rows) insert.run([rowId, ...(cells ?? []).map((cell) => this.#bind(cell))]);
    })();
  }

  close(): void {
    this.#database.close();
  }

  #prepare(width: number): Database.Statement<unknown[]> {
    const columns = Array.from({ length: width }, (_, index) => `c${index}`);
    this.#database.exec(`CREATE TABLE bare (${columns.join(', ')}, PRIMARY KEY (c0))`);
    return this.#database.prepare(`INSERT INTO bare VALUES (${columns.map(() => '?').join(', ')})`);
  }

  #bind(cell: NonNullable<PushRequest['rows'][number]['cells']>[number]): unknown {
    if (typeof cell === 'boolean') return cell ? 1 : 0;
    return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
