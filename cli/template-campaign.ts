import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { RecordKind } from '../rules/record.ts';
import { type IssuedWorkbook, issueWorkbooks } from '../server/campaigns/issue-workbooks.ts';
import { zipFiles } from '../server/campaigns/zip-files.ts';
import { SYSTEM_CLOCK } from '../server/clock.ts';
import { loadWorkbookSigner } from '../server/crypto.ts';
import { EVERYTHING } from '../server/store/unit-table.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { fileTrouble } from './file-trouble.ts';
import { workbookMaker } from './make-workbook.ts';
import { openStoreOf } from './open-store.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

export interface CampaignTemplateOptions {
  readonly campaign: string;
  /** A folder, or a file ending in `.zip`. */
  readonly out: string;
  readonly dataDir: string;
}

/**
 * `sosach template ID --campaign ID --out DIR|ZIP`: the workbooks of one kind for every unit of a campaign, as the server hands
 * them out: filled with what it knows, and signed. May run beside `serve`. Throws UsageError.
 */
export async function writeCampaignWorkbooks(
  kind: RecordKind,
  { campaign: campaignId, out, dataDir }: CampaignTemplateOptions,
  io: CliIo,
): Promise<void> {
  const store = await openStoreOf(dataDir);
  try {
    const campaign = await store.campaigns.find(campaignId, EVERYTHING);
    if (!campaign) throw new UsageError(`--campaign ${campaignId}: không có đợt này / no such campaign`);
    if (!campaign.parts.some((part) => part.kind === kind)) {
      throw new UsageError(`--campaign ${campaignId}: đợt này không có mẫu ${kind} / does not ask for this template`);
    }
    const services = { store, clock: SYSTEM_CLOCK, signer: loadWorkbookSigner(dataDir), makeWorkbook: workbookMaker() };
    const only = { ...campaign, parts: campaign.parts.filter((part) => part.kind === kind) };
    const counted = { files: 0 };
    const workbooks = counting(issueWorkbooks(services, only, EVERYTHING), counted);
    if (out.toLowerCase().endsWith('.zip')) await writeFileAtomically(out, zipFiles(workbooks));
    else await writeFolder(out, workbooks);
    io.out(`${out}: ${counted.files} sổ tính / workbooks\n`);
  } finally {
    await store.close();
  }
}

async function writeFolder(folder: string, workbooks: AsyncIterable<IssuedWorkbook>): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(`${folder}: không tạo được thư mục / cannot be made: ${fileTrouble(error)}`);
  });
  for await (const { fileName, bytes } of workbooks) await writeFileAtomically(path.join(folder, fileName), bytes);
}

async function* counting<T>(items: AsyncIterable<T>, counted: { files: number }): AsyncGenerator<T> {
  for await (const item of items) {
    counted.files++;
    yield item;
  }
}
