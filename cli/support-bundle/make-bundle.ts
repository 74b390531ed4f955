import { arch, platform, release, totalmem } from 'node:os';
import type { Readable } from 'node:stream';
import packageJson from '../../package.json' with { type: 'json' };
import { type ZippedFile, zipFiles } from '../../server/campaigns/zip-files.ts';
import type { DescribedSetting } from '../config/describe-settings.ts';
import { redactLogLine } from './redact-log.ts';
import { redactMetrics } from './redact-metrics.ts';

/** What is known of a server, before anything is left out. */
export interface BundleFacts {
  readonly configuration: readonly DescribedSetting[];
  /** Codes and states; their sentences name folders and addresses. */
  readonly doctor: readonly { readonly code: string; readonly state: string }[];
  /** Null where the store cannot be opened; the doctor says why. */
  readonly store: StoreNumbers | null;
  /** What `/metrics` answered; null when no server runs. */
  readonly metrics: string | null;
  /** The operator's log; null when none was handed over. */
  readonly log: string | null;
}

export interface StoreNumbers {
  readonly schema: number;
  readonly knownSchema: number;
  readonly bytes: number;
  readonly tryOut: boolean;
  /** By table; null for a schema that is not the present one. */
  readonly rows: Readonly<Record<string, number>> | null;
}

/** The newest lines: what led to a fault stands shortly before it, and a bundle must fit into an e-mail. */
const MOST_LINES = 2000;

const README = `Gói hỗ trợ của Sổ Sạch / support bundle

Trong gói chỉ có số phiên bản, cấu hình không kèm bí mật, kết quả khám máy chủ, số đếm và nhật ký đã lược bỏ.
Không có họ tên, số định danh, ngày sinh, tên đơn vị, tên tài khoản hay địa chỉ của ai. Bạn có thể mở từng tệp để xem trước khi gửi.

It holds versions, the configuration without secrets, what the doctor found, counts, and the log in its structure alone.
No name, number, birth date, unit, account or address of anybody. Open each file and look before you send it.
`;

/** The bundle as a zip. Only what is known to be harmless goes in: every file is written here, none is copied. */
export function makeBundle(facts: BundleFacts): Readable {
  return zipFiles(files(facts));
}

async function* files({ configuration, doctor, store, metrics, log }: BundleFacts): AsyncGenerator<ZippedFile> {
  yield textFile('README.txt', README);
  yield jsonFile('versions.json', {
    soSach: packageJson.version,
    node: process.version,
    platform: platform(),
    release: release(),
    arch: arch(),
    memoryMegabytes: Math.round(totalmem() / 1e6),
  });
  yield jsonFile('configuration.json', configuration);
  yield jsonFile('doctor.json', doctor);
  yield jsonFile('store.json', store);
  yield textFile('metrics.txt', metrics === null ? 'no server answered\n' : redactMetrics(metrics));
  yield textFile('log.jsonl', log === null ? '' : redactLog(log));
}

function redactLog(text: string): string {
  const lines = text.split('\n').flatMap((line) => redactLogLine(line) ?? []);
  return lines
    .slice(-MOST_LINES)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

function jsonFile(fileName: string, value: unknown): ZippedFile {
  return textFile(fileName, `${JSON.stringify(value, null, 1)}\n`);
}

function textFile(fileName: string, text: string): ZippedFile {
  return { fileName, bytes: new TextEncoder().encode(text) };
}
