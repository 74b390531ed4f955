import type { VerificationSettings } from './verification-worker.ts';

/** How the population service is asked, unless the operator says otherwise. */
export const VERIFICATION_DEFAULTS = {
  officer: 'SO-SACH',
  purpose: 'Xác thực thông tin học sinh, cán bộ giáo viên với CSDLQG về dân cư',
  concurrency: 4,
  askTimeoutSeconds: 30,
  retryBaseSeconds: 5,
} as const satisfies VerificationSettings;
