import { LOOP_STEPS } from '../contract/loop/loop-state.ts';
import type { SigningKey } from '../contract/schemas/campaign.ts';
import type { AskOnAnswer, HeldSheet } from '../contract/schemas/hold.ts';
import type { Problem } from '../contract/schemas/problem.ts';
import type { PushAnswer } from '../contract/schemas/push.ts';
import type { Account, Session, SignInWays } from '../contract/schemas/session.ts';
import type { RowStatus, StatusPage } from '../contract/schemas/status.ts';
import { SUSPECT_COLUMNS, SUSPICION_KINDS } from '../contract/suspicion.ts';
import { UPLOADED_FIELDS } from '../contract/uploaded-fields.ts';
import { COMPARED_FIELDS, FLAGS, OUTCOMES, TRANSPORTS } from '../contract/verdict.ts';
import type { CellValue } from '../rules/cell.ts';
import { DeskError } from './desk-error.ts';
import { isCellValue } from './is-cell-value.ts';
import { getRoundSummary } from './read-history.ts';
import { isObject, list, number, object, oneOf, text, textOrNull } from './read-json.ts';

/**
 * The server's answers, read by hand: the pane does not carry the schema library. Each reader checks what the desk relies
 * on and throws `answer-not-understood` otherwise, for a wrong word in a verdict column is worse than none.
 */
export function getSession(body: unknown): Session {
  const where = 'session';
  const session = object(body, where);
  return {
    accessToken: text(session.accessToken, where),
    refreshToken: text(session.refreshToken, where),
    expiresIn: number(session.expiresIn, where),
    account: getAccount(session.account),
    tryOut: session.tryOut === true,
    mustChangePassword: session.mustChangePassword === true,
  };
}

export function getAccount(body: unknown): Account {
  const where = 'account';
  const account = object(body, where);
  const unit = object(account.unit, where);
  return {
    username: text(account.username, where),
    displayName: text(account.displayName, where),
    // A role of a newer server is allowed nothing by the permission table: the server decides anyway.
    role: text(account.role, where) as Account['role'],
    unit: {
      code: text(unit.code, where),
      name: text(unit.name, where),
      // Likewise: of a kind that is not known here, the server decides.
      ...(typeof unit.kind === 'string' ? { kind: unit.kind as NonNullable<Account['unit']['kind']> } : {}),
    },
  };
}

export function getSignInWays(body: unknown): SignInWays {
  const where = 'ways';
  const { provider } = object(body, where);
  if (provider === null) return { provider };
  const { name, origin } = object(provider, where);
  return { provider: { name: text(name, where), origin: text(origin, where) } };
}

export function getSigningKey(body: unknown): SigningKey {
  const where = 'signing-key';
  const key = object(body, where);
  return { keyId: text(key.keyId, where), publicKey: text(key.publicKey, where) };
}

/** What the server says of itself to whoever needs help. */
export interface SupportFacts {
  /** Null where the operator named nobody. */
  readonly address: string | null;
  readonly version: string | null;
}

/** From the answer of `/api/v1/health`. An older server names nobody. */
export function getSupport(body: unknown): SupportFacts {
  const health = object(body, 'health');
  return {
    address: typeof health.supportAddress === 'string' ? health.supportAddress : null,
    version: typeof health.version === 'string' ? health.version : null,
  };
}

export function getPushAnswer(body: unknown): PushAnswer {
  const where = 'push';
  const answer = object(body, where);
  return {
    pushId: textOrNull(answer.pushId, where),
    ...(typeof answer.currentVersion === 'number' ? { currentVersion: answer.currentVersion } : {}),
    rows: list(answer.rows, where).map((item) => {
      const row = object(item, where);
      return {
        rowId: text(row.rowId, where),
        recordId: textOrNull(row.recordId, where),
        revision: row.revision === null ? null : number(row.revision, where),
        result: oneOf(['queued', 'kept', 'unchanged', 'stays', 'conflict', 'unknown'], row.result, where),
        why: row.why === null ? null : oneOf(WHY, row.why, where),
        incomplete: row.incomplete === true,
        errors: list(row.errors, where).map((code) => text(code, where)),
        ...differencesOf(row, where),
      };
    }),
  };
}

type PushedRow = PushAnswer['rows'][number];

