import { fill, type Language, type Message } from '../rules/messages.ts';

/** Everything that can keep the server or its administration from going on, each with a stable code and the next step. */
export const SERVER_ERRORS = {
  'port-taken': {
    vi: 'Cổng {port} đang được chương trình khác dùng. Đóng chương trình đó hoặc chọn cổng khác (--port).',
    en: 'Port {port} is in use by another program. Close it or choose another port (--port).',
  },
  'port-forbidden': {
    vi: 'Không được phép mở cổng {port}. Chọn cổng từ 1024 trở lên (--port).',
    en: 'Port {port} may not be opened. Choose a port from 1024 up (--port).',
  },
  'address-unusable': {
    vi: 'Máy này không có địa chỉ {host} để lắng nghe. Dùng một địa chỉ của chính máy này, hoặc 0.0.0.0 cho mọi địa chỉ (--host).',
    en: 'This machine has no address {host} to listen on. Use one of its own, or 0.0.0.0 for all of them (--host).',
  },
  'data-folder-in-use': {
    vi: 'Một máy chủ Sổ Sạch khác đang dùng thư mục dữ liệu này. Dừng máy chủ đó trước, hoặc chọn thư mục khác (--data).',
    en: 'Another Sổ Sạch server is using this data folder. Stop it first, or choose another folder (--data).',
  },
  'data-folder-unusable': {
    vi: 'Không ghi được vào thư mục dữ liệu ({detail}). Kiểm tra quyền ghi và chỗ trống, hoặc chọn thư mục khác (--data).',
    en: 'The data folder cannot be written ({detail}). Check permissions and free space, or choose another folder (--data).',
  },
  'store-missing': {
    vi: 'Chưa có cơ sở dữ liệu trong {folder}. Kiểm tra lại --data; máy chủ mới thì chạy sosach serve một lần trước.',
    en: 'There is no database in {folder}. Check --data; on a new machine, run sosach serve once first.',
  },
  'store-newer': {
    vi: 'Cơ sở dữ liệu do bản Sổ Sạch mới hơn tạo (cấu trúc {found}, bản này hiểu đến {known}). Hãy cài bản mới hơn; dữ liệu chưa bị thay đổi.',
    en: 'The database was made by a newer Sổ Sạch (schema {found}, this version knows {known}). Install the newer version; nothing was changed.',
  },
  'store-foreign': {
    vi: 'Tệp cơ sở dữ liệu không phải của Sổ Sạch. Chọn thư mục dữ liệu khác (--data); tệp chưa bị thay đổi.',
    en: 'The database file is not Sổ Sạch’s. Choose another data folder (--data); the file was not changed.',
  },
  'store-damaged': {
    vi: 'Cơ sở dữ liệu bị hỏng ({detail}). Dừng lại và phục hồi từ bản sao lưu gần nhất.',
    en: 'The database is damaged ({detail}). Stop and restore the latest backup.',
  },
  'database-url-malformed': {
    vi: 'DATABASE_URL không đúng dạng. Cần dạng postgres://người-dùng@máy-chủ:5432/tên-cơ-sở-dữ-liệu.',
    en: 'DATABASE_URL is malformed. Its form is postgres://user@host:5432/database.',
  },
  'database-unreachable': {
    vi: 'Không kết nối được PostgreSQL ở {host} ({detail}). Kiểm tra máy chủ đó đang chạy, địa chỉ, tường lửa và chứng chỉ.',
    en: 'PostgreSQL at {host} cannot be reached ({detail}). Check that it runs, its address, the firewall and its certificate.',
  },
  'database-refused': {
    vi: 'PostgreSQL ở {host} không cho vào cơ sở dữ liệu {database} ({detail}). Kiểm tra tên, mật khẩu và quyền trong DATABASE_URL.',
    en: 'PostgreSQL at {host} refuses the database {database} ({detail}). Check user, password and rights in DATABASE_URL.',
  },
  'database-missing': {
    vi: 'PostgreSQL ở {host} không có cơ sở dữ liệu {database}. Tạo trước: createdb --encoding=UTF8 {database}.',
    en: 'PostgreSQL at {host} has no database {database}. Make it first: createdb --encoding=UTF8 {database}.',
  },
  'database-unusable': {
    vi: 'Không dùng được cơ sở dữ liệu này ({detail}): cần PostgreSQL từ bản 14, mã hóa UTF8, có ICU.',
    en: 'This database cannot be used ({detail}): PostgreSQL 14 or newer with encoding UTF8 and ICU is needed.',
  },
  'database-foreign': {
    vi: 'Trong cơ sở dữ liệu này đã có bảng của chương trình khác. Dùng một cơ sở dữ liệu trống (DATABASE_URL); chưa có gì bị thay đổi.',
    en: 'This database holds another program’s tables. Use an empty one (DATABASE_URL); nothing was changed.',
  },
  'store-in-two-places': {
    vi: 'Thư mục {folder} đã có cơ sở dữ liệu SQLite, mà DATABASE_URL lại chỉ sang PostgreSQL. Bỏ DATABASE_URL, hoặc dùng thư mục dữ liệu khác chỉ có các tệp *.key.',
    en: 'The folder {folder} holds an SQLite store while DATABASE_URL names another. Unset DATABASE_URL, or use a data folder with the *.key files only.',
  },
  'backup-exists': {
    vi: 'Đã có tệp {file}. Chọn tên khác (--out), hoặc tự dời tệp cũ; bản sao lưu cũ không bị ghi đè.',
    en: '{file} is already there. Choose another name (--out) or move it away; a backup is never overwritten.',
  },
  'backup-unwritable': {
    vi: 'Không ghi được bản sao lưu ({detail}). Kiểm tra thư mục, quyền ghi và chỗ trống (cần khoảng gấp đôi cơ sở dữ liệu).',
    en: 'The backup cannot be written ({detail}). Check the folder, permissions and free space (about twice the database).',
  },
  'backup-unusable': {
    vi: 'Tệp này không phải bản sao lưu của Sổ Sạch, hoặc đã hỏng ({detail}). Dùng bản sao lưu khác; chưa có gì bị thay đổi.',
    en: 'This file is no Sổ Sạch backup, or a damaged one ({detail}). Use another backup; nothing was changed.',
  },
  'restore-over-store': {
    vi: 'Trong {folder} đã có dữ liệu. Chọn thư mục trống (--data), hoặc thêm --replace: dữ liệu cũ sẽ được dời sang thư mục con, không bị xóa.',
    en: 'There is data in {folder}. Choose an empty folder (--data), or add --replace: the old data is moved into a subfolder, not deleted.',
  },
  'token-key-exposed': {
    vi: 'Tệp khóa ký phiên đăng nhập cho người khác đọc được. Chạy: chmod 600 token.key trong thư mục dữ liệu, hoặc xóa tệp để tạo khóa mới (mọi người sẽ đăng nhập lại).',
    en: 'The session key file is readable by others. Run chmod 600 token.key in the data folder, or delete it for a new key (everyone signs in again).',
  },
  'workbook-key-exposed': {
    vi: 'Tệp khóa ký sổ tính cho người khác đọc được. Chạy: chmod 600 workbook.key trong thư mục dữ liệu. Đừng xóa tệp: sổ tính đã phát sẽ bị coi là của máy chủ khác.',
    en: 'The key file that workbooks are signed with is readable by others. Run chmod 600 workbook.key in the data folder. Do not delete it: workbooks already out would read as another server’s.',
  },
  'records-key-exposed': {
    vi: 'Tệp khóa mã hóa số định danh cho người khác đọc được. Chạy: chmod 600 records.key trong thư mục dữ liệu. Đừng xóa tệp: mất khóa là mất các số đã lưu.',
    en: 'The key file that seals identity numbers is readable by others. Run chmod 600 records.key in the data folder. Do not delete it: without its keys the kept numbers are lost.',
  },
  'records-key-damaged': {
    vi: 'Tệp records.key (khóa mã hóa số định danh) bị hỏng. Chép lại từ bản sao lưu; không có khóa thì không mở được các số đã lưu.',
    en: 'records.key (the keys that seal identity numbers) is damaged. Put it back from a backup: without its keys the kept numbers cannot be opened.',
  },
  'records-key-other': {
    vi: 'Tệp records.key không phải khóa của cơ sở dữ liệu này. Chép lại đúng tệp từ bản sao lưu; chưa có gì bị thay đổi.',
    en: 'records.key does not belong to this store. Put back the right file from a backup; nothing has been changed.',
  },
  'record-key-in-use': {
    vi: 'Khóa {key} còn mã hóa {rows} giá trị (hoặc đang là khóa mới nhất) nên chưa bỏ được. Chạy sosach keys reseal trước.',
    en: 'Key {key} still seals {rows} values (or is the newest): it cannot be dropped. Run sosach keys reseal first.',
  },
  'record-key-unknown': {
    vi: 'Không có khóa {key} trong records.key. Xem các khóa: sosach keys list.',
    en: 'There is no key {key} in records.key. See the keys: sosach keys list.',
  },
  'sealed-value-unreadable': {
    vi: 'Không mở được một số định danh đã mã hóa (khóa {key}): thiếu khóa trong records.key hoặc dữ liệu bị sửa. Chép lại records.key từ bản sao lưu.',
    en: 'A sealed identity number cannot be opened (key {key}): records.key lacks that key, or the data was altered. Put records.key back from a backup.',
  },
  'try-out-refuses-register': {
    vi: 'Đây là cơ sở DỮ LIỆU THỬ nên không được nối với dịch vụ dân cư thật. Dùng thư mục dữ liệu mới cho việc thật.',
    en: 'This is a try-out database and may not be wired to the real population service. Use a new data folder for real work.',
  },
  'store-refuses-invented-register': {
    vi: 'Cơ sở dữ liệu thật không được nối với dịch vụ dân cư mô phỏng: kết quả bịa sẽ bị hiểu là thật. Dùng thư mục dữ liệu thử.',
    en: 'A real database may not be wired to the simulated population service: invented answers would pass for real ones. Use a try-out folder.',
  },
  'lgsp-config-invalid': {
    vi: 'Cấu hình kết nối dân cư (LGSP) thiếu hoặc sai ở: {detail}. Xem docs/population.md; chưa có câu hỏi nào được gửi.',
    en: 'The configuration of the population connection (LGSP) is missing or wrong at: {detail}. See docs/population.md; nothing was asked.',
  },
  'try-out-not-empty': {
    vi: 'Cơ sở dữ liệu đã có dữ liệu thật nên không thể đánh dấu là DỮ LIỆU THỬ. Dùng thư mục dữ liệu mới.',
    en: 'The database already holds real data and cannot become a try-out. Use a new data folder.',
  },
  'units-csv-invalid': {
    vi: 'Dòng {line} của tệp đơn vị: {detail}. Sửa dòng đó rồi nhập lại; chưa có đơn vị nào được ghi.',
    en: 'Line {line} of the units file: {detail}. Mend it and import again; no unit was written.',
  },
  'unit-unknown': {
    vi: 'Không có đơn vị mang mã {unit}. Nhập danh sách đơn vị trước (sosach units import).',
    en: 'No unit has the code {unit}. Import the units first (sosach units import).',
  },
  'username-taken': {
    vi: 'Tên đăng nhập này đã có. Chọn tên khác, hoặc cấp lại mật khẩu (sosach user reset).',
    en: 'This user name exists. Choose another, or reset its password (sosach user reset).',
  },
  'username-malformed': {
    vi: 'Tên đăng nhập gồm 3–64 ký tự: chữ không dấu, số, dấu chấm, gạch dưới, gạch ngang hoặc @.',
    en: 'A user name has 3–64 characters: unaccented letters, digits, dot, underscore, hyphen or @.',
  },
  'username-unknown': {
    vi: 'Không có tài khoản mang tên này. Kiểm tra lại tên đăng nhập.',
    en: 'No account has this name. Check the user name.',
  },
  'account-needs-class': {
    vi: 'Giáo viên chủ nhiệm thuộc một trường và có ít nhất một lớp. Thêm mã trường (--unit) và tên lớp (--class).',
    en: 'A class teacher belongs to a school and has at least one class. Give the school (--unit) and the class (--class).',
  },
  'account-takes-no-class': {
    vi: 'Chỉ giáo viên chủ nhiệm được giao lớp. Bỏ --class, hoặc chọn --role class-teacher.',
    en: 'Only a class teacher is given classes. Leave --class out, or choose --role class-teacher.',
  },
  'identity-linked': {
    vi: 'Người này đã gắn với tài khoản khác. Gỡ ở tài khoản đó trước (sosach user link TÊN --remove).',
    en: 'This person is linked to another account. Take that link away first (sosach user link NAME --remove).',
  },
  'account-needs-unit': {
    vi: 'Tài khoản này phải thuộc một đơn vị. Thêm mã đơn vị (--unit).',
    en: 'This account must belong to a unit. Give its code (--unit).',
  },
} as const satisfies Record<string, Message>;

export type ServerErrorCode = keyof typeof SERVER_ERRORS;

/** A failure outside any request. Its texts say what to do and hold no personal data. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly code: ServerErrorCode;
  readonly text: Message;

  /** A parameter that is itself a sentence comes in both languages. */
  constructor(code: ServerErrorCode, params: Readonly<Record<string, string | Message>> = {}, options?: ErrorOptions) {
    const inLanguage = (language: Language) =>
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]),
      );
    const message = SERVER_ERRORS[code];
    const text = { vi: fill(message.vi, inLanguage('vi')), en: fill(message.en, inLanguage('en')) };
    super(text.en, options);
    this.code = code;
    this.text = text;
  }
}
