import type { Campaign } from '../../contract/schemas/campaign.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import type { RecordKind } from '../../rules/record.ts';
import type { ReceiptKey } from '../store/receipt-table.ts';
import type { Store } from '../store/store.ts';
import type { Scope } from '../store/unit-table.ts';
import { isInOperation } from '../units/unit-access.ts';
import type { WorkbookMaker } from '../workbook-maker.ts';
import { type ComposeServices, composeWorkbook } from './compose-workbook.ts';

export interface IssueServices extends ComposeServices {
  readonly store: Store;
  readonly makeWorkbook: WorkbookMaker;
}

export interface IssuedWorkbook {
  readonly unit: string;
  readonly kind: RecordKind;
  /** Unit and kind; never a person. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** More units at a time would hold more of the tree in memory than a page needs. */
const UNITS_A_TIME = 500;

/** The kinds a campaign asks for, in the order of its parts. */
export function kindsOf(campaign: Campaign): readonly RecordKind[] {
  return [...new Set(campaign.parts.map((part) => part.kind))];
}

/**
 * The workbooks of a campaign, one after the other: one a unit and record kind, for every unit in operation. Each is composed from
 * one unchanging view of its unit, and noted as sent when it has been made.
 */
export async function* issueWorkbooks(
  services: IssueServices,
  campaign: Campaign,
  scope: Scope,
): AsyncGenerator<IssuedWorkbook> {
  const { store, clock, makeWorkbook } = services;
  const today = vietnamDay(clock.now());
  let after = '';
  for (;;) {
    const units = await store.campaigns.units(campaign.campaignId, scope, after, UNITS_A_TIME);
    const issued: ReceiptKey[] = [];
    for (const { unit: code } of units) {
      const unit = await store.units.find(code);
      if (!unit || !isInOperation(unit, today)) continue;
      for (const kind of kindsOf(campaign)) {
        const request = await store.read((tables) => composeWorkbook(tables, services, unit, kind, campaign));
        const bytes = await makeWorkbook(request);
        yield { unit: code, kind, fileName: workbookFileName(kind, code), bytes };
        issued.push({ unit: code, campaignId: campaign.campaignId, kind });
      }
    }
    await noteSent(services, issued);
    const last = units.at(-1);
    if (units.length < UNITS_A_TIME || !last) return;
    after = last.unit;
  }
}

export function workbookFileName(kind: RecordKind, unit: string): string {
  return `so-sach-${kind}-${unit}.xlsx`;
}

/** Notes a campaign's workbooks as sent. One transaction for many: each by itself would wait for the disk. */
export async function noteSent(
  { store, clock }: Pick<IssueServices, 'store' | 'clock'>,
  issued: readonly ReceiptKey[],
): Promise<void> {
  const [first] = issued;
  if (!first) return;
  await store.writeAlongside(async (tables) => {
    // Withdrawn meanwhile: there is nothing left to note it under.
    if (await tables.campaigns.takesPart(first.unit, first.campaignId)) await tables.receipts.sent(issued, clock.now());
  });
}
