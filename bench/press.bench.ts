import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { zlibCodec } from '../cli/zlib-codec.ts';
import { zipFiles } from '../server/campaigns/zip-files.ts';
import { loadWorkbookSigner } from '../server/crypto.ts';
import { getLayout } from '../templates/layouts.ts';
import { signedText, type WorkbookIdentity } from '../templates/workbook-identity.ts';
import { writeMaster } from '../xlsx/master/master-workbook.ts';
import { WorkbookPress } from '../xlsx/press/workbook-press.ts';
import { type BenchReport, median, rowOf } from './bench-report.ts';

/** A province's schools. */
const SCHOOLS = 2000;
/** The peer takes a tenth of a second for each. */
const BY_EXCELJS = 10;
const ROUNDS = 3;
const OPTIONS = { layout: getLayout('student'), capacity: 2000, optionalColumns: [] } as const;

/** Workbooks of a campaign: printed from a master, beside exceljs that builds each one. Signed, as the server does it. */
export async function bench(): Promise<BenchReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'so-sach-bench-'));
  try {
    const signer = loadWorkbookSigner(folder);
    const press = await WorkbookPress.make(OPTIONS, zlibCodec);
    const print = (at: number) => {
      const identity = identityOf(at);
      return press.print({ identity: { ...identity, signature: signer.sign(signedText(identity)) } });
    };
    const times = { exceljs: [] as number[], memory: [] as number[], zip: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.exceljs.push(
        await perSecond(BY_EXCELJS, async () => {
          for (let at = 0; at < BY_EXCELJS; at++) await writeMaster(OPTIONS);
        }),
      );
      times.memory.push(
        await perSecond(SCHOOLS, () => {
          for (let at = 0; at < SCHOOLS; at++) print(at);
        }),
      );
      times.zip.push(
        await perSecond(SCHOOLS, () =>
          pipeline(zipFiles(workbooks(print)), createWriteStream(path.join(folder, `${round}.zip`))),
        ),
      );
    }
    const [exceljs, memory, zip] = [median(times.exceljs), median(times.memory), median(times.zip)];
    return {
      name: `workbooks for ${SCHOOLS} schools, blank, signed`,
      rows: [
        rowOf('exceljs builds each', 'workbooks/s', times.exceljs),
        rowOf('printed in memory', 'workbooks/s', times.memory),
        rowOf('printed into one ZIP on disk', 'workbooks/s', times.zip),
      ],
      ratios: [
        { label: 'in memory against 5,000 a second', value: memory / 5000, goal: 1 },
        { label: 'on disk against 1,000 a second', value: zip / 1000, goal: 1 },
        { label: 'in memory against exceljs', value: memory / exceljs, goal: 100 },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function identityOf(at: number): WorkbookIdentity {
  const unit = `790${String(at).padStart(5, '0')}`;
  return {
    template: 'student',
    version: 1,
    unit,
    unitName: `Trường Tiểu học Số ${at}`,
    campaign: '2026-11-22-thunghiem',
    workbookId: `${unit}.student`,
    issuedAt: '2026-11-22T00:00:00.000Z',
  };
}

async function* workbooks(print: (at: number) => Uint8Array) {
  for (let at = 0; at < SCHOOLS; at++) yield { fileName: `so-sach-student-${at}.xlsx`, bytes: print(at) };
}

async function perSecond(count: number, run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return (count * 1000) / (performance.now() - start);
}
