import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { OUTCOMES, type Outcome } from '../../contract/verdict.ts';
import { Desk } from '../../desk/desk.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import { getPlaceText } from '../../rules/codes/all-places.ts';
import { getLayout } from '../../templates/layouts.ts';
import type { WorkbookIdentity } from '../../templates/workbook-identity.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { localDay } from '../local-day.ts';
import { nodeTransport } from '../node-transport.ts';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../tryout/invent-accounts.ts';
import { inventRoster } from '../tryout/invent-roster.ts';
import { MAIN_SCHOOL, MAIN_SCHOOL_NAME } from '../tryout/invent-units.ts';
import { TRYOUT_WORLD } from '../tryout/tryout-world.ts';
import type { DemoReport } from './demo-report.ts';

/** Longest pause between two looks at the queue. Milliseconds. */
const LONGEST_LOOK = 1000;

export interface WalkedJob extends Omit<DemoReport, 'seconds' | 'workbook'> {
  /** The workbook with marks, results and journal. */
  readonly bytes: Uint8Array;
}

/** The main job over the very desk of the pane: make the workbook, check, mend, push, wait for the verdicts, write them back. */
export async function walkMainJob(server: string, rows: number, say: (text: string) => void): Promise<WalkedJob> {
  const identity = studentIdentity();
  const port = await openFileSheet(await makeWorkbook(identity, rows));
  const client = new SyncClient(nodeTransport(server));
  const clock = () => ({ iso: new Date().toISOString(), today: localDay(new Date()) });
  const loadPlaces = async (code: string) => getPlaceText(code);
  const desk = new Desk({ port, client, clock, mintId: randomUUID, delay, loadPlaces });
  await client.signIn(MAIN_CLERK, TRYOUT_PASSWORD);

  say('kiểm tra / check');
  await desk.open();
  const { error, query, note } = await desk.check();
  say('sửa các lỗi sửa an toàn được / apply safe fixes');
  const fixes = await desk.applyFixes(desk.proposals().filter((proposal) => proposal.safe));
  say('gửi xác thực / push');
  const plan = await desk.planPush();
  const push = await desk.push();
  say('chờ kết quả / wait for the verdicts');
  await pullUntilAnswered(desk);

  return {
    rows,
    findings: { error, query, note },
    fixed: fixes.applied,
    pushed: push.queued + push.kept + push.unchanged,
    stayed: push.stayed,
    unverifiable: plan.unverifiable,
    outcomes: await countOutcomes(client, identity),
    bytes: await port.save(),
  };
}

function studentIdentity(): WorkbookIdentity {
  return {
    template: 'student',
    version: getLayout('student').version,
    unit: MAIN_SCHOOL,
    unitName: MAIN_SCHOOL_NAME,
    campaign: '',
    workbookId: randomUUID(),
    issuedAt: new Date().toISOString(),
  };
}

function makeWorkbook(identity: WorkbookIdentity, rows: number): Promise<Uint8Array> {
  const roster = inventRoster({ kind: 'student', seed: TRYOUT_WORLD.seed, rows, firstCitizen: 0, plantFaults: true });
  return writeTemplateWorkbook({ layout: getLayout('student'), identity, unitHeading: '', rows: roster });
}

/** Looks as often as the queue's own estimate makes sense, until nothing waits. */
async function pullUntilAnswered(desk: Desk): Promise<void> {
  for (;;) {
    const { waiting, etaSeconds } = await desk.pullStatuses();
    if (waiting === 0) return;
    await delay(Math.min(LONGEST_LOOK, Math.max(100, (etaSeconds ?? 1) * 250)));
  }
}

async function countOutcomes(client: SyncClient, identity: WorkbookIdentity): Promise<Record<Outcome, number>> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  let since: string | null = null;
  for (;;) {
    const page = await client.statuses({ since, workbookId: identity.workbookId, unit: identity.unit });
    for (const { outcome } of page.items) if (outcome !== null) counts[outcome] += 1;
    if (!page.more) return counts;
    since = page.cursor;
  }
}
