import { codeList, oneOf, serviceAddress, text, wholeNumber } from '../kinds.ts';
import type { SettingTable } from '../setting.ts';

/** PEM texts; a chain of several certificates comes to about 10,000 characters. */
const PEM = text(50_000);

/** How the national population service is reached while `SOSACH_POPULATION` is `lgsp`: docs/population.md. */
export const LGSP_SETTINGS = {
  lgspUrl: {
    variable: 'SOSACH_LGSP_URL',
    kind: serviceAddress('http:', 'https:'),
    meaning: {
      vi: 'địa chỉ dịch vụ do Sở được cấp; http chỉ trên chính máy này',
      en: 'address of the service as granted to the Sở; http on this machine only',
    },
  },
  lgspForm: {
    variable: 'SOSACH_LGSP_FORM',
    kind: oneOf(['soap', 'json']),
    fallback: 'soap',
    meaning: { vi: 'dạng thông điệp', en: 'form of the messages' },
  },
  lgspOperation: {
    variable: 'SOSACH_LGSP_OPERATION',
    kind: oneOf(['verify', 'look-up']),
    fallback: 'verify',
    meaning: {
      vi: 'verify: chỉ hỏi có khớp hay không; look-up: được phép tra cứu, so sánh thêm giới tính và nơi thường trú',
      en: 'verify: found or not found; look-up: where granted, sex and residence are compared, too',
    },
  },
  lgspIntegrationCode: {
    variable: 'SOSACH_LGSP_INTEGRATION_CODE',
    kind: text(20),
    meaning: {
      vi: 'MaTichHop nếu khác 003 (verify), 037 (look-up)',
      en: 'MaTichHop if not 003 (verify), 037 (look-up)',
    },
  },
  lgspServiceCode: {
    variable: 'SOSACH_LGSP_SERVICE_CODE',
    kind: text(20),
    meaning: {
      vi: 'MaDVC được cấp; không đặt: dạng cũ, mã trường đứng ở MaDVC',
      en: 'MaDVC as granted; not set: the older form, whose MaDVC is the code of the school',
    },
  },
  lgspAccount: {
    variable: 'SOSACH_LGSP_ACCOUNT',
    kind: text(50),
    secret: true,
    meaning: { vi: 'TaiKhoan, đi cùng MaDVC được cấp', en: 'TaiKhoan, goes with a granted MaDVC' },
  },
  lgspPhone: {
    variable: 'SOSACH_LGSP_PHONE',
    kind: text(15),
    fallback: '0',
    meaning: { vi: 'SoDienThoai, đi cùng MaDVC được cấp', en: 'SoDienThoai, goes with a granted MaDVC' },
  },
  lgspAccess: {
    variable: 'SOSACH_LGSP_ACCESS',
    kind: oneOf(['none', 'basic', 'token']),
    fallback: 'none',
    meaning: {
      vi: 'cách dịch vụ nhận ra bên hỏi: chỉ chứng thư hoặc mạng; ký từng lần hỏi; mã truy cập LGSP',
      en: 'how the service knows who asks: by certificate or network alone; a signature on each question; a token of the LGSP',
    },
  },
  lgspUser: {
    variable: 'SOSACH_LGSP_USER',
    kind: text(200),
    secret: true,
    meaning: { vi: 'basic: tên truy cập', en: 'basic: user' },
  },
  lgspSecret: {
    variable: 'SOSACH_LGSP_SECRET',
    kind: text(500),
    secret: true,
    meaning: { vi: 'basic: khóa bí mật để ký', en: 'basic: the secret that signs' },
  },
  lgspSignedUrl: {
    variable: 'SOSACH_LGSP_SIGNED_URL',
    kind: text(500),
    meaning: {
      vi: 'basic: địa chỉ được ký, nếu khác địa chỉ gọi',
      en: 'basic: the address that is signed, if not the one called',
    },
  },
  lgspTokenUrl: {
    variable: 'SOSACH_LGSP_TOKEN_URL',
    kind: serviceAddress('http:', 'https:'),
    meaning: { vi: 'token: nơi cấp mã truy cập', en: 'token: the end point that gives it' },
  },
  lgspAccessKey: {
    variable: 'SOSACH_LGSP_ACCESS_KEY',
    kind: text(500),
    secret: true,
    meaning: { vi: 'token: AccessKey', en: 'token: AccessKey' },
  },
  lgspSecretKey: {
    variable: 'SOSACH_LGSP_SECRET_KEY',
    kind: text(500),
    secret: true,
    meaning: { vi: 'token: SecretKey', en: 'token: SecretKey' },
  },
  lgspAppName: {
    variable: 'SOSACH_LGSP_APP_NAME',
    kind: text(200),
    meaning: { vi: 'token: AppName', en: 'token: AppName' },
  },
  lgspPartnerCode: {
    variable: 'SOSACH_LGSP_PARTNER_CODE',
    kind: text(200),
    meaning: { vi: 'token: PartnerCode', en: 'token: PartnerCode' },
  },
  lgspPartnerCodeCus: {
    variable: 'SOSACH_LGSP_PARTNER_CODE_CUS',
    kind: text(200),
    meaning: { vi: 'token: PartnerCodeCus', en: 'token: PartnerCodeCus' },
  },
  lgspXRoadClient: {
    variable: 'SOSACH_LGSP_X_ROAD_CLIENT',
    kind: text(200),
    meaning: { vi: 'tiêu đề X-Road-Client, nếu dịch vụ cần', en: 'header X-Road-Client, where it is asked for' },
  },
  lgspApiKey: {
    variable: 'SOSACH_LGSP_API_KEY',
    kind: text(500),
    secret: true,
    meaning: { vi: 'tiêu đề ApiKey, nếu dịch vụ cần', en: 'header ApiKey, where it is asked for' },
  },
  lgspCertificate: {
    variable: 'SOSACH_LGSP_CERTIFICATE',
    kind: PEM,
    secret: true,
    meaning: { vi: 'chứng thư của Sở (PEM)', en: 'client certificate of the Sở (PEM)' },
  },
  lgspCertificateKey: {
    variable: 'SOSACH_LGSP_CERTIFICATE_KEY',
    kind: PEM,
    secret: true,
    meaning: { vi: 'khóa của chứng thư đó (PEM)', en: 'the key of that certificate (PEM)' },
  },
  lgspCertificatePassphrase: {
    variable: 'SOSACH_LGSP_CERTIFICATE_PASSPHRASE',
    kind: text(500),
    secret: true,
    meaning: { vi: 'mật khẩu của khóa, nếu có', en: 'passphrase of the key, if it has one' },
  },
  lgspAuthority: {
    variable: 'SOSACH_LGSP_AUTHORITY',
    kind: PEM,
    secret: true,
    meaning: {
      vi: 'chứng thư gốc được tin cho dịch vụ này (PEM); không đặt: các gốc công cộng',
      en: 'the authority that is trusted for this service (PEM); not set: the public ones',
    },
  },
  lgspRatePerMinute: {
    variable: 'SOSACH_LGSP_RATE_PER_MINUTE',
    kind: wholeNumber(1, 60_000),
    // A guess that no quota refuses: none is published.
    fallback: 30,
    unit: { vi: 'lần hỏi', en: 'questions' },
    meaning: { vi: 'số lần hỏi được phép mỗi phút', en: 'questions granted a minute' },
  },
  lgspCodesSuccess: {
    variable: 'SOSACH_LGSP_CODES_SUCCESS',
    kind: codeList,
    meaning: { vi: 'json: mã của câu trả lời có kết quả (0, 00, 200)', en: 'json: codes of an answer (0, 00, 200)' },
  },
  lgspCodesNotFound: {
    variable: 'SOSACH_LGSP_CODES_NOT_FOUND',
    kind: codeList,
    meaning: { vi: 'mã nghĩa là không tìm thấy người khớp', en: 'codes that mean nobody matches' },
  },
  lgspCodesNoSuchNumber: {
    variable: 'SOSACH_LGSP_CODES_NO_SUCH_NUMBER',
    kind: codeList,
    meaning: {
      vi: 'mã nghĩa là chính số định danh không tồn tại',
      en: 'codes that mean the number itself does not exist',
    },
  },
  lgspCodesClosedHours: {
    variable: 'SOSACH_LGSP_CODES_CLOSED_HOURS',
    kind: codeList,
    meaning: { vi: 'mã nghĩa là ngoài giờ phục vụ', en: 'codes that mean outside the hours of service' },
  },
  lgspCodesThrottled: {
    variable: 'SOSACH_LGSP_CODES_THROTTLED',
    kind: codeList,
    meaning: { vi: 'mã nghĩa là vượt hạn mức', en: 'codes that mean over the quota' },
  },
  lgspCodesRefused: {
    variable: 'SOSACH_LGSP_CODES_REFUSED',
    kind: codeList,
    meaning: { vi: 'mã nghĩa là không được phép hỏi', en: 'codes that mean not allowed to ask' },
  },
  lgspRegister: {
    variable: 'SOSACH_LGSP_REGISTER',
    kind: oneOf(['national', 'invented']),
    fallback: 'national',
    meaning: {
      vi: 'invented: tập dượt với dịch vụ mô phỏng trên máy này, chỉ cho DỮ LIỆU THỬ',
      en: 'invented: a rehearsal against the simulated service on this machine, try-outs only',
    },
  },
} as const satisfies SettingTable;
