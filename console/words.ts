import type { Message } from '../rules/messages.ts';
import type { RecordKind } from '../rules/record.ts';
import type { Stage } from './school-line.ts';
import type { Filter, SortKey } from './school-table.ts';

/** Every sentence of the officers' page, Vietnamese first. `{name}` stands for a parameter (`fill`). */
const PLAIN = {
  title: { vi: 'Sổ Sạch: quản lý đợt cập nhật', en: 'Sổ Sạch: campaigns' },
  page: { vi: 'Quản lý đợt cập nhật', en: 'Campaigns' },
  signInFor: {
    vi: 'Dành cho cán bộ Sở, phòng, xã. Trường học làm việc trong Excel hoặc ở Bàn làm việc.',
    en: 'For officers of managing units. Schools work in Excel or at the workbench.',
  },
  signInAgain: {
    vi: 'Phiên đã hết hạn. Đăng nhập lại để tiếp tục; những gì đang điền vẫn còn.',
    en: 'The session has ended. Sign in to go on; what you were filling in is kept.',
  },
  idle: {
    vi: 'Đã tự đăng xuất vì 15 phút không thao tác (máy dùng chung). Đăng nhập lại bằng cùng tài khoản thì những gì đang điền vẫn còn.',
    en: 'Signed out after 15 idle minutes (shared computers). Sign in with the same account and what you were filling in is still there.',
  },
  offline: {
    vi: 'Mất kết nối máy chủ. Số liệu dưới đây là của lần tải gần nhất.',
    en: 'No connection to the server. The figures below are those last loaded.',
  },
  tryOutAccounts: { vi: 'Tài khoản cán bộ dùng thử', en: 'Try-out officer accounts' },
  notOfficer: { vi: 'Trang này dành cho cán bộ quản lý', en: 'This page is for officers' },
  notOfficerWhy: {
    vi: 'Tài khoản {name} ({role}) không mở được đợt cập nhật. Để kiểm tra, sửa và gửi danh sách của trường, vào Bàn làm việc.',
    en: 'The account {name} ({role}) cannot run campaigns. To check, mend and send your school’s lists, go to the workbench.',
  },
  workbench: { vi: 'Mở Bàn làm việc', en: 'Open the workbench' },
  toList: { vi: '‹ Các đợt cập nhật', en: '‹ All campaigns' },

  campaigns: { vi: 'Các đợt cập nhật', en: 'Campaigns' },
  newCampaign: { vi: 'Mở đợt mới', en: 'New campaign' },
  loadingList: { vi: 'Đang tải các đợt… {count}', en: 'Loading campaigns… {count}' },
  noCampaigns: { vi: 'Chưa có đợt cập nhật nào', en: 'There are no campaigns yet' },
  noCampaignsNext: {
    vi: 'Bấm “Mở đợt mới”: đặt tên đợt theo công văn, ghi hạn, chọn trường. Sau đó tải sổ tính của các trường về để phát.',
    en: 'Press “New campaign”: name it after the circular, set the deadlines, choose the schools. Then download the schools’ workbooks to hand out.',
  },
  columnYear: { vi: 'Năm học', en: 'School year' },
  columnParts: { vi: 'Phần việc và hạn', en: 'Parts and deadlines' },
  noCampaign: { vi: 'Không có đợt này', en: 'There is no such campaign' },
  noCampaignNext: {
    vi: 'Đợt đã được bỏ, hoặc không thuộc đơn vị của tài khoản này.',
    en: 'It was withdrawn, or does not concern this account’s unit.',
  },
  over: { vi: 'Quá hạn', en: 'Late' },
  ahead: { vi: 'Còn hạn', en: 'In time' },

  newHeading: { vi: 'Mở đợt cập nhật mới', en: 'New campaign' },
  required: { vi: 'Ô có dấu * phải điền.', en: 'Fields with * are needed.' },
  fieldName: { vi: 'Tên đợt *', en: 'Name *' },
  fieldNameHint: { vi: 'Ví dụ: Cập nhật số định danh học sinh', en: 'For example: Pupils’ citizen numbers' },
  fieldCircular: { vi: 'Công văn', en: 'Circular' },
  fieldCircularHint: { vi: 'Ví dụ: 1118/PGDĐT ngày 20/10/2022', en: 'For example: 1118/PGDĐT ngày 20/10/2022' },
  fieldYear: { vi: 'Năm học', en: 'School year' },
  fieldInstructions: { vi: 'Hướng dẫn cho trường', en: 'Instructions for the schools' },
  fieldInstructionsHint: {
    vi: 'Hiện trong sổ tính và trong khung Excel của trường.',
    en: 'Shown in the workbook and in the schools’ pane.',
  },
  parts: { vi: 'Phần việc', en: 'Parts' },
  part: { vi: 'Phần {n}', en: 'Part {n}' },
  addPart: { vi: 'Thêm phần việc', en: 'Add a part' },
  addPartFull: { vi: 'Một đợt có nhiều nhất {count} phần.', en: 'A campaign has at most {count} parts.' },
  removePart: { vi: 'Bỏ phần {n}', en: 'Remove part {n}' },
  partName: { vi: 'Tên phần việc *', en: 'Name of the part *' },
  partKind: { vi: 'Loại hồ sơ', en: 'Records' },
  grades: { vi: 'Khối lớp', en: 'Grades' },
  allGrades: { vi: 'Mọi khối của trường', en: 'All of the school’s' },
  someGrades: { vi: 'Chỉ các khối đã chọn', en: 'Only those chosen' },
  grade: { vi: 'Khối {n}', en: 'Grade {n}' },
  optional: { vi: 'Cột hỏi thêm', en: 'Extra columns' },
  optionalHint: { vi: 'Chỉ chọn cột mà công văn yêu cầu.', en: 'Only those the circular asks for.' },
  deadline: { vi: 'Hạn', en: 'Deadline' },
  beforeHour: { vi: 'trước giờ … ngày …', en: 'before an hour of a day' },
  beforeDay: { vi: 'trước ngày … (không kể ngày đó)', en: 'before a day (that day is too late)' },
  withinDay: { vi: 'trong ngày … (đến hết ngày đó)', en: 'by the end of a day' },
  day: { vi: 'Ngày *', en: 'Day *' },
  time: { vi: 'Giờ *', en: 'Hour *' },
  deadlineReads: { vi: 'Hạn là: {deadline} ({left}).', en: 'Reads: {deadline} ({left}).' },
  deadlineOver: {
    vi: 'Hạn này đã qua theo giờ máy chủ. Vẫn mở được, nhưng mọi trường sẽ hiện quá hạn.',
    en: 'This deadline is over by the server’s clock. You may open the campaign, but every school will show as late.',
  },
  schools: { vi: 'Trường tham gia', en: 'Schools' },
  allSchools: { vi: 'Tất cả trường đang hoạt động trong địa bàn', en: 'Every school in operation below this unit' },
  someSchools: { vi: 'Chỉ các trường đã chọn', en: 'Only those chosen' },
  loadingUnits: { vi: 'Đang tải danh sách đơn vị… {count}', en: 'Loading units… {count}' },
  unitsMissing: {
    vi: 'Chưa tải được danh sách trường.',
    en: 'The list of schools could not be loaded.',
  },
  searchSchool: { vi: 'Tìm trường (không cần dấu)', en: 'Search schools' },
  chosenCount: { vi: 'Đã chọn {count} / {total} trường', en: '{count} of {total} schools chosen' },
  chooseShown: { vi: 'Chọn {count} trường đang hiện', en: 'Choose the {count} shown' },
  chooseNone: { vi: 'Bỏ chọn hết', en: 'Choose none' },
  moreSchools: {
    vi: 'Còn {count} trường nữa: gõ tên để thu hẹp.',
    en: '{count} more: type a name to narrow the list.',
  },
  noSchoolFound: { vi: 'Không có trường nào khớp.', en: 'No school matches.' },
  review: { vi: 'Xem lại', en: 'Review' },
  reviewWhyNot: {
    vi: 'Chưa xem lại được: còn {count} chỗ phải điền.',
    en: 'Not yet: {count} fields need your attention.',
  },
  clearForm: { vi: 'Xóa hết, điền lại', en: 'Clear the form' },
  summary: { vi: 'Xem lại trước khi mở đợt', en: 'Review before opening' },
  summaryCount: { vi: '{schools} trường, {parts} phần việc', en: '{schools} schools, {parts} parts' },
  summaryAllSchools: { vi: 'Tất cả trường đang hoạt động', en: 'Every school in operation' },
  summaryGrades: { vi: 'khối {grades}', en: 'grades {grades}' },
  summaryColumns: { vi: 'hỏi thêm: {columns}', en: 'also: {columns}' },
  open: { vi: 'Mở đợt', en: 'Open the campaign' },
  opening: { vi: 'Đang mở đợt…', en: 'Opening…' },
  backToForm: { vi: 'Quay lại sửa', en: 'Back to the form' },
  opened: {
    vi: 'Đã mở đợt “{name}” cho {schools} trường. Bước tiếp theo: tải sổ tính về để phát cho các trường.',
    en: '“{name}” is open for {schools} schools. Next: download the workbooks and hand them out.',
  },
  faultName: { vi: 'Đặt tên cho đợt.', en: 'Give the campaign a name.' },
  faultLong: { vi: 'Dài quá; rút ngắn lại.', en: 'Too long; shorten it.' },
  faultPartName: { vi: 'Đặt tên cho phần việc.', en: 'Give the part a name.' },
  faultGrades: { vi: 'Chọn ít nhất một khối.', en: 'Choose at least one grade.' },
  faultDay: { vi: 'Chọn ngày hết hạn.', en: 'Choose the day of the deadline.' },
  faultTime: { vi: 'Ghi giờ hết hạn, ví dụ 14:00.', en: 'Give the hour, such as 14:00.' },
  faultUnits: { vi: 'Chọn ít nhất một trường.', en: 'Choose at least one school.' },
  faultNoSchools: {
    vi: 'Trong địa bàn chưa có trường nào đang hoạt động; nhờ người vận hành nạp danh sách trường.',
    en: 'There is no school in operation below this unit; ask the operator to import the schools.',
  },

  openedBy: { vi: 'Đơn vị mở đợt: {unit}', en: 'Opened by: {unit}' },
  ownerAbove: { vi: 'cấp trên', en: 'a unit above' },
  instructions: { vi: 'Hướng dẫn', en: 'Instructions' },
  withdraw: { vi: 'Bỏ đợt này', en: 'Withdraw' },
  withdrawHeading: { vi: 'Bỏ đợt “{name}”?', en: 'Withdraw “{name}”?' },
  withdrawText: {
    vi: 'Đợt biến mất khỏi danh sách của {schools} trường, cùng các mốc đã phát, đã mở. Những dòng trường đã gửi và kết quả xác thực vẫn còn. Không lấy lại được đợt đã bỏ.',
    en: 'It disappears for {schools} schools, with what is known of handing out and opening. Rows that schools have sent, and their verdicts, stay. A withdrawn campaign cannot be brought back.',
  },
  withdrawYes: { vi: 'Bỏ đợt', en: 'Withdraw it' },
  withdrawNo: { vi: 'Giữ lại', en: 'Keep it' },
  withdrawing: { vi: 'Đang bỏ đợt…', en: 'Withdrawing…' },
  withdrawn: { vi: 'Đã bỏ đợt “{name}”.', en: '“{name}” is withdrawn.' },

  downloadAll: { vi: 'Tải sổ tính của mọi trường (ZIP)', en: 'Download all workbooks (ZIP)' },
  downloadingAll: { vi: 'Đang lập và tải… {mb} MB', en: 'Making and downloading… {mb} MB' },
  downloadedAll: { vi: 'Đã tải {file} ({mb} MB).', en: 'Downloaded {file} ({mb} MB).' },
  downloadOne: { vi: 'Tải sổ', en: 'Workbook' },
  downloadOneOf: { vi: 'Tải sổ {kind} của {school}', en: 'Download the workbook ({kind}) of {school}' },
  downloadingOne: { vi: 'Đang tải sổ…', en: 'Downloading the workbook…' },
  downloadedOne: { vi: 'Đã tải {file}.', en: 'Downloaded {file}.' },

  progress: { vi: 'Tiến độ từng trường', en: 'Progress by school' },
  progressCaption: {
    vi: 'Tiến độ từng trường; bấm tên cột để sắp xếp',
    en: 'Progress by school; press a heading to sort',
  },
  loadingSchools: { vi: 'Đang tải {count} / {total} trường', en: 'Loading {count} of {total} schools' },
  loadedAt: { vi: 'Số liệu lúc {at}; tự tải lại mỗi phút', en: 'As of {at}; reloads every minute' },
  reload: { vi: 'Tải lại', en: 'Reload' },
  filterBy: { vi: 'Hiện', en: 'Show' },
  searchTable: { vi: 'Tìm tên trường', en: 'Search' },
  shownCount: { vi: '{count} / {total} trường', en: '{count} of {total} schools' },
  noneShown: { vi: 'Không có trường nào như vậy.', en: 'No such school.' },
  columnDeadline: { vi: 'Hạn', en: 'Deadline' },
  columnActions: { vi: 'Việc', en: 'Actions' },
  notYet: { vi: 'chưa', en: 'not yet' },
  version: { vi: 'bản {version}', en: 'v. {version}' },
  outdated: { vi: 'bản cũ', en: 'old' },
  totalRow: { vi: 'Cộng {count} trường', en: 'Total, {count} schools' },
  ofSchools: { vi: '{count} trường', en: '{count} schools' },
  lateSchools: { vi: '{count} quá hạn', en: '{count} late' },
  tableScrolls: { vi: 'Bảng tiến độ, cuộn ngang để xem hết', en: 'Progress table, scrolls sideways' },

  remind: { vi: 'Soạn lời nhắc', en: 'Write reminders' },
  remindOne: { vi: 'Nhắc', en: 'Remind' },
  remindOneOf: { vi: 'Nhắc {school}', en: 'Remind {school}' },
  reminders: { vi: 'Lời nhắc', en: 'Reminders' },
  remindNobody: { vi: 'Mọi trường đã xong: không phải nhắc ai.', en: 'Every school is done: nobody needs a reminder.' },
  remindWhom: { vi: 'Gửi cho', en: 'To' },
  remindGroup: { vi: 'Nhóm trường', en: 'Which schools' },
  remindAll: { vi: 'Chung cho {count} trường', en: 'One text for {count} schools' },
  remindForm: { vi: 'Dạng', en: 'Form' },
  remindLetter: { vi: 'Thư điện tử', en: 'E-mail' },
  remindNote: { vi: 'Zalo (ngắn)', en: 'Zalo (short)' },
  subject: { vi: 'Tiêu đề thư', en: 'Subject' },
  text: { vi: 'Nội dung', en: 'Text' },
  copySubject: { vi: 'Chép tiêu đề', en: 'Copy the subject' },
  copyText: { vi: 'Chép nội dung', en: 'Copy the text' },
  copied: { vi: 'Đã chép. Dán vào thư hoặc Zalo.', en: 'Copied. Paste it into the e-mail or Zalo.' },
  copyByHand: {
    vi: 'Trình duyệt không cho chép tự động. Văn bản đã được bôi đen: bấm Ctrl+C.',
    en: 'The browser does not let us copy. The text is selected: press Ctrl+C.',
  },
  closeReminders: { vi: 'Đóng lời nhắc', en: 'Close' },
  unfinished: { vi: 'chưa xong', en: 'unfinished' },

  reminderSubjectOne: { vi: '[Nhắc] {campaign}: {school}', en: '[Reminder] {campaign}: {school}' },
  reminderSubjectAll: {
    vi: '[Nhắc] {campaign}: {schools} trường chưa xong',
    en: '[Reminder] {campaign}: {schools} schools',
  },
  reminderToOne: { vi: 'Kính gửi: {school},', en: 'To {school},' },
  reminderToAll: { vi: 'Kính gửi các trường có tên dưới đây,', en: 'To the schools named below,' },
  reminderWhy: {
    vi: '{sender} đề nghị hoàn thành đợt “{campaign}”, năm học {year}:',
    en: '{sender} asks you to complete “{campaign}”, school year {year}:',
  },
  reminderWhyCircular: {
    vi: 'Thực hiện công văn {circular}, {sender} đề nghị hoàn thành đợt “{campaign}”, năm học {year}:',
    en: 'By circular {circular}, {sender} asks you to complete “{campaign}”, school year {year}:',
  },
  reminderStateOne: { vi: 'Đến {at}, nhà trường:', en: 'As of {at}, your school:' },
  reminderStateAll: {
    vi: 'Đến {at} còn {schools} trường chưa xong:',
    en: 'As of {at}, {schools} schools are not done:',
  },
  reminderNext: {
    vi: 'Đề nghị mở sổ tính đã nhận, bấm Kiểm tra, sửa theo gợi ý rồi bấm Gửi xác thực.',
    en: 'Please open the workbook you were given, press Check, mend by the proposals, then press Send.',
  },
  reminderWorkbench: {
    vi: 'Chưa nhận được sổ, hoặc máy không dùng được Excel: đăng nhập tại {workbench}',
    en: 'Without the workbook, or without Excel: sign in at {workbench}',
  },
  noteOne: { vi: '{sender} nhắc {school}: đợt “{campaign}”', en: '{sender} to {school}: “{campaign}”' },
  noteAll: {
    vi: '{sender} nhắc {schools} trường chưa xong đợt “{campaign}” (đến {at}):',
    en: '{sender}: {schools} schools are not done with “{campaign}” (as of {at}):',
  },
  noteNext: {
    vi: 'Mở sổ, Kiểm tra, Gửi xác thực. Không có Excel: {workbench}',
    en: 'Open, Check, Send. Without Excel: {workbench}',
  },
  awaitingNumber: { vi: '{count} chờ cấp số mới', en: '{count} await a new number' },
  stateNotOpened: { vi: 'chưa mở sổ tính', en: 'workbook not opened' },
  stateNotSent: { vi: 'đã mở sổ, chưa gửi dòng nào', en: 'workbook opened, nothing sent' },
  stateSent: { vi: 'đã gửi {rows} dòng, {verified} đã xác thực', en: '{rows} rows sent, {verified} verified' },
  stateLeft: { vi: 'còn {left} dòng chưa xác thực', en: '{left} not verified' },
  stateStays: { vi: '{stays} dòng chưa gửi được vì lỗi', en: '{stays} kept back by errors' },
} as const satisfies Record<string, Message>;

