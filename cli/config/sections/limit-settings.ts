import { RATE_LIMIT_DEFAULTS } from '../../../server/http/rate-limit-defaults.ts';
import { wholeNumber } from '../kinds.ts';
import type { SettingTable } from '../setting.ts';

/** How often anything may be asked of the server. */
export const LIMIT_SETTINGS = {
  signInFailures: {
    variable: 'SOSACH_SIGN_IN_FAILURES',
    kind: wholeNumber(3, 1000),
    fallback: RATE_LIMIT_DEFAULTS.signInFailures as number,
    unit: { vi: 'lần trong 15 phút', en: 'in a quarter of an hour' },
    meaning: {
      vi: 'số lần sai mật khẩu của một tên từ một địa chỉ trước khi bị khóa tạm',
      en: 'wrong passwords for one name from one address before that door closes',
    },
  },
  requestsPerMinute: {
    variable: 'SOSACH_REQUESTS_PER_MINUTE',
    kind: wholeNumber(60, 1_000_000),
    fallback: RATE_LIMIT_DEFAULTS.requestsPerMinute as number,
    unit: { vi: 'yêu cầu mỗi phút', en: 'requests a minute' },
    meaning: {
      vi: 'số yêu cầu từ một địa chỉ; nhiều trường có thể chung một địa chỉ',
      en: 'requests from one address; many schools may share one',
    },
  },
} as const satisfies SettingTable;
