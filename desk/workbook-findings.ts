import type { Account } from '../contract/schemas/session.ts';
import type { Finding } from '../rules/finding.ts';
import { sheetFinding } from '../rules/sheet-finding.ts';
import type { OpenedSheet } from './open-sheet.ts';

/** Whose rows an account sends itself. Officers and operators open the workbooks of other units by profession. */
const OWN_UNIT_ROLES: ReadonlySet<Account['role']> = new Set(['clerk', 'head', 'viewer']);

/** What the workbook's identity says beside the template of today and the account that has it open. */
export function workbookFindings({ identity, layout }: OpenedSheet, account: Account | null): readonly Finding[] {
  if (!identity) return [];
  const found: Finding[] = [];
  if (identity.template === layout.id && identity.version < layout.version) {
    const params = { found: String(identity.version), expected: String(layout.version) };
    found.push(sheetFinding('sheet.template-outdated', params));
  }
  if (account && OWN_UNIT_ROLES.has(account.role) && identity.unit !== '' && identity.unit !== account.unit.code) {
    const params = { found: identity.unitName || identity.unit, expected: account.unit.name || account.unit.code };
    found.push(sheetFinding('sheet.foreign-template', params));
  }
  return found;
}