function differencesOf(
  row: Readonly<Record<string, unknown>>,
  where: string,
): Pick<PushedRow, 'differences' | 'editedBy' | 'editedAt'> {
  if (row.differences === undefined) return {};
  return {
    differences: list(row.differences, where).map((item) => {
      const { field, mine, theirs, base, clash } = object(item, where);
      return {
        field: oneOf(UPLOADED_FIELDS, field, where),
        mine: cellValue(mine, where),
        theirs: cellValue(theirs, where),
        ...(base === undefined ? {} : { base: cellValue(base, where) }),
        clash: clash === true,
      };
    }),
    ...(row.editedBy === undefined ? {} : { editedBy: text(row.editedBy, where) }),
    ...(row.editedAt === undefined ? {} : { editedAt: text(row.editedAt, where) }),
  };
}

/** A value that is going to be written into a cell: none but those that a cell can hold. */
function cellValue(value: unknown, where: string): CellValue {
  if (!isCellValue(value)) throw new DeskError('answer-not-understood', { params: { where } });
  return value;
}

export function getStatusPage(body: unknown): StatusPage {
  const where = 'statuses';
  const page = object(body, where);
  return {
    items: list(page.items, where).map(getRowStatus),
    cursor: text(page.cursor, where),
    more: page.more === true,
    waiting: number(page.waiting, where),
    etaSeconds: page.etaSeconds === null ? null : number(page.etaSeconds, where),
    // An older server holds nothing.
    held: page.held === null || page.held === undefined ? null : getHeldSheet(page.held),
  };
}

export function getAskOnAnswer(body: unknown): AskOnAnswer {
  return { rows: number(object(body, 'hold').rows, 'hold') };
}

function getHeldSheet(body: unknown): HeldSheet {
  const where = 'held';
  const held = object(body, where);
  const suspicion = held.suspicion === null ? null : object(held.suspicion, where);
  return {
    rows: number(held.rows, where),
    answered: number(held.answered, where),
    failed: number(held.failed, where),
    suspicion: suspicion && {
      column: oneOf(SUSPECT_COLUMNS, suspicion.column, where),
      kind: oneOf(SUSPICION_KINDS, suspicion.kind, where),
    },
  };
}

function getRowStatus(item: unknown): RowStatus {
  const where = 'statuses';
  const row = object(item, where);
  return {
    rowId: text(row.rowId, where),
    recordId: text(row.recordId, where),
    transport: oneOf(TRANSPORTS, row.transport, where),
    outcome: row.outcome === null ? null : oneOf(OUTCOMES, row.outcome, where),
    compared: list(row.compared, where).map((field) => oneOf(COMPARED_FIELDS, field, where)),
    flags: list(row.flags, where).map((flag) => oneOf(FLAGS, flag, where)),
    askedAt: textOrNull(row.askedAt, where),
    answeredAt: textOrNull(row.answeredAt, where),
    round: number(row.round, where),
    why: row.why === null ? null : oneOf(WHY, row.why, where),
    incomplete: row.incomplete === true,
    claimHash: text(row.claimHash, where),
    step: row.step === null ? null : oneOf(LOOP_STEPS, row.step, where),
    expiresAt: textOrNull(row.expiresAt, where),
    rounds: list(row.rounds, where).map((entry) => getRoundSummary(entry, where)),
  };
}

/** RFC 9457 with both languages; undefined for any other body, such as a proxy's error page. */
export function findProblem(body: unknown): Problem | undefined {
  if (!isObject(body) || typeof body.code !== 'string' || typeof body.status !== 'number') return undefined;
  const title = findSentence(body.title);
  const nextStep = findSentence(body.nextStep);
  if (!title || !nextStep) return undefined;
  return {
    type: typeof body.type === 'string' ? body.type : 'about:blank',
    status: body.status,
    code: body.code,
    title,
    nextStep,
    requestId: typeof body.requestId === 'string' ? body.requestId : '',
  };
}

const WHY = ['unverifiable', 'not-applicable'] as const;

function findSentence(value: unknown): Problem['title'] | undefined {
  if (!isObject(value) || typeof value.vi !== 'string' || typeof value.en !== 'string') return undefined;
  return { vi: value.vi, en: value.en };
}
