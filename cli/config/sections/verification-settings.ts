import { VERIFICATION_DEFAULTS } from '../../../server/verification/verification-defaults.ts';
import { oneOf, serviceAddress, text, wholeNumber, wordOr } from '../kinds.ts';
import type { SettingTable } from '../setting.ts';

const SECONDS = { vi: 'giây', en: 'seconds' } as const;

/** Whom the server asks about people, and how. */
export const VERIFICATION_SETTINGS = {
  population: {
    variable: 'SOSACH_POPULATION',
    flag: '--population',
    kind: wordOr('lgsp', wordOr('csdl', serviceAddress('http:', 'https:'))),
    meaning: {
      vi: 'lgsp: kết nối của Sở tới CSDLQG về dân cư; csdl: văn thư nộp tệp qua CSDL ngành (docs/csdl.md); một địa chỉ: dịch vụ dân cư mô phỏng, chỉ cho DỮ LIỆU THỬ; không đặt: các dòng được giữ, chưa ai được hỏi',
      en: 'lgsp: the connection of a Sở to the national population database; csdl: clerks hand in files at CSDL ngành (docs/csdl.md); an address: the simulated service, try-outs only; not set: rows are kept and nobody is asked',
    },
  },
  verificationPlace: {
    variable: 'SOSACH_VERIFICATION',
    kind: oneOf(['here', 'elsewhere']),
    fallback: 'here',
    meaning: {
      vi: 'here: máy chủ tự hỏi; elsewhere: chỉ các tiến trình sosach work hỏi (cần DATABASE_URL)',
      en: 'here: the server asks; elsewhere: only processes of sosach work do (needs DATABASE_URL)',
    },
  },
  verificationOfficer: {
    variable: 'SOSACH_VERIFICATION_OFFICER',
    // MaCanBo of the national interface has at most 20 characters.
    kind: text(20),
    fallback: VERIFICATION_DEFAULTS.officer as string,
    // It may be the number of the officer's own card.
    secret: true,
    meaning: {
      vi: 'mã cán bộ được ủy quyền, đứng tên mọi lần hỏi (MaCanBo)',
      en: 'the authorised officer in whose name is asked (MaCanBo)',
    },
  },
  verificationPurpose: {
    variable: 'SOSACH_VERIFICATION_PURPOSE',
    kind: text(200),
    fallback: VERIFICATION_DEFAULTS.purpose as string,
    meaning: { vi: 'mục đích ghi kèm mỗi lần hỏi', en: 'the purpose that goes with each question' },
  },
  verificationConcurrency: {
    variable: 'SOSACH_VERIFICATION_CONCURRENCY',
    kind: wholeNumber(1, 64),
    fallback: VERIFICATION_DEFAULTS.concurrency as number,
    unit: { vi: 'lần hỏi', en: 'calls' },
    meaning: {
      vi: 'số lần hỏi cùng lúc; nhiều hơn tốc độ × độ trễ thì chỉ chờ ở dịch vụ',
      en: 'calls at a time; more than rate × latency only waits at the service',
    },
  },
  verificationAskTimeout: {
    variable: 'SOSACH_VERIFICATION_ASK_TIMEOUT',
    kind: wholeNumber(5, 300),
    fallback: VERIFICATION_DEFAULTS.askTimeoutSeconds as number,
    unit: SECONDS,
    meaning: {
      vi: 'bỏ một lần hỏi sau chừng này; dòng được hỏi lại sau',
      en: 'a call is given up after this long and its rows are asked again later',
    },
  },
  verificationRetryBase: {
    variable: 'SOSACH_VERIFICATION_RETRY_BASE',
    kind: wholeNumber(1, 600),
    fallback: VERIFICATION_DEFAULTS.retryBaseSeconds as number,
    unit: SECONDS,
    meaning: {
      vi: 'lần chờ đầu sau khi không hỏi được; các lần sau tăng dần',
      en: 'the first wait after a failed call; later ones grow',
    },
  },
} as const satisfies SettingTable;
