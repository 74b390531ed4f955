import type {
  PushCounts,
  PushReceipt,
  ReceiptFile,
  Sending,
  SendingPage,
  UndoAnswer,
} from '../contract/schemas/sending.ts';
import { RECORD_KINDS } from '../rules/record.ts';
import { list, number, object, oneOf, text, textOrNull } from './read-json.ts';
import type { SyncClient } from './sync-client.ts';

/** Which workbook's sendings. */
export interface SendingScope {
  readonly workbookId: string;
  readonly unit: string;
}

/** The last sendings of a workbook, newest first. */
export async function listSendings(client: SyncClient, { workbookId, unit }: SendingScope): Promise<SendingPage> {
  const query = `workbookId=${encodeURIComponent(workbookId)}&unit=${encodeURIComponent(unit)}`;
  const page = object(await client.authorised({ method: 'GET', path: `/api/v1/sendings?${query}` }), WHERE);
  return { items: list(page.items, WHERE).map(getSending), now: text(page.now, WHERE) };
}

/** What the server signed of each of its pushes, for the school to keep. */
export async function getReceipts(client: SyncClient, sendingId: string, unit: string): Promise<ReceiptFile> {
  const path = `/api/v1/sendings/${sendingId}/receipts?unit=${encodeURIComponent(unit)}`;
  const file = object(await client.authorised({ method: 'GET', path }), WHERE);
  return { sosach: 'receipt', v: 1, receipts: list(file.receipts, WHERE).map(getReceipt) };
}

/** Takes a sending back. Asked again, the server answers as the first time. */
export async function undoSending(client: SyncClient, sendingId: string, unit: string): Promise<UndoAnswer> {
  const path = `/api/v1/sendings/${sendingId}/undo`;
  const answer = object(await client.authorised({ method: 'POST', path, body: { unit } }), WHERE);
  return {
    sendingId: text(answer.sendingId, WHERE),
    at: text(answer.at, WHERE),
    rows: list(answer.rows, WHERE).map((item) => {
      const row = object(item, WHERE);
      return {
        rowId: text(row.rowId, WHERE),
        result: oneOf(['removed', 'restored', 'changed-since'], row.result, WHERE),
        revision: row.revision === null ? null : number(row.revision, WHERE),
      };
    }),
  };
}

const WHERE = 'sendings';

function getSending(item: unknown): Sending {
  const sending = object(item, WHERE);
  return {
    sendingId: text(sending.sendingId, WHERE),
    at: text(sending.at, WHERE),
    endedAt: text(sending.endedAt, WHERE),
    by: textOrNull(sending.by, WHERE),
    pushes: number(sending.pushes, WHERE),
    counts: getCounts(sending.counts),
    undoUntil: text(sending.undoUntil, WHERE),
    undoneAt: textOrNull(sending.undoneAt, WHERE),
  };
}

function getCounts(item: unknown): PushCounts {
  const counts = object(item, WHERE);
  return {
    queued: number(counts.queued, WHERE),
    kept: number(counts.kept, WHERE),
    unchanged: number(counts.unchanged, WHERE),
    stays: number(counts.stays, WHERE),
    conflict: number(counts.conflict, WHERE),
  };
}

function getReceipt(item: unknown): PushReceipt {
  const receipt = object(item, WHERE);
  return {
    number: number(receipt.number, WHERE),
    pushId: text(receipt.pushId, WHERE),
    sendingId: text(receipt.sendingId, WHERE),
    at: text(receipt.at, WHERE),
    unit: text(receipt.unit, WHERE),
    unitName: text(receipt.unitName, WHERE),
    workbookId: text(receipt.workbookId, WHERE),
    template: oneOf(RECORD_KINDS, receipt.template, WHERE),
    campaign: text(receipt.campaign, WHERE),
    counts: getCounts(receipt.counts),
    rowsHash: text(receipt.rowsHash, WHERE),
    previous: textOrNull(receipt.previous, WHERE),
    signature: text(receipt.signature, WHERE),
    rows: list(receipt.rows, WHERE).map((digest) => text(digest, WHERE)),
  };
}
