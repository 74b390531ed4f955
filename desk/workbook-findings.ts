import type { Account } from '../contract/schemas/session.ts';
import type { SignatureState } from '../contract/workbook-signature.ts';
import type { Finding } from '../rules/finding.ts';
import { sheetFinding } from '../rules/sheet-finding.ts';
import { type JudgedWorkbook, STANDINGS, type Standing, workbookStandings } from './workbook-standing.ts';

/** What is said of a workbook's identity beside the template of today, its signature and the account that has it open. */
export function workbookFindings(
  workbook: JudgedWorkbook,
  account: Account | null,
  signature: SignatureState = 'unchecked',
): readonly Finding[] {
  return workbookStandings(workbook, account, signature).flatMap((standing) => {
    const { says } = STANDINGS[standing];
    return says === null ? [] : sheetFinding(says, paramsOf(standing, workbook, account));
  });
}

function paramsOf(
  standing: Standing,
  { identity, layout, issuedTo }: JudgedWorkbook,
  account: Account | null,
): Readonly<Record<string, string>> {
  if (standing === 'outdated' || standing === 'newer') {
    return { found: String(identity?.version), expected: String(layout.version) };
  }
  const found = identity ? identity.unitName || identity.unit : (issuedTo ?? '');
  return standing === 'other-unit' ? { found, expected: account?.unit.name || account?.unit.code || '' } : { found };
}
