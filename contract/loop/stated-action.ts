import { cellText } from '../../rules/cell.ts';
import { CITIZEN_ID_STATUS_LIST } from '../../rules/codes/citizen-id-statuses.ts';
import type { RawRow } from '../../rules/record.ts';
import type { PerformedAction } from './loop-actions.ts';

/** What *Tình trạng số định danh* says was done, in a workbook filled in without the pane (Hải Phòng, 2023, point 2.1). */
const STATED: Readonly<Record<string, Extract<PerformedAction, 'await-number' | 'guide-parents'>>> = {
  'Đang chờ cấp số mới': 'await-number',
  'Đã hướng dẫn phụ huynh liên hệ công an': 'guide-parents',
};

/** The step that the row itself states; undefined where it states none. */
export function findStatedAction(row: RawRow): 'await-number' | 'guide-parents' | undefined {
  const label = CITIZEN_ID_STATUS_LIST.find(cellText(row.citizenIdStatus));
  return label === undefined ? undefined : STATED[label];
}
