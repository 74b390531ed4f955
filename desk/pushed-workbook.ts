import type { PushRequest } from '../contract/schemas/push.ts';
import { UNISSUED_WORKBOOK } from '../contract/unissued-workbook.ts';
import { findSchoolYear } from './check-sheet.ts';
import type { OpenedSheet } from './open-sheet.ts';

/** Whose the workbook says it is. */
export function findUnit({
  identity,
}: Pick<OpenedSheet, 'identity'>): { readonly code: string; readonly name: string } | undefined {
  return identity && identity.unit !== '' ? { code: identity.unit, name: identity.unitName } : undefined;
}

export function workbookIdOf({ identity }: Pick<OpenedSheet, 'identity'>): string {
  return identity?.workbookId ?? UNISSUED_WORKBOOK;
}

/** The workbook as a push names it; a signed identity goes whole, so that the server can judge it. */
export function pushedWorkbook(sheet: OpenedSheet, unit: string): PushRequest['workbook'] {
  const { identity, layout } = sheet;
  const schoolYear = findSchoolYear(sheet);
  // A results sheet put into a pupils' workbook is not what was signed: its rows go, the signature does not.
  const isSigned = identity?.signature !== undefined && identity.template === layout.id && identity.unit === unit;
  return {
    template: layout.id,
    version: identity?.version ?? layout.version,
    unit,
    campaign: identity?.campaign ?? '',
    workbookId: workbookIdOf(sheet),
    ...(schoolYear === undefined ? {} : { schoolYear }),
    ...(isSigned
      ? { unitName: identity.unitName, issuedAt: identity.issuedAt, signature: identity.signature as string }
      : {}),
  };
}
