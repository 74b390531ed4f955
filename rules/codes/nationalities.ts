import { codeList } from './code-list.ts';
import { COUNTRIES } from './tables/countries.ts';

export const VIETNAM = 'Việt Nam';

/** Quốc tịch: Việt Nam first, then the other countries by name, then stateless persons. */
export const NATIONALITY_LIST = codeList([
  {
    label: VIETNAM,
    variants: [
      'VN',
      'VNM',
      'Viet Nam',
      'Vietnam',
      'Việt',
      'Viêt Nam',
      'Nước CHXHCN Việt Nam',
      'CHXHCN Việt Nam',
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
      'Nước Cộng hòa xã hội chủ nghĩa Việt Nam',
    ],
  },
  ...COUNTRIES.map(([label, variants]) => ({ label, variants })),
  { label: 'Không quốc tịch', variants: ['không có quốc tịch', 'vô quốc tịch'] },
]);

export const NATIONALITY_LABELS: readonly string[] = NATIONALITY_LIST.labels;
