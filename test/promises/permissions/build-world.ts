import type { Unit } from '../../../contract/schemas/unit.ts';
import { AccessTokens, loadTokenKey, mintId } from '../../../server/crypto.ts';
import { campaignDraft } from '../../server/campaign-draft.ts';
import { pupil, pushOf } from '../../server/invented-rows.ts';
import type { ServerWorld } from '../../server/server-world.ts';
import { CLASS_SPELLINGS, type ModelAccount, type ModelRow, type ModelWorld } from './model-world.ts';
import type { Random } from './random.ts';

/** Behind every test; a token's own end is tested where sessions are. */
const END_OF_TIME = Date.parse('2100-01-01');

/**
 * Puts a world into a running server: rows come over the API, from a clerk of each school on a day on which it is open; everything
 * else as the operator's commands write it.
 */
export async function buildWorld(
  server: ServerWorld,
  world: ModelWorld,
  passwordHash: string,
  random: Random,
): Promise<void> {
  const open = ({ code, kind, parent }: ModelWorld['units'][number]): Unit => ({
    code,
    name: `Đơn vị ${code}`,
    kind,
    parent,
    validFrom: null,
    validTo: null,
  });
  await server.store.units.upsert(world.units.map(open));
  await server.store.write(async (tx) => {
    for (const account of world.accounts) {
      const { username, role, unit, classes, validFrom, validTo, disabled, oneTimePassword } = account;
      await tx.accounts.insert({
        accountId: mintId(),
        username,
        displayName: username,
        role,
        unit,
        classes: classes?.map((number) => random.pick(CLASS_SPELLINGS[number] ?? [])) ?? null,
        validFrom,
        validTo,
        disabledAt: disabled ? 1 : null,
        foreignIdentity: null,
        passwordHash,
        passwordIsOneTime: oneTimePassword,
        createdAt: 0,
      });
    }
    const { units: _units, ...draft } = campaignDraft();
    for (const { campaignId, owner, units } of world.campaigns) {
      await tx.campaigns.insert({
        ...draft,
        campaignId,
        owner,
        createdAt: 0,
        idempotencyKey: campaignId,
        draftHash: '',
      });
      await tx.campaigns.addUnits(campaignId, units);
    }
  });
  await sendRows(server, world, random);
  // So that there is something to list by step.
  const standing = random.some(world.rows, 0.6).map(({ unit, recordId }) => ({ unit, recordId, round: 1 }));
  await server.store.write((tx) =>
    tx.loop.stand(
      standing.map((row) => ({ ...row, step: 'awaiting-number' as const })),
      0,
    ),
  );
  await server.store.units.upsert(world.units.map((unit) => ({ ...open(unit), ...unit })));
}

async function sendRows(server: ServerWorld, world: ModelWorld, random: Random): Promise<void> {
  const sheets = new Map<string, ModelRow[]>();
  for (const row of world.rows) {
    const sheet = `${row.unit} ${row.workbookId}`;
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), row]);
  }
  for (const rows of sheets.values()) {
    const [first] = rows;
    if (!first) continue;
    const { unit, workbookId, kind: template } = first;
    const clerk = `gui.${unit}`;
    if (!(await server.store.accounts.findByName(clerk))) await addClerk(server, clerk, unit);
    const body = pushOf(
      rows.map((row) => sentRow(row, random)),
      { unit, workbookId, template },
    );
    const columns = body.columns.filter((column) => template === 'student' || !NO_STAFF.has(column));
    const keep = body.columns.map((column) => columns.includes(column));
    const sent = body.rows.map(({ rowId, cells }) => ({
      rowId,
      cells: cells?.filter((_, index) => keep[index]) ?? [],
    }));
    const sendingId = mintId();
    const answer = await server.push({ ...body, columns, rows: sent, sendingId }, { as: clerk });
    for (const [index, row] of rows.entries()) {
      const recordId = answer.rows[index]?.recordId;
      if (!recordId) throw new Error(`a row of the world was not kept: ${JSON.stringify(answer.rows[index])}`);
      row.recordId = recordId;
    }
    world.sendings.push({ sendingId, unit, workbookId });
  }
}

const NO_STAFF: ReadonlySet<string> = new Set(['className', 'studentStatus']);

function sentRow({ number, rowId, classNumber }: ModelRow, random: Random) {
  const className = classNumber === null ? null : random.pick(CLASS_SPELLINGS[classNumber] ?? []);
  return { ...pupil(number, { className }), rowId };
}

async function addClerk(server: ServerWorld, username: string, unit: string): Promise<void> {
  await server.store.accounts.insert({
    accountId: mintId(),
    username,
    displayName: username,
    role: 'clerk',
    unit,
    classes: null,
    validFrom: null,
    validTo: null,
    disabledAt: null,
    foreignIdentity: null,
    passwordHash: '',
    passwordIsOneTime: false,
    createdAt: 0,
  });
}

/** An access token of somebody of the world, in a sign-in that has not ended. */
export async function tokenOf(server: ServerWorld, world: ModelWorld, account: ModelAccount): Promise<string> {
  const found = await server.store.accounts.findByName(account.username);
  if (!found) throw new Error(`the world has no ${account.username}`);
  const { accountId } = found;
  const sessions = world.sessionsOf(account);
  let familyId = world.asking.get(account.username);
  if (familyId === undefined || !sessions.has(familyId)) {
    familyId = mintId();
    const family = {
      familyId,
      accountId,
      way: 'password',
      openedAt: 0,
      addressHash: '',
      expiresAt: END_OF_TIME,
    } as const;
    await server.store.sessions.insertFamily(family);
    sessions.add(familyId);
    world.asking.set(account.username, familyId);
  }
  return new AccessTokens(loadTokenKey(server.dataDir)).sign({ accountId, familyId, expiresAt: END_OF_TIME });
}
