import type { RefusedRowCode } from '../../contract/refused-rows.ts';
import type { PushAnswer } from '../../contract/schemas/push.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import { signatureToVerify } from '../../contract/workbook-signature.ts';
import { getLayout } from '../../templates/layouts.ts';
import { isoInstant } from '../clock.ts';
import { mintId, type WorkbookSigner } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { EndpointServices } from '../http/endpoint.ts';
import { followRecords } from '../loop/follow-records.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import type { Scope } from '../store/unit-table.ts';
import { inOperationOrReject, unitInScopeOrReject } from '../units/unit-access.ts';
import { pushedSheet } from '../verification/breaker/watch-sheet.ts';
import { findWalkedNumbers } from '../verification/find-walked-numbers.ts';
import { Intake, type RowWork } from './intake.ts';
import { type JudgedRow, judgeRows } from './judge-rows.ts';
import type { PreparedPush, PreparedRow } from './prepare-push.ts';
import type { Settlement } from './settle-records.ts';
import { signReceipt } from './sign-receipt.ts';

export type PushServices = Pick<EndpointServices, 'clock'> & { readonly signer: WorkbookSigner };

export interface IncomingPush {
  readonly scope: Scope;
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly prepared: PreparedPush;
}

export interface ReceivedPush {
  readonly answer: PushAnswer;
  /** The push had come before: nothing was done. */
  readonly isRepeat: boolean;
  /** Rows kept out because their numbers were counted through. */
  readonly refused: number;
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
  const { head, bodyHash } = push.prepared;
  const { workbook } = head;
  await identityOrReject(tables, signer, push);
  const unit = await unitInScopeOrReject(tables, push.scope, workbook.unit);
  await tables.lock(`push ${unit.code}`);
  const earlier = await tables.pushes.find(unit.code, push.idempotencyKey, bodyHash);
  if (earlier) {
    if (!earlier.isSameBody) throw new ApiProblem('idempotency-key-reused');
    return { answer: earlier.answer, isRepeat: true, refused: 0 };
  }
  inOperationOrReject(unit, clock);
  const now = clock.now();
  await keepWorkbookOrReject(tables, head, now);
  const { accountId, idempotencyKey } = push;
  const pushId = mintId();
  const numbers = new Set(push.prepared.rows.flatMap(({ judged }) => judged?.number ?? []));
  const walked = await findWalkedNumbers(tables, unit.code, numbers);
  const rows = walked.size === 0 ? push.prepared.rows : push.prepared.rows.map((row) => withoutWalked(row, walked));
  const intake = new Intake(tables, rows, {
    ...{ workbook, columns: new Set<string>(head.columns), pushId, accountId, now },
    judge: (some, columns) =>
      judgeRows(workbook.template, some, columns, vietnamDay(now), workbook.schoolYear).map((row) =>
        refuseWalked(row, walked),
      ),
  });
  const { works, settlement } = await intake.take();
  const written = works.filter(({ change }) => change !== 'none');
  await followRecords(tables, written, accountId, now);
  const mended = written.some(({ record, before }) => record && before && record.round > before.round);
  const sheet = { unit: unit.code, workbookId: workbook.workbookId };
  await pushedSheet(tables, sheet, { asked: settlement.asked.size, mended }, now);
  const refused = works.filter(({ judged }) => judged?.errors.includes(SEQUENTIAL)).length;
  if (refused > 0) {
    const event = { at: now, accountId, action: 'numbers-refused', unit: unit.code } as const;
    await tables.audit.insert({ ...event, counts: { rows: refused }, requestId: null });
    // Who counts on from here is still counting.
    await tables.askedNumbers.note(
      [...walked].map((citizenId) => ({ unit: unit.code, citizenId })),
      now,
    );
  }
  const answer: PushAnswer = {
    pushId,
    currentVersion: getLayout(workbook.template).version,
    rows: await answersOf(tables, works, settlement),
  };
  const { workbookId } = workbook;
  if (workbook.campaign !== '' && (await tables.campaigns.takesPart(unit.code, workbook.campaign))) {
    const key = { unit: unit.code, campaignId: workbook.campaign, kind: workbook.template };
    await tables.receipts.pushed(key, workbook.version, now);
  }
  const seenRows = works.filter(isSilent).map(({ rowId }) => rowId);
  await tables.pushes.insert({
    ...{ unit: unit.code, idempotencyKey, bodyHash, workbookId, accountId, at: now, answer, seenRows },
  });
  await signReceipt(tables, signer, {
    ...{ unit, workbook, pushId, accountId, idempotencyKey, at: now, answer, works },
    sendingId: head.sendingId ?? pushId,
  });
  return { answer, isRepeat: false, refused };
}

const SEQUENTIAL: RefusedRowCode = 'citizen-id.sequential';

function withoutWalked(row: PreparedRow, walked: ReadonlySet<string>): PreparedRow {
  return row.judged ? { ...row, judged: refuseWalked(row.judged, walked) } : row;
}

