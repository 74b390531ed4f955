import type Database from 'better-sqlite3';
import { AccountTable } from './account-table.ts';
import { AuditTable } from './audit-table.ts';
import { CampaignTable } from './campaign-table.ts';
import { MetaTable } from './meta-table.ts';
import { openDatabase } from './open-database.ts';
import { PaceTable } from './pace-table.ts';
import { PushTable } from './push-table.ts';
import { ReceiptTable } from './receipt-table.ts';
import { RecordTable } from './record-table.ts';
import { SessionTable } from './session-table.ts';
import { StatusTable } from './status-table.ts';
import { TallyTable } from './tally-table.ts';
import { UnitTable } from './unit-table.ts';
import { VerificationTable } from './verification-table.ts';
import { WorkbookTable } from './workbook-table.ts';

/** Everything the server keeps, in one SQLite file. SQL stands in this folder and nowhere else, one file a noun. */
export class Store {
  readonly meta: MetaTable;
  readonly units: UnitTable;
  readonly accounts: AccountTable;
  readonly sessions: SessionTable;
  readonly workbooks: WorkbookTable;
  readonly records: RecordTable;
  readonly pushes: PushTable;
  readonly verifications: VerificationTable;
  readonly statuses: StatusTable;
  readonly paces: PaceTable;
  readonly campaigns: CampaignTable;
  readonly receipts: ReceiptTable;
  readonly tallies: TallyTable;
  readonly audit: AuditTable;
  readonly #database: Database.Database;

  private constructor(database: Database.Database) {
    this.#database = database;
    this.meta = new MetaTable(database);
    this.units = new UnitTable(database);
    this.accounts = new AccountTable(database);
    this.sessions = new SessionTable(database);
    this.workbooks = new WorkbookTable(database);
    this.records = new RecordTable(database);
    this.pushes = new PushTable(database);
    this.verifications = new VerificationTable(database);
    this.statuses = new StatusTable(database);
    this.paces = new PaceTable(database);
    this.campaigns = new CampaignTable(database);
    this.receipts = new ReceiptTable(database);
    this.tallies = new TallyTable(database);
    this.audit = new AuditTable(database);
  }

  /** Throws `ServerError` when the file is not ours, newer, damaged or cannot be written. */
  static open(path: string): Store {
    return new Store(openDatabase(path));
  }

  /** Runs in one write transaction: commits when `work` returns, takes everything back when it throws. */
  write<T>(work: () => T): T {
    return this.#database.transaction(work).immediate();
  }

  /** Runs over one unchanging view of the data. */
  read<T>(work: () => T): T {
    return this.#database.transaction(work).deferred();
  }

  /** Of the file, as it will be once its journal is taken over. */
  bytes(): number {
    const pragma = (name: string) => this.#database.pragma(name, { simple: true }) as number;
    return pragma('page_count') * pragma('page_size');
  }

  close(): void {
    this.#database.close();
  }
}
