import type { RecordCipher } from '../crypto/record-cipher.ts';
import { AccountTable } from './account-table.ts';
import { AsideTable } from './aside-table.ts';
import { AskedNumberTable } from './asked-number-table.ts';
import { AuditTable } from './audit-table.ts';
import { CampaignTable } from './campaign-table.ts';
import { CarriedTable } from './carried-table.ts';
import { ChangeTable } from './change-table.ts';
import type { Sql } from './engine/sql.ts';
import { LoopTable } from './loop-table.ts';
import { MetaTable } from './meta-table.ts';
import { NoticeTable } from './notice-table.ts';
import { PaceTable } from './pace-table.ts';
import { ProviderSignInTable } from './provider-sign-in-table.ts';
import { PushReceiptTable } from './push-receipt-table.ts';
import { PushTable } from './push-table.ts';
import { ReceiptTable } from './receipt-table.ts';
import { RecordRowTable } from './record-row-table.ts';
import { RecordTable } from './record-table.ts';
import { ReleaseTable } from './release-table.ts';
import { RetentionTable } from './retention-table.ts';
import { RoundTable } from './round-table.ts';
import type { SealedTable } from './sealed-table.ts';
import { SessionTable } from './session-table.ts';
import { SharedNumberTable } from './shared-number-table.ts';
import { SheetCheckTable } from './sheet-check-table.ts';
import { SignInFailureTable } from './sign-in-failure-table.ts';
import { StatusTable } from './status-table.ts';
import { TallyTable } from './tally-table.ts';
import { UnitTable } from './unit-table.ts';
import { VerificationTable } from './verification-table.ts';
import { WorkbookTable } from './workbook-table.ts';

/** Everything the server keeps, seen through one connection. SQL stands in this folder and nowhere else, one file a noun. */
export class Tables {
  readonly meta: MetaTable;
  readonly units: UnitTable;
  readonly accounts: AccountTable;
  readonly sessions: SessionTable;
  readonly signInFailures: SignInFailureTable;
  readonly providerSignIns: ProviderSignInTable;
  readonly workbooks: WorkbookTable;
  readonly records: RecordTable;
  readonly recordRows: RecordRowTable;
  readonly changes: ChangeTable;
  readonly pushes: PushTable;
  readonly pushReceipts: PushReceiptTable;
  readonly verifications: VerificationTable;
  readonly asides: AsideTable;
  readonly askedNumbers: AskedNumberTable;
  readonly sheetChecks: SheetCheckTable;
  readonly carried: CarriedTable;
  readonly statuses: StatusTable;
  readonly paces: PaceTable;
  readonly campaigns: CampaignTable;
  readonly receipts: ReceiptTable;
  readonly tallies: TallyTable;
  readonly rounds: RoundTable;
  readonly loop: LoopTable;
  readonly notices: NoticeTable;
  readonly sharedNumbers: SharedNumberTable;
  readonly releases: ReleaseTable;
  readonly audit: AuditTable;
  readonly retention: RetentionTable;
  readonly #sql: Sql;

  /** @param cipher under which persons' numbers lie in the store */
  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.meta = new MetaTable(sql);
    this.units = new UnitTable(sql);
    this.accounts = new AccountTable(sql);
    this.sessions = new SessionTable(sql);
    this.signInFailures = new SignInFailureTable(sql);
    this.providerSignIns = new ProviderSignInTable(sql);
    this.workbooks = new WorkbookTable(sql);
    this.records = new RecordTable(sql, cipher);
    this.recordRows = new RecordRowTable(sql);
    this.changes = new ChangeTable(sql, cipher);
    this.pushes = new PushTable(sql, cipher);
    this.pushReceipts = new PushReceiptTable(sql, cipher);
    this.verifications = new VerificationTable(sql);
    this.asides = new AsideTable(sql);
    this.askedNumbers = new AskedNumberTable(sql, cipher);
    this.sheetChecks = new SheetCheckTable(sql);
    this.statuses = new StatusTable(sql, cipher);
    this.carried = new CarriedTable(sql);
    this.paces = new PaceTable(sql);
    this.campaigns = new CampaignTable(sql);
    this.receipts = new ReceiptTable(sql);
    this.tallies = new TallyTable(sql);
    this.rounds = new RoundTable(sql);
    this.loop = new LoopTable(sql, cipher);
    this.notices = new NoticeTable(sql, cipher);
    this.sharedNumbers = new SharedNumberTable(sql, cipher);
    this.releases = new ReleaseTable(sql, cipher);
    this.audit = new AuditTable(sql);
    this.retention = new RetentionTable(sql);
  }

  /** Every table with sealed values. */
  get sealed(): readonly SealedTable[] {
    return [this.records, this.notices, this.changes, this.pushes, this.pushReceipts].map(({ sealed }) => sealed);
  }

  /** Holds back, until this transaction ends, every other that asks for a lock of one of these names; taken in the order given. */
  lock(...names: readonly string[]): Promise<void> {
    return this.#sql.lock(...names);
  }
}