/** Whoever walks through the numbers learns which are in use: such a row is neither kept nor asked about. */
function refuseWalked(row: JudgedRow, walked: ReadonlySet<string>): JudgedRow {
  if (row.fate !== 'asked' || row.citizenId === null || !walked.has(row.citizenId)) return row;
  return { ...row, fate: 'stays', errors: [...row.errors, SEQUENTIAL] };
}

/** Judges and answers a push as `receivePush` would, and takes everything back. Rejects alike. */
export async function tryPush(store: Store, services: PushServices, push: IncomingPush): Promise<PushAnswer> {
  try {
    return await store.writeAlongside(async (tables) => {
      // Under a key that nobody has: a real push of the same rows must not be taken for its repetition, nor this for one of it.
      const { answer } = await receivePush(tables, services, { ...push, idempotencyKey: mintId() });
      throw new TakenBack(answer);
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    const { pushId: _pushId, rows, ...answer } = error.answer;
    // A record that was made only to be looked at has no id.
    const isNew = ({ revision, result }: (typeof rows)[number]) => revision === 1 && result !== 'unchanged';
    return { ...answer, pushId: null, rows: rows.map((row) => (isNew(row) ? { ...row, recordId: null } : row)) };
  }
}

/** Thrown to have a transaction taken back once it has told what it would do. */
class TakenBack extends Error {
  readonly answer: PushAnswer;

  constructor(answer: PushAnswer) {
    super('a dry run is taken back');
    this.answer = answer;
  }
}

/**
 * What the workbook says of itself must be what it was issued with. One without a signature, or with another server's, is taken as
 * any list: whose rows it may send is the account's scope alone, never the signature.
 */
async function identityOrReject(
  tables: Tables,
  signer: WorkbookSigner,
  { scope, prepared: { head } }: IncomingPush,
): Promise<void> {
  const { workbook } = head;
  const identity = { ...workbook, unitName: workbook.unitName ?? '', issuedAt: workbook.issuedAt ?? '' };
  const found = signatureToVerify(identity, signer.keyId);
  if (found === 'unsigned' || found === 'other-server') return;
  if (found === 'altered' || !signer.verify(found.text, found.signature)) throw new ApiProblem('workbook-altered');
  if (!(await tables.units.isWithin(workbook.unit, scope))) {
    throw new ApiProblem('workbook-of-other-unit', { unit: identity.unitName || workbook.unit });
  }
}

async function keepWorkbookOrReject(tables: Tables, { workbook }: PreparedPush['head'], now: number): Promise<void> {
  const known = await tables.workbooks.find(workbook.unit, workbook.workbookId);
  if (!known) {
    const { unit, workbookId, template, version, campaign } = workbook;
    await tables.workbooks.insert({ unit, workbookId, template, version, campaign, firstSeenAt: now });
  } else if (known.template !== workbook.template) {
    throw new ApiProblem('body-invalid', { where: 'body.workbook.template' });
  } else await tables.workbooks.touch(workbook.unit, workbook.workbookId, now);
}

/** Came without cells and is as it was: the answer says nothing of it. */
function isSilent({ fate, differences }: RowWork): boolean {
  return fate === 'seen' && differences.length === 0;
}

async function answersOf(
  tables: Tables,
  works: readonly RowWork[],
  settlement: Settlement,
): Promise<PushAnswer['rows']> {
  const names = await tables.accounts.displayNames([...new Set(works.flatMap(({ edit }) => edit?.accountId ?? []))]);
  return works
    .filter((work) => !isSilent(work))
    .map((work) => {
      const { differences, edit } = work;
      const row = answerOf(work, settlement);
      if (differences.length === 0) return row;
      const editedBy = edit && names.get(edit.accountId);
      return {
        ...row,
        differences: [...differences],
        ...(editedBy ? { editedBy } : {}),
        ...(edit ? { editedAt: isoInstant(edit.at) } : {}),
      };
    });
}

/** `kept` without a reason: the row changed, but not what is asked about it; its verdict stands. */
function answerOf(
  { rowId, judged, record, change, fate }: RowWork,
  { doubled, asked }: Settlement,
): PushAnswer['rows'][number] {
  const errors = [...(judged?.errors ?? [])];
  if (!record) {
    const result = fate === 'unknown' ? 'unknown' : 'stays';
    return { rowId, recordId: null, revision: null, result, why: null, incomplete: true, errors };
  }
  const isDoubled = doubled.has(record.recordId);
  const taken = change === 'none' ? 'unchanged' : asked.has(record.recordId) ? 'queued' : 'kept';
  return {
    rowId,
    recordId: record.recordId,
    revision: record.revision,
    result: fate === 'conflict' ? 'conflict' : taken,
    why: record.why ?? (isDoubled ? 'unverifiable' : null),
    incomplete: record.incomplete || isDoubled,
    errors: isDoubled ? [...new Set([...errors, 'citizen-id.duplicate'])] : errors,
  };
}
