import { LINE_REASONS, type LineReason } from '../contract/carried-list.ts';
import { PROBLEMS } from '../contract/problem.ts';
import type { TakenAnswers } from '../contract/schemas/carried.ts';
import { fill } from '../rules/messages.ts';
import { type CarryOptions, exportQuestions, importAnswers } from '../server/admin/carry-questions.ts';
import type { RefusedList } from '../server/population/carried-adapter.ts';
import { COLLECTION_FORMS } from '../templates/csdl/collection-columns.ts';
import { csdlAdapter } from './choose-population.ts';
import { type CliIo, EXIT, UsageError } from './cli-io.ts';
import { type Flags, readSettings } from './config/read-settings.ts';
import { openStoreOf } from './open-store.ts';
import { readBytes } from './workbook-input.ts';
import { refuseUnwritable, writeFileAtomically } from './write-file-atomically.ts';

export interface CsdlExportOptions {
  readonly flags: Flags;
  readonly unit: string;
  readonly form: string;
  readonly out: string;
}

/** `sosach csdl export --unit CODE --out FILE`: the workbook to hand in, its rows noted as sent. May run beside `serve`. */
export async function runCsdlExport({ flags, unit, form: named, out }: CsdlExportOptions, io: CliIo): Promise<void> {
  const form = COLLECTION_FORMS.find((candidate) => candidate === named);
  if (!form) throw new UsageError(`--form ${named}: chỉ có ${COLLECTION_FORMS.join(', ')} (unknown form)`);
  await refuseUnwritable(out);
  const { dataDir, ...carried } = readCarried(flags);
  const store = await openStoreOf(dataDir);
  try {
    const written = await exportQuestions(store, form, { ...carried, unit }, (bytes) =>
      writeFileAtomically(out, bytes),
    );
    io.out(`${out}: ${written.rows} dòng để nộp lên CSDL ngành / rows to hand in\n`);
    if (written.withoutCode.length > 0) {
      io.out(
        `${written.withoutCode.length} dòng thiếu mã định danh Bộ GD&ĐT nên không có trong tệp / ` +
          'rows without the ministry’s code are not in it\n',
      );
    }
  } finally {
    await store.close();
  }
}

/** `sosach csdl import FILE --unit CODE`: resolves to the exit code, 1 when some line was not applied. May run beside `serve`. */
export async function runCsdlImport(
  file: string,
  { flags, unit }: Pick<CsdlExportOptions, 'flags' | 'unit'>,
  io: CliIo,
): Promise<number> {
  const bytes = await readBytes(file);
  const { dataDir, ...carried } = readCarried(flags);
  const store = await openStoreOf(dataDir);
  try {
    const taken = await importAnswers(store, bytes, { ...carried, unit });
    if ('refused' in taken) throw new UsageError(`${file}: ${refusalWords(taken)}`);
    io.out(takenWords(file, taken));
    return taken.places.length > 0 ? EXIT.findings : EXIT.clean;
  } finally {
    await store.close();
  }
}

function readCarried(flags: Flags): Omit<CarryOptions, 'unit'> & { readonly dataDir: string } {
  const { settings } = readSettings(flags, process.env);
  const authority = { officer: settings.verificationOfficer, purpose: settings.verificationPurpose };
  return { dataDir: settings.data, adapter: csdlAdapter(settings), authority };
}

const REFUSALS = {
  unreadable: PROBLEMS['list-unreadable'],
  'own-workbook': PROBLEMS['list-is-own-workbook'],
  'no-status': PROBLEMS['list-without-results'],
  'no-list': PROBLEMS['list-not-recognised'],
} as const satisfies Record<RefusedList['refused'], unknown>;

function refusalWords({ refused, detail }: RefusedList): string {
  const { title, nextStep } = REFUSALS[refused];
  return fill(`${title.vi} ${nextStep.vi} / ${title.en}`, { detail });
}

/** Counts, then the places of the lines that changed nothing, by reason. Never what a line says. */
function takenWords(file: string, { lines, applied, known, waiting, places }: TakenAnswers): string {
  const head =
    `${file}: ${lines} dòng / lines; ${applied} kết quả mới / new results; ${known} đã ghi từ trước / known; ` +
    `${waiting} chưa có kết quả / no result yet\n`;
  const byReason = new Map<LineReason, string[]>();
  for (const { sheet, row, reason } of places) {
    byReason.set(reason, [
      ...(byReason.get(reason) ?? []),
      sheet === 1 ? String(row) : `${row} (trang/sheet ${sheet})`,
    ]);
  }
  const left = [...byReason].map(
    ([reason, rows]) => `${LINE_REASONS[reason].vi} / ${LINE_REASONS[reason].en}: dòng/rows ${rows.join(', ')}\n`,
  );
  return head + left.join('');
}
