import type { PerformAnswer, PerformRequest, RecordHistory } from '../contract/schemas/loop.ts';
import { getHistory, getPerformAnswer } from './read-history.ts';
import type { SyncClient } from './sync-client.ts';

/** Every round of one record, with who did what. @param unit whose record it is */
export async function readHistory(client: SyncClient, unit: string, recordId: string): Promise<RecordHistory> {
  const path = `/api/v1/records/${encodeURIComponent(recordId)}/history?unit=${encodeURIComponent(unit)}`;
  return getHistory(await client.authorised({ method: 'GET', path }));
}

/** The same key with the same request may be sent again and again: the server answers as the first time. */
export async function performAction(
  client: SyncClient,
  request: PerformRequest,
  idempotencyKey: string,
): Promise<PerformAnswer> {
  const answer = await client.authorised({
    method: 'POST',
    path: '/api/v1/loop-actions',
    headers: { 'idempotency-key': idempotencyKey },
    body: request,
  });
  return getPerformAnswer(answer);
}
