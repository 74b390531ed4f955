import type { SigningKey } from '../contract/schemas/campaign.ts';
import type { SignatureState } from '../contract/workbook-signature.ts';
import { readSheetRow } from '../desk/bound-columns.ts';
import { type CheckedSheet, checkSheet } from '../desk/check-sheet.ts';
import { type Confirmation, standingConfirmations } from '../desk/confirmation.ts';
import { decodeConfirmations } from '../desk/confirmation-codec.ts';
import { judgeSignature } from '../desk/judge-signature.ts';
import { recogniseSheet } from '../desk/recognise-sheet.ts';
import { ALL_PLACES } from '../rules/codes/all-places.ts';
import type { PlainDate } from '../rules/plain-date.ts';
import { findLikelyHeader, type LikelyHeader } from '../templates/likely-header.ts';
import type { MatchOptions } from '../templates/match-header.ts';
import type { WorkbookIdentity } from '../templates/workbook-identity.ts';
import { type ReadSheet, type ReadWorkbook, readWorkbook } from '../xlsx/read-workbook.ts';
import { verifySignature } from './read-signing-key.ts';
import { zlibCodec } from './zlib-codec.ts';

/** Why a sheet was not checked; public, they stand in `--json`. */
export const SKIP_REASONS = ['no-header-found', 'empty', 'hidden'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface SkippedSheet {
  readonly name: string;
  readonly why: SkipReason;
  /** The row that reads like a header though none was recognised. Absent: there is no such row. */
  readonly likelyHeader?: LikelyHeader;
}

export interface CheckedFile {
  readonly identity: WorkbookIdentity | null;
  readonly signature: SignatureState;
  readonly sheets: readonly CheckedSheet[];
  readonly skipped: readonly SkippedSheet[];
}

export interface CheckFileOptions extends MatchOptions {
  readonly today: PlainDate;
  /** First calendar year of the school year. Default: the title’s of a results sheet, else that of `today`. */
  readonly schoolYear?: number;
  /** The key to judge the workbook's signature with. Default: it stays unchecked. */
  readonly signingKey?: SigningKey;
}

/** Checks every sheet of a workbook file that holds a list we know. Throws SheetError `unreadable`. */
export async function checkFile(bytes: Uint8Array, options: CheckFileOptions): Promise<CheckedFile> {
  return checkWorkbook(await readWorkbook(bytes, zlibCodec), options);
}

/** The same of a workbook that was read already. */
export async function checkWorkbook(
  { sheets, ...workbook }: ReadWorkbook,
  { signingKey, ...options }: CheckFileOptions,
): Promise<CheckedFile> {
  const confirmations = standingConfirmations(decodeConfirmations(workbook.journal));
  const { identity } = workbook;
  const signature = await signatureOf(identity, signingKey);
  const checked: CheckedSheet[] = [];
  const skipped: SkippedSheet[] = [];
  for (const sheet of sheets) {
    const result = checkOne(sheet, { ...workbook, signature, confirmations }, options);
    if (typeof result === 'string') {
      const likelyHeader = result === 'no-header-found' ? findLikelyHeader(sheet.cells) : undefined;
      skipped.push({ name: sheet.name, why: result, ...(likelyHeader ? { likelyHeader } : {}) });
    } else checked.push(result);
  }
  return { identity, signature, sheets: checked, skipped };
}

async function signatureOf(identity: WorkbookIdentity | null, key: SigningKey | undefined): Promise<SignatureState> {
  if (identity?.signature === undefined) return 'unsigned';
  return key ? judgeSignature(identity, key, verifySignature) : 'unchecked';
}

interface SheetSurroundings extends Pick<ReadWorkbook, 'identity' | 'date1904'> {
  readonly signature: SignatureState;
  readonly confirmations: ReadonlyMap<string, Confirmation>;
}

/** Hidden sheets are other people's catalogues: the clerk neither sees nor means them. */
function checkOne(
  sheet: ReadSheet,
  { identity, date1904, signature, confirmations }: SheetSurroundings,
  { today, schoolYear, ...options }: Omit<CheckFileOptions, 'signingKey'>,
): CheckedSheet | SkipReason {
  if (sheet.hidden) return 'hidden';
  if (sheet.cells.length === 0) return 'empty';
  const found = recogniseSheet(sheet.cells, options);
  if (!found) return 'no-header-found';
  const { layout, match, columns, dataLines, issuedTo } = found;
  const rows = dataLines.map((line) => readSheetRow(columns, line + 1, sheet.cells[line] ?? []));
  const opened = {
    sheetName: sheet.name,
    layout,
    match,
    identity,
    issuedTo,
    mergedData: (sheet.mergedAreas ?? []).some((area) => area.lastRow >= match.firstDataRow),
    date1904,
    fields: new Set(columns.fields.keys()),
  };
  return checkSheet(opened, rows, { today, schoolYear, places: ALL_PLACES, signature, confirmations });
}
