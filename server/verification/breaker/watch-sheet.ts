import { isVerified, type Outcome } from '../../../contract/verdict.ts';
import type { SheetCheck, SheetKey } from '../../store/sheet-check-table.ts';
import type { Tables } from '../../store/tables.ts';
import { checkedRow } from './checked-row.ts';
import { findSuspicion } from './find-suspicion.ts';
import { doubtAfter, isTooDoubtful } from './match-rate.ts';

const FRESH: SheetCheck = { doubt: 0, answered: 0, failed: 0, heldAt: null, suspicion: null, askedOn: false };

/** What a sheet's rows were answered, in the order in which they were asked. */
export interface SheetOutcomes {
  readonly sheet: SheetKey;
  readonly outcomes: readonly Outcome[];
}

/**
 * Takes the answers about the rows of several sheets into account, each sheet once, and stops asking about the rest of one when far
 * too many have failed. Expects the transaction that writes the answers, with the pushes of the sheets' units locked out.
 */
export async function watchSheets(tables: Tables, answered: readonly SheetOutcomes[], now: number): Promise<void> {
  const before = await tables.sheetChecks.findEach(answered.map(({ sheet }) => sheet));
  const checks = answered.map(({ sheet, outcomes }, index) => ({
    ...sheet,
    ...outcomes.reduce(afterAnswer, before[index] ?? FRESH),
  }));
  await tables.sheetChecks.save(checks);
  for (const check of checks) {
    if (check.heldAt === null && !check.askedOn && isTooDoubtful(check.doubt)) await hold(tables, check, now);
  }
}

async function hold(tables: Tables, check: SheetKey & SheetCheck, now: number): Promise<void> {
  const suspicion = await suspicionOf(tables, check);
  await tables.sheetChecks.save([{ ...check, heldAt: now, suspicion }]);
  const held = await tables.asides.holdSheet(check);
  await tables.records.touch(held);
  const counts = { answered: check.answered, failed: check.failed, held: held.length };
  const event = { at: now, accountId: null, action: 'sheet-held', unit: check.unit } as const;
  await tables.audit.insert({ ...event, counts, requestId: null });
}

/**
 * A push of the sheet. Mended rows begin anew what was held: they are what the clerk was asked for. Rows that come after the stop
 * wait with the others.
 */
export async function pushedSheet(
  tables: Tables,
  sheet: SheetKey,
  push: { readonly asked: number; readonly mended: boolean },
  now: number,
): Promise<void> {
  const check = await tables.sheetChecks.find(sheet);
  if (!check) return;
  const isNewSending = (await tables.asides.countOpen(sheet)) <= push.asked;
  if (isNewSending || (check.heldAt !== null && push.mended)) {
    await tables.sheetChecks.remove(sheet);
    await tables.records.touch(await tables.asides.releaseSheet(sheet, now));
  } else if (check.heldAt !== null) {
    await tables.records.touch(await tables.asides.holdSheet(sheet));
  }
}

/** Somebody has looked at the sheet and wants it asked about all the same, to its end. Returns how many rows wait again. */
export async function askOn(tables: Tables, sheet: SheetKey, now: number): Promise<number> {
  const check = await tables.sheetChecks.find(sheet);
  if (!check || check.heldAt === null) return 0;
  await tables.sheetChecks.save([{ ...sheet, ...check, heldAt: null, askedOn: true }]);
  const released = await tables.asides.releaseSheet(sheet, now);
  await tables.records.touch(released);
  return released.length;
}

function afterAnswer(check: SheetCheck, outcome: Outcome): SheetCheck {
  const matched = isVerified(outcome);
  return {
    ...check,
    doubt: doubtAfter(check.doubt, matched),
    answered: check.answered + 1,
    failed: check.failed + (matched ? 0 : 1),
  };
}

async function suspicionOf(tables: Tables, sheet: SheetKey): Promise<SheetCheck['suspicion']> {
  const answers = new Map((await tables.sheetChecks.answers(sheet)).map((answer) => [answer.rowId, answer]));
  const rows = await tables.records.ofWorkbook(sheet.unit, sheet.workbookId);
  return findSuspicion(
    rows.map(({ rowId, template, cells }) => checkedRow(template, cells, answers.get(rowId) ?? null)),
  );
}
