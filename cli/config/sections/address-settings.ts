import { DEFAULT_DATA, DEFAULT_PORT, LAST_PORT } from '../defaults.ts';
import {
  databaseAddress,
  frameOrigins,
  mailAddress,
  oneOf,
  publicOrigin,
  text,
  trustedProxies,
  wholeNumber,
} from '../kinds.ts';
import type { SettingTable } from '../setting.ts';

/** What a machine makes and keeps, not what a person thinks up. */
const METRICS_TOKEN_MIN_LENGTH = 16;

/** Where the server keeps its data and is reached. */
export const ADDRESS_SETTINGS = {
  data: {
    variable: 'SOSACH_DATA',
    flag: '--data',
    kind: text(1000),
    fallback: DEFAULT_DATA,
    meaning: { vi: 'thư mục dữ liệu', en: 'the data folder' },
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    kind: databaseAddress,
    secret: true,
    meaning: {
      vi: 'PostgreSQL chứa dữ liệu, dùng chung cho nhiều tiến trình; không đặt: tệp SQLite trong thư mục dữ liệu. Thư mục dữ liệu khi đó chỉ giữ các tệp khóa, giống nhau trên mọi máy',
      en: 'the PostgreSQL that holds the data, shared by several processes; not set: an SQLite file in the data folder. The folder then holds the key files alone, the same on every machine',
    },
  },
  port: {
    variable: 'SOSACH_PORT',
    flag: '--port',
    kind: wholeNumber(0, LAST_PORT),
    fallback: DEFAULT_PORT,
    meaning: {
      vi: 'cổng http; https ở cổng kế tiếp khi có chứng chỉ; 0: cổng trống bất kỳ',
      en: 'http port; https on the next, when there is a certificate; 0 for any free one',
    },
  },
  host: {
    variable: 'SOSACH_HOST',
    flag: '--host',
    kind: text(255),
    fallback: '127.0.0.1',
    meaning: {
      vi: 'địa chỉ lắng nghe; 0.0.0.0: cả mạng',
      en: 'address to listen on; 0.0.0.0 for the whole network',
    },
  },
  publicOrigin: {
    variable: 'SOSACH_PUBLIC_ORIGIN',
    flag: '--public-origin',
    kind: publicOrigin,
    meaning: {
      vi: 'địa chỉ https mà mọi người dùng, ghi vào manifest.xml; mặc định: địa chỉ https của chính máy chủ',
      en: 'the https address people use, written into manifest.xml; default: the server’s own',
    },
  },
  trustedProxies: {
    variable: 'SOSACH_TRUSTED_PROXIES',
    flag: '--trusted-proxies',
    kind: trustedProxies,
    meaning: { vi: 'proxy được tin X-Forwarded-For', en: 'proxies whose X-Forwarded-For is believed' },
  },
  officeHost: {
    variable: 'SOSACH_OFFICE_HOSTS',
    flag: '--office-host',
    kind: frameOrigins,
    meaning: {
      vi: 'máy chủ Office riêng được mở khung, ngoài của Microsoft',
      en: 'own Office hosts that may frame the pane, besides Microsoft’s',
    },
  },
  log: {
    variable: 'SOSACH_LOG',
    flag: '--log',
    kind: oneOf(['debug', 'info', 'warn', 'silent']),
    fallback: 'warn',
    meaning: {
      vi: 'nhật ký ghi gì; mỗi yêu cầu là một dòng info',
      en: 'what is logged; a request is a line of info',
    },
  },
  metricsToken: {
    variable: 'SOSACH_METRICS_TOKEN',
    kind: text(1000, METRICS_TOKEN_MIN_LENGTH),
    secret: true,
    meaning: {
      vi: 'ai có mã này đọc được /metrics từ máy khác; không đặt: chỉ chính máy này',
      en: 'who has it may read /metrics from elsewhere; not set: this machine alone',
    },
  },
  supportAddress: {
    variable: 'SOSACH_SUPPORT_EMAIL',
    kind: mailAddress,
    meaning: {
      vi: 'địa chỉ nhận thư của nút “Gửi hỗ trợ”; ai mở trang cũng thấy',
      en: 'where the letter of “Gửi hỗ trợ” goes; seen by everyone who opens the page',
    },
  },
  officeJsDir: {
    variable: 'SOSACH_OFFICE_JS_DIR',
    kind: text(1000),
    meaning: {
      vi: 'chỉ để thử nghiệm: thư mục chứa office.js thay cho bản của Microsoft',
      en: 'for tests only: a folder with office.js instead of Microsoft’s own',
    },
  },
} as const satisfies SettingTable;