const KIND = {
  student: { vi: 'Học sinh', en: 'Pupils' },
  staff: { vi: 'Cán bộ, giáo viên', en: 'Staff' },
  results: { vi: 'Kết quả học tập', en: 'Results' },
} as const satisfies Record<RecordKind, Message>;

const STAGE = {
  'not-opened': { vi: 'Chưa mở', en: 'Not opened' },
  'not-sent': { vi: 'Chưa gửi', en: 'Nothing sent' },
  unverified: { vi: 'Còn dòng chưa xác thực', en: 'Rows not verified' },
  done: { vi: 'Xong', en: 'Done' },
} as const satisfies Record<Stage, Message>;

const FILTER = {
  all: { vi: 'Tất cả', en: 'All' },
  late: { vi: 'Quá hạn', en: 'Late' },
  ...STAGE,
} as const satisfies Record<Filter, Message>;

const SORT = {
  name: { vi: 'Trường', en: 'School' },
  stage: { vi: 'Tình trạng', en: 'Stage' },
  sentAt: { vi: 'Đã phát', en: 'Handed out' },
  openedAt: { vi: 'Đã mở', en: 'Opened' },
  version: { vi: 'Phiên bản', en: 'Version' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  verified: { vi: 'Đã xác thực', en: 'Verified' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  stays: { vi: 'Để lại', en: 'Kept back' },
  pushedAt: { vi: 'Gửi gần nhất', en: 'Last sent' },
} as const satisfies Record<SortKey, Message>;

export const CONSOLE_WORDS = { ...PLAIN, kind: KIND, stage: STAGE, filter: FILTER, sort: SORT } as const;

/** Every message by a name, for the test that reads them all. */
export function allConsoleWords(): readonly (readonly [string, Message])[] {
  const groups = { kind: KIND, stage: STAGE, filter: FILTER, sort: SORT };
  return [
    ...Object.entries(PLAIN),
    ...Object.entries(groups).flatMap(([group, words]) =>
      Object.entries<Message>(words).map(([id, message]) => [`${group}.${id}`, message] as const),
    ),
  ];
}
