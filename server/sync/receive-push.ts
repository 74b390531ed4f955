import type { PushAnswer, PushRequest } from '../../contract/schemas/push.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import { signatureToVerify } from '../../contract/workbook-signature.ts';
import { getLayout } from '../../templates/layouts.ts';
import { mintId, sha256, type WorkbookSigner } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { EndpointServices } from '../http/endpoint.ts';
import { noteNewRounds } from '../loop/note-new-rounds.ts';
import type { Tables } from '../store/tables.ts';
import type { Scope } from '../store/unit-table.ts';
import { inOperationOrReject, unitInScopeOrReject } from '../units/unit-access.ts';
import { Intake, type RowWork, type Settlement } from './intake.ts';
import { judgeRows } from './judge-rows.ts';
import { readPush } from './read-push.ts';

export type PushServices = Pick<EndpointServices, 'clock'> & { readonly signer: WorkbookSigner };

export interface IncomingPush {
  readonly scope: Scope;
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly body: PushRequest;
}

export interface ReceivedPush {
  readonly answer: PushAnswer;
  /** The push had come before: nothing was done. */
  readonly isRepeat: boolean;
}

/**
 * Takes in one batch of rows; runs inside one write transaction and is answered only after its commit. Every row is judged anew by
 * the shared rules. The same key with the same body gets the same answer again and changes nothing. Throws `workbook-altered`,
 * `workbook-of-other-unit`, `unit-foreign`, `unit-closed`, `idempotency-key-reused` or `body-invalid`.
 */
export async function receivePush(
  tables: Tables,
  { clock, signer }: PushServices,
  push: IncomingPush,
): Promise<ReceivedPush> {
  const { workbook } = push.body;
  await identityOrReject(tables, signer, push);
  const unit = await unitInScopeOrReject(tables, push.scope, workbook.unit);
  await tables.lock(`push ${unit.code}`);
  const bodyHash = sha256(JSON.stringify(push.body));
  const earlier = await tables.pushes.find(unit.code, push.idempotencyKey, bodyHash);
  if (earlier) {
    if (!earlier.isSameBody) throw new ApiProblem('idempotency-key-reused');
    return { answer: earlier.answer, isRepeat: true };
  }
  inOperationOrReject(unit, clock);
  const now = clock.now();
  await keepWorkbookOrReject(tables, push.body, now);
  const rows = readPush(push.body);
  const judged = judgeRows(workbook.template, rows, new Set(push.body.columns), vietnamDay(now), workbook.schoolYear);
  const intake = new Intake(tables, workbook, judged, now);
  const works = await intake.take(judged);
  const settlement = await intake.settle(works);
  const sentAgain = works.flatMap(({ before, record }) => (before && record ? { before, record } : []));
  await noteNewRounds(tables, sentAgain, push.accountId, now);
  const currentVersion = getLayout(workbook.template).version;
  const answer = { pushId: mintId(), currentVersion, rows: works.map((work) => answerOf(work, settlement)) };
  const { accountId, idempotencyKey } = push;
  const { workbookId } = workbook;
  if (workbook.campaign !== '' && (await tables.campaigns.takesPart(unit.code, workbook.campaign))) {
    const key = { unit: unit.code, campaignId: workbook.campaign, kind: workbook.template };
    await tables.receipts.pushed(key, workbook.version, now);
  }
  await tables.pushes.insert({ unit: unit.code, idempotencyKey, bodyHash, workbookId, accountId, at: now, answer });
  return { answer, isRepeat: false };
}

/**
 * What the workbook says of itself must be what it was issued with. One without a signature, or with another server's, is taken as
 * any list: whose rows it may send is the account's scope alone, never the signature.
 */
async function identityOrReject(
  tables: Tables,
  signer: WorkbookSigner,
  { scope, body: { workbook } }: IncomingPush,
): Promise<void> {
  const identity = { ...workbook, unitName: workbook.unitName ?? '', issuedAt: workbook.issuedAt ?? '' };
  const found = signatureToVerify(identity, signer.keyId);
  if (found === 'unsigned' || found === 'other-server') return;
  if (found === 'altered' || !signer.verify(found.text, found.signature)) throw new ApiProblem('workbook-altered');
  if (!(await tables.units.isWithin(workbook.unit, scope))) {
    throw new ApiProblem('workbook-of-other-unit', { unit: identity.unitName || workbook.unit });
  }
}

async function keepWorkbookOrReject(tables: Tables, { workbook }: PushRequest, now: number): Promise<void> {
  const known = await tables.workbooks.find(workbook.unit, workbook.workbookId);
  if (!known) {
    const { unit, workbookId, template, version, campaign } = workbook;
    await tables.workbooks.insert({ unit, workbookId, template, version, campaign, firstSeenAt: now });
  } else if (known.template !== workbook.template) {
    throw new ApiProblem('body-invalid', { where: 'body.workbook.template' });
  }
}

/** `kept` without a reason: the row changed, but not what is asked about it; its verdict stands. */
function answerOf({ judged, record, change }: RowWork, { doubled, asked }: Settlement): PushAnswer['rows'][number] {
  const { rowId, errors } = judged;
  if (!record) return { rowId, recordId: null, result: 'stays', why: null, incomplete: true, errors: [...errors] };
  const isDoubled = doubled.has(record.recordId);
  return {
    rowId,
    recordId: record.recordId,
    result: change === 'none' ? 'unchanged' : asked.has(record.recordId) ? 'queued' : 'kept',
    why: record.why ?? (isDoubled ? 'unverifiable' : null),
    incomplete: record.incomplete || isDoubled,
    errors: isDoubled ? [...new Set([...errors, 'citizen-id.duplicate'])] : [...errors],
  };
}
