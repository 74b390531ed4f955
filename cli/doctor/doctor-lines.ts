import { fill, type Message } from '../../rules/messages.ts';

type DoctorState = 'ok' | 'warning' | 'fault';

/** Everything that `sosach doctor` can say: what was found and, unless it is well, what to do. The codes are stable. */
export const DOCTOR_LINES = {
  'folder-private': ['ok', 'thư mục dữ liệu chỉ chủ của nó đọc được', 'the data folder is its owner’s alone'],
  'folder-open': [
    'warning',
    'thư mục dữ liệu cho người khác vào được. Chạy: chmod 700 {folder}',
    'others may enter the data folder. Run: chmod 700 {folder}',
  ],
  'folder-foreign': [
    'warning',
    'thư mục dữ liệu thuộc tài khoản khác. Chạy các lệnh sosach bằng đúng tài khoản chạy máy chủ',
    'the data folder belongs to another account. Run sosach under the account of the server',
  ],
  'file-private': ['ok', '{file} chỉ chủ của nó đọc được', '{file} is its owner’s alone'],
  'file-exposed': [
    'fault',
    '{file} cho người khác đọc được. Chạy: chmod 600 {path}',
    '{file} is readable by others. Run: chmod 600 {path}',
  ],
  'key-missing': [
    'warning',
    'chưa có {file}; lần chạy máy chủ tới sẽ tạo. Nếu máy chủ đã chạy trước đây, hãy lấy lại tệp này từ bản sao lưu',
    '{file} is not there; the next start makes one. If the server ran before, fetch it from a backup',
  ],
  'store-sound': [
    'ok',
    'cơ sở dữ liệu nguyên vẹn, {megabytes} MB, cấu trúc {schema}',
    'the database is sound, {megabytes} MB, schema {schema}',
  ],
  'store-older': [
    'warning',
    'cơ sở dữ liệu có cấu trúc {schema}; lần chạy tới sẽ nâng lên {known}. Sao lưu trước (sosach backup)',
    'the database has schema {schema}; the next start moves it to {known}. Back up first (sosach backup)',
  ],
  'database-sound': [
    'ok',
    'cơ sở dữ liệu trong PostgreSQL ở {host}: {megabytes} MB, cấu trúc {schema}',
    'the database is in PostgreSQL at {host}: {megabytes} MB, schema {schema}',
  ],
  'database-exposed': [
    'warning',
    'đường tới PostgreSQL ở {host} không mã hóa. Thêm ?sslmode=verify-full vào DATABASE_URL',
    'the line to PostgreSQL at {host} is not encrypted. Add ?sslmode=verify-full to DATABASE_URL',
  ],
  'clocks-together': [
    'ok',
    'đồng hồ máy này khớp với máy cơ sở dữ liệu',
    'this machine’s clock agrees with the database’s',
  ],
  'clocks-apart': [
    'fault',
    'đồng hồ máy này lệch máy cơ sở dữ liệu {seconds} giây; các tiến trình sẽ giành việc của nhau. Chỉnh giờ (NTP)',
    'this machine’s clock is {seconds} s off the database’s; processes would take each other’s work. Set it (NTP)',
  ],
  'store-unusable': ['fault', '{vi}', '{en}'],
  'certificate-sound': [
    'ok',
    'chứng chỉ còn {days} ngày, cho {names}',
    'the certificate is good for {days} days, for {names}',
  ],
  'certificate-absent': [
    'warning',
    'chưa có chứng chỉ trong {folder} nên khung trong Excel chưa mở được. Đặt localhost.crt và localhost.key vào đó, hoặc dùng proxy có https',
    'no certificate in {folder}: the pane in Excel needs https. Put localhost.crt and localhost.key there, or use a proxy with https',
  ],
  'certificate-elsewhere': [
    'ok',
    'không có chứng chỉ ở đây: https do proxy ở {origin} lo',
    'no certificate here: the proxy at {origin} ends https',
  ],
  'certificate-unreadable': [
    'fault',
    'không đọc được chứng chỉ hoặc khóa trong {folder}; cần dạng PEM',
    'the certificate or its key in {folder} cannot be read; PEM is needed',
  ],
  'certificate-not-its-key': [
    'fault',
    'localhost.key không phải khóa của localhost.crt. Chép lại cả hai tệp từ nơi cấp',
    'localhost.key is not the key of localhost.crt. Copy both again from where they were issued',
  ],
  'certificate-expired': [
    'fault',
    'chứng chỉ hết hạn ngày {day}; Excel không mở khung nữa. Xin chứng chỉ mới rồi chạy lại máy chủ',
    'the certificate ended on {day}; Excel no longer opens the pane. Renew it and start the server again',
  ],
  'certificate-early': [
    'fault',
    'chứng chỉ có hiệu lực từ ngày {day}. Kiểm tra đồng hồ của máy',
    'the certificate is valid from {day} on. Check this machine’s clock',
  ],
  'certificate-ends-soon': [
    'warning',
    'chứng chỉ hết hạn ngày {day} (còn {days} ngày). Xin chứng chỉ mới rồi chạy lại máy chủ',
    'the certificate ends on {day} ({days} days). Renew it and start the server again',
  ],
  'certificate-other-name': [
    'warning',
    'chứng chỉ cho {names}, không cho {host}. Xin chứng chỉ có tên này, trừ khi https do proxy lo',
    'the certificate is for {names}, not for {host}. Get one with that name, unless a proxy ends https',
  ],
  'disk-free': ['ok', 'ổ đĩa còn trống {megabytes} MB', '{megabytes} MB of the disk are free'],
  'disk-low': [
    'warning',
    'ổ đĩa chỉ còn trống {megabytes} MB, sao lưu cần khoảng {wanted} MB. Dọn bớt hoặc mở rộng ổ đĩa',
    'only {megabytes} MB are free, a backup takes about {wanted} MB. Free some or enlarge the disk',
  ],
  'disk-full': [
    'fault',
    'ổ đĩa chỉ còn trống {megabytes} MB: máy chủ sắp không ghi được. Dọn ổ đĩa ngay',
    'only {megabytes} MB are free: the server will soon be unable to write. Free the disk now',
  ],
  'clock-plausible': ['ok', 'đồng hồ của máy: {now}', 'this machine’s clock: {now}'],
  'clock-behind': [
    'fault',
    'đồng hồ của máy là {now}, chậm hơn việc đã ghi lúc {newest}; hạn nộp sẽ tính sai. Chỉnh giờ (NTP)',
    'this machine’s clock is {now}, behind what was recorded at {newest}; deadlines will be wrong. Set it (NTP)',
  ],
  'pages-built': ['ok', 'các trang đã dựng', 'the pages are built'],
  'pages-missing': ['fault', 'chưa dựng các trang. Chạy: npm run build', 'the pages are not built. Run: npm run build'],
  'manifest-sound': ['ok', 'manifest đúng, cho {origin}', 'the manifest is sound, for {origin}'],
  'manifest-local': [
    'warning',
    'manifest chỉ dùng được trên chính máy này. Thêm --public-origin như khi chạy máy chủ',
    'the manifest serves this machine only. Add --public-origin as for the server',
  ],
  'manifest-faulty': [
    'fault',
    'manifest.xml có {count} lỗi. Chạy: sosach manifest --check manifest.xml',
    'manifest.xml has {count} faults. Run: sosach manifest --check manifest.xml',
  ],
  'population-simulated': [
    'ok',
    'DỮ LIỆU THỬ, hỏi dịch vụ dân cư mô phỏng',
    'a try-out that asks the simulated population service',
  ],
  'population-national': [
    'ok',
    'kết nối CSDLQG về dân cư (LGSP) đã cấu hình đủ; lần khám này không hỏi gì',
    'the connection to the national population database (LGSP) is configured; this examination asks nothing',
  ],
  'population-carried': [
    'ok',
    'xác thực bằng tệp: văn thư nộp lên CSDL ngành và nạp danh sách kết quả',
    'verification by files: clerks hand them in at CSDL ngành and read the lists of results',
  ],
  'population-refused': ['fault', '{vi}', '{en}'],
  'population-absent': [
    'warning',
    'chưa nối dịch vụ dân cư nào: các dòng được nhận và giữ, chưa ai được hỏi',
    'no population service is wired: rows are received and kept, nobody is asked',
  ],
} as const satisfies Record<string, readonly [DoctorState, string, string]>;

export type DoctorCode = keyof typeof DOCTOR_LINES;

export interface DoctorLine {
  readonly code: DoctorCode;
  readonly state: DoctorState;
  readonly message: Message;
}

export function doctorLine(code: DoctorCode, params: Readonly<Record<string, string>> = {}): DoctorLine {
  const [state, vi, en] = DOCTOR_LINES[code];
  return { code, state, message: { vi: fill(vi, params), en: fill(en, params) } };
}
