import { CITIZEN_ID_STATUS_LABELS } from './citizen-id-statuses.ts';
import { ETHNICITY_LABELS } from './ethnicities.ts';
import { NATIONALITY_LABELS } from './nationalities.ts';
import { POSITION_LABELS } from './positions.ts';
import { PROVINCE_LABELS } from './provinces.ts';
import { ACADEMIC_RANK_LABELS, CONDUCT_RANK_LABELS } from './result-labels.ts';
import { SEX_LABELS } from './sexes.ts';
import { STAFF_STATUS_LABELS } from './staff-statuses.ts';
import { STUDENT_STATUS_LABELS } from './student-statuses.ts';

const LABELS: Readonly<Record<string, readonly string[]>> = {
  sex: SEX_LABELS,
  ethnicity: ETHNICITY_LABELS,
  nationality: NATIONALITY_LABELS,
  citizenIdStatus: CITIZEN_ID_STATUS_LABELS,
  studentStatus: STUDENT_STATUS_LABELS,
  staffStatus: STAFF_STATUS_LABELS,
  position: POSITION_LABELS,
  province: PROVINCE_LABELS,
  academicRank: ACADEMIC_RANK_LABELS,
  conductRank: CONDUCT_RANK_LABELS,
};

/** The labels of a short list, in the order of its dropdown. Throws for an unknown list: a layout that names one is wrong. */
export function listLabels(id: string): readonly string[] {
  const labels = LABELS[id];
  if (!labels) throw new Error(`no such list: ${id}`);
  return labels;
}
