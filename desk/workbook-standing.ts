import type { Account } from '../contract/schemas/session.ts';
import type { SignatureState } from '../contract/workbook-signature.ts';
import type { SheetFindingCode } from '../rules/sheet-finding.ts';
import type { OpenedSheet } from './open-sheet.ts';

/**
 * How a workbook stands to the program, the server and the account in front of it, and what is said of it: the words and the
 * remedy are those of the rule. What `blocks` is not sent at all. A workbook may stand in several ways at once.
 */
export const STANDINGS = {
  altered: { says: 'sheet.identity-altered', blocks: 'workbook-altered' },
  'other-unit': { says: 'sheet.foreign-template', blocks: 'workbook-of-other-unit' },
  stripped: { says: 'sheet.identity-stripped', blocks: null },
  'other-server': { says: 'sheet.other-server', blocks: null },
  newer: { says: 'sheet.template-newer', blocks: null },
  outdated: { says: 'sheet.template-outdated', blocks: null },
  /** Another's list, or one without any trace of us: nothing is wrong with it. */
  unissued: { says: null, blocks: null },
  unsigned: { says: null, blocks: null },
  unchecked: { says: null, blocks: null },
  valid: { says: null, blocks: null },
} as const satisfies Record<
  string,
  { readonly says: SheetFindingCode | null; readonly blocks: 'workbook-altered' | 'workbook-of-other-unit' | null }
>;

export type Standing = keyof typeof STANDINGS;

/** Whose rows an account sends itself. Officers and operators open the workbooks of other units by profession. */
const OWN_UNIT_ROLES: ReadonlySet<Account['role']> = new Set(['clerk', 'class-teacher', 'head', 'viewer']);

/** What is judged, as `openSheet` found it. */
export type JudgedWorkbook = Pick<OpenedSheet, 'identity' | 'layout' | 'issuedTo'>;

/** How the workbook stands, gravest first; never empty. */
export function workbookStandings(
  { identity, layout, issuedTo }: JudgedWorkbook,
  account: Account | null,
  signature: SignatureState,
): readonly [Standing, ...Standing[]] {
  if (!identity) return [issuedTo === null ? 'unissued' : 'stripped'];
  const found: Standing[] = [];
  if (signature === 'altered') found.push('altered');
  if (isOtherUnits(identity.unit, account)) found.push('other-unit');
  if (signature === 'other-server') found.push('other-server');
  if (identity.template === layout.id && identity.version > layout.version) found.push('newer');
  if (identity.template === layout.id && identity.version < layout.version) found.push('outdated');
  const [first = signature, ...others] = found;
  return [first, ...others];
}

/**
 * What keeps a workbook from being sent; undefined: nothing that is known here. An account of a unit with units below it may send
 * for those: only the server knows the tree.
 */
export function findBlock(
  standings: readonly Standing[],
  account: Account | null,
): 'workbook-altered' | 'workbook-of-other-unit' | undefined {
  for (const standing of standings) {
    const { blocks } = STANDINGS[standing];
    if (blocks === 'workbook-of-other-unit' && account?.unit.kind !== 'school') continue;
    if (blocks !== null) return blocks;
  }
  return undefined;
}

function isOtherUnits(unit: string, account: Account | null): boolean {
  return account !== null && OWN_UNIT_ROLES.has(account.role) && unit !== '' && unit !== account.unit.code;
}
