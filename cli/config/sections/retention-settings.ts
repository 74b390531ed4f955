import { RETENTION, type RetentionKind } from '../../../server/retention/retention-policy.ts';
import { wholeNumber } from '../kinds.ts';
import type { SettingTable } from '../setting.ts';

/** For how long personal data is kept. */
export const RETENTION_SETTINGS = {
  keepPushAnswers: setting('pushAnswers'),
  keepRecordChanges: setting('recordChanges'),
  keepLeftPersons: setting('leftPersons'),
  keepRecords: setting('records'),
} as const satisfies SettingTable;

function setting(kind: RetentionKind) {
  const { variable, days, least, most, what, since } = RETENTION[kind];
  return {
    variable,
    kind: wholeNumber(least, most),
    fallback: days as number,
    unit: { vi: 'ngày', en: 'days' },
    meaning: {
      vi: `${what.vi}: xóa sau chừng này kể từ ${since.vi}`,
      en: `${what.en}: purged so long after ${since.en}`,
    },
  };
}
