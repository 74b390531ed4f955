/**
 * The veryHidden sheet `_sosach` holds the workbook's identity in A1:B9 (key, value) and, from row 20 down, the journal
 * and the confirmations (one a row, cut into cells of at most 30,000 characters). Cells of a sheet survive exceljs and LibreOffice;
 * custom properties and custom XML do not.
 */
export const IDENTITY_SHEET = '_sosach';
/** 1-based row of the first journal entry. */
export const JOURNAL_FIRST_ROW = 20;
/** Excel takes 32,767 characters a cell; some programs count UTF-16 units of the escaped text, hence the margin. */
export const JOURNAL_CHUNK = 30_000;

/** Which template, unit and campaign a workbook was made for. */
export interface WorkbookIdentity {
  readonly template: string;
  readonly version: number;
  /** Unit code, e.g. the school's. */
  readonly unit: string;
  readonly unitName: string;
  readonly campaign: string;
  readonly workbookId: string;
  /** ISO 8601 instant at which the workbook was made. */
  readonly issuedAt: string;
  /** `s1.<key id>.<signature>` over `signedText`, by the server that issued it; absent in a workbook that no server issued. */
  readonly signature?: string;
}

const KEYS = ['template', 'version', 'unit', 'unitName', 'campaign', 'workbookId', 'issuedAt'] as const;

/** What a server signs: every value above, in this order, so that none can be exchanged for another's. */
export function signedText(identity: WorkbookIdentity): string {
  return JSON.stringify(KEYS.map((key) => String(identity[key])));
}

/** The keys of a workbook's identity in the order of its rows. */
export const IDENTITY_KEYS = [...KEYS, 'signature'] as const;

/** Rows of A1:B8 as text. */
export function encodeIdentity(identity: WorkbookIdentity): readonly (readonly [string, string])[] {
  const rows = KEYS.map((key) => [key, String(identity[key])] as const);
  return identity.signature === undefined ? rows : [...rows, ['signature', identity.signature]];
}

/** Undefined when the rows do not name a template and a workbook: such a workbook has no identity of ours. */
export function findIdentity(rows: readonly (readonly unknown[])[]): WorkbookIdentity | undefined {
  const found = new Map(rows.map((row) => [String(row[0] ?? ''), String(row[1] ?? '')]));
  const template = found.get('template');
  const workbookId = found.get('workbookId');
  const version = Number(found.get('version'));
  const signature = found.get('signature');
  if (!template || !workbookId || !Number.isInteger(version)) return undefined;
  return {
    template,
    version,
    unit: found.get('unit') ?? '',
    unitName: found.get('unitName') ?? '',
    campaign: found.get('campaign') ?? '',
    workbookId,
    issuedAt: found.get('issuedAt') ?? '',
    ...(signature ? { signature } : {}),
  };
}
