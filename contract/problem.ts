import type { Message } from '../rules/messages.ts';

/**
 * Every refusal of the API: `application/problem+json` (RFC 9457) with a stable code, a sentence in both languages and the
 * next step. Codes are never reused. No sentence carries a person's data.
 */
export const PROBLEMS = {
  'credentials-wrong': {
    status: 401,
    title: { vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng.', en: 'User name or password is wrong.' },
    nextStep: {
      vi: 'Kiểm tra phím Caps Lock và bộ gõ tiếng Việt; quên mật khẩu thì nhờ người vận hành cấp lại.',
      en: 'Check Caps Lock and the Vietnamese input method; ask the operator to reset a forgotten password.',
    },
  },
  'token-missing': {
    status: 401,
    title: { vi: 'Chưa đăng nhập.', en: 'Not signed in.' },
    nextStep: { vi: 'Đăng nhập rồi thử lại.', en: 'Sign in and try again.' },
  },
  'token-expired': {
    status: 401,
    title: { vi: 'Phiên đăng nhập đã hết hạn.', en: 'The session has expired.' },
    nextStep: {
      vi: 'Đăng nhập lại. Dữ liệu trong trang tính vẫn còn nguyên.',
      en: 'Sign in again. Nothing in the sheet is lost.',
    },
  },
  'too-many-attempts': {
    status: 429,
    title: { vi: 'Đăng nhập sai quá nhiều lần.', en: 'Too many sign-in attempts.' },
    nextStep: { vi: 'Chờ {seconds} giây rồi thử lại.', en: 'Wait {seconds} seconds, then try again.' },
  },
  forbidden: {
    status: 403,
    title: { vi: 'Tài khoản này không có quyền làm việc đó.', en: 'This account may not do that.' },
    nextStep: { vi: 'Dùng tài khoản văn thư của đơn vị.', en: 'Use the unit’s clerk account.' },
  },
  'unit-foreign': {
    status: 403,
    title: {
      vi: 'Sổ tính này của đơn vị khác ({unit}), không phải đơn vị của tài khoản đang đăng nhập.',
      en: 'This workbook belongs to another unit ({unit}), not to the signed-in account’s.',
    },
    nextStep: {
      vi: 'Mở đúng sổ tính của trường mình, hoặc đăng nhập bằng tài khoản của đơn vị đó.',
      en: 'Open your own school’s workbook, or sign in with that unit’s account.',
    },
  },
  'unit-closed': {
    status: 403,
    title: { vi: 'Đơn vị {unit} không hoạt động vào ngày hôm nay.', en: 'Unit {unit} is not in operation today.' },
    nextStep: {
      vi: 'Dùng tài khoản và sổ tính của đơn vị kế thừa; nếu đơn vị vẫn hoạt động, nhờ người vận hành sửa ngày hiệu lực.',
      en: 'Use the successor unit’s account and workbook; if the unit is in operation, ask the operator to correct its dates.',
    },
  },
  'workbook-altered': {
    status: 422,
    title: {
      vi: 'Phần nhận dạng của sổ tính đã bị sửa sau khi phát, không còn khớp chữ ký.',
      en: 'The identity of this workbook was changed after it was issued: it no longer fits its signature.',
    },
    nextStep: {
      vi: 'Tải lại sổ của trường mình từ máy chủ, chép các dòng sang rồi gửi.',
      en: 'Download your school’s workbook from the server again, copy the rows into it, then send.',
    },
  },
  'workbook-of-other-unit': {
    status: 409,
    title: {
      vi: 'Sổ tính này phát cho {unit}, không phải đơn vị của tài khoản đang đăng nhập.',
      en: 'This workbook was issued to {unit}, which is not the signed-in account’s unit.',
    },
    nextStep: {
      vi: 'Mở đúng sổ của trường mình; chưa có thì tải sổ từ máy chủ rồi chép các dòng sang.',
      en: 'Open your own school’s workbook; if you have none, download it from the server and copy the rows into it.',
    },
  },
  'campaign-without-schools': {
    status: 422,
    title: { vi: 'Đợt này không có trường nào.', en: 'No school takes part in this campaign.' },
    nextStep: {
      vi: 'Chọn ít nhất một trường đang hoạt động; nếu cây đơn vị còn trống, nhờ người vận hành nạp danh sách trường.',
      en: 'Choose at least one school in operation; ask the operator to import the schools if there are none yet.',
    },
  },
  'provider-unreachable': {
    status: 503,
    title: { vi: 'Dịch vụ đăng nhập của cấp trên chưa trả lời.', en: 'The sign-in service does not answer.' },
    nextStep: {
      vi: 'Chờ vài phút rồi thử lại, hoặc đăng nhập bằng tài khoản và mật khẩu Sổ Sạch.',
      en: 'Try again in a few minutes, or sign in with your Sổ Sạch user name and password.',
    },
  },
  'provider-refused': {
    status: 403,
    title: {
      vi: 'Dịch vụ đăng nhập không xác nhận người này, hoặc việc đăng nhập đã bị hủy.',
      en: 'The sign-in service did not confirm this person, or signing in was cancelled.',
    },
    nextStep: {
      vi: 'Đăng nhập lại; nếu vẫn bị từ chối, hỏi nơi cấp tài khoản đó.',
      en: 'Sign in again; if it is refused once more, ask whoever gave you that account.',
    },
  },
  'provider-answer-invalid': {
    status: 502,
    title: {
      vi: 'Câu trả lời của dịch vụ đăng nhập không kiểm chứng được.',
      en: 'The answer of the sign-in service could not be verified.',
    },
    nextStep: {
      vi: 'Thử lại một lần; nếu vẫn vậy, báo người vận hành xem nhật ký máy chủ và giờ của máy chủ.',
      en: 'Try once more; if it persists, ask the operator to look at the server’s log and its clock.',
    },
  },
  'handover-expired': {
    status: 401,
    title: {
      vi: 'Lần đăng nhập này đã quá giờ hoặc đã dùng rồi.',
      en: 'This sign-in has expired or was used already.',
    },
    nextStep: { vi: 'Đóng cửa sổ đăng nhập và bấm đăng nhập lại.', en: 'Close the sign-in window and sign in again.' },
  },
  'account-unlinked': {
    status: 403,
    title: {
      vi: 'Chưa có tài khoản Sổ Sạch nào gắn với người vừa đăng nhập.',
      en: 'No Sổ Sạch account is linked to the person who signed in.',
    },
    nextStep: {
      vi: 'Nhờ người vận hành tạo và gắn tài khoản (sosach user link), hoặc đăng nhập bằng mật khẩu Sổ Sạch.',
      en: 'Ask the operator to make and link an account (sosach user link), or sign in with a Sổ Sạch password.',
    },
  },
  'account-closed': {
    status: 403,
    title: {
      vi: 'Tài khoản này đang bị khóa hoặc không trong thời gian được giao.',
      en: 'This account is closed, or outside the days it was assigned for.',
    },
    nextStep: {
      vi: 'Nhờ người vận hành mở lại hoặc sửa ngày hiệu lực của tài khoản.',
      en: 'Ask the operator to open it again or to correct its dates.',
    },
  },
  'password-change-required': {
    status: 403,
    title: { vi: 'Mật khẩu dùng một lần phải được đổi trước.', en: 'The one-time password must be changed first.' },
    nextStep: { vi: 'Đặt mật khẩu mới rồi làm tiếp.', en: 'Set a new password, then go on.' },
  },
  'password-unsuitable': {
    status: 422,
    title: { vi: 'Mật khẩu mới chưa dùng được.', en: 'The new password is not suitable.' },
    nextStep: {
      vi: 'Chọn mật khẩu ít nhất {minimum} ký tự, khác mật khẩu cũ và không chứa tên đăng nhập.',
      en: 'Choose at least {minimum} characters, different from the old one and without the user name.',
    },
  },
  'not-found': {
    status: 404,
    title: { vi: 'Không có địa chỉ hoặc dữ liệu này.', en: 'No such address or record.' },
    nextStep: { vi: 'Kiểm tra lại địa chỉ máy chủ.', en: 'Check the server address.' },
  },
  'body-invalid': {
    status: 422,
    title: {
      vi: 'Dữ liệu gửi lên không đúng dạng ({where}).',
      en: 'The request is not in the expected form ({where}).',
    },
    nextStep: {
      vi: 'Tải lại khung Sổ Sạch để dùng bản mới rồi gửi lại.',
      en: 'Reload the pane to get the current version, then send again.',
    },
  },
  'body-too-large': {
    status: 413,
    title: { vi: 'Một lần gửi quá lớn.', en: 'The request is too large.' },
    nextStep: {
      vi: 'Gửi ít dòng hơn mỗi lần (tối đa {maximum}).',
      en: 'Send fewer rows at a time (at most {maximum}).',
    },
  },
  'encoding-unsupported': {
    status: 415,
    title: { vi: 'Kiểu nén của dữ liệu không được hỗ trợ.', en: 'The content encoding is not supported.' },
    nextStep: { vi: 'Gửi JSON thường hoặc nén gzip.', en: 'Send plain JSON or gzip.' },
  },
  'file-too-large': {
    status: 413,
    title: { vi: 'Tệp lớn hơn {maximum} MB.', en: 'The file is larger than {maximum} MB.' },
    nextStep: {
      vi: 'Xóa ảnh trong tệp, hoặc tách danh sách ra nhiều tệp rồi nạp từng tệp.',
      en: 'Remove pictures from the file, or split the list and read one file after the other.',
    },
  },
  'carried-not-used': {
    status: 409,
    title: {
      vi: 'Máy chủ này không xác thực qua tệp nộp lên CSDL ngành.',
      en: 'This server does not verify by files handed in to CSDL ngành.',
    },
    nextStep: {
      vi: 'Bấm Gửi xác thực: máy chủ tự hỏi. Nếu trường phải nộp qua CSDL ngành, nhờ người vận hành bật cách đó.',
      en: 'Push the rows: the server asks by itself. If the school has to hand in files, ask the operator to turn that on.',
    },
  },
  'list-unreadable': {
    status: 422,
    title: {
      vi: 'Không đọc được tệp kết quả ({detail}): tệp hỏng, có mật khẩu, hoặc là trang web đặt tên như sổ tính.',
      en: 'The result list cannot be read ({detail}): damaged, with a password, or a web page named like a workbook.',
    },
    nextStep: {
      vi: 'Mở bằng Excel, bỏ mật khẩu nếu có, lưu lại thành .xlsx rồi nạp lại; Excel không mở được thì tải lại từ CSDL ngành.',
      en: 'Open it in Excel, remove a password, save it as .xlsx and try again; if Excel cannot open it, download it again.',
    },
  },
  'list-not-recognised': {
    status: 422,
    title: {
      vi: 'Không thấy bảng kết quả xác thực trong tệp.',
      en: 'There is no table of verification results in this file.',
    },
    nextStep: {
      vi: 'Dòng tiêu đề cần có cột kết quả (như “Trạng thái xác thực”) và cột mã định danh, số định danh, hoặc họ tên kèm ngày sinh. Chọn đúng tệp tải từ CSDL ngành.',
      en: 'The header needs a result (such as “Trạng thái xác thực”) and a code, a number, or a name with a birth date. Choose the file downloaded from CSDL ngành.',
    },
  },
  'list-without-results': {
    status: 422,
    title: {
      vi: 'Tệp này chưa có cột kết quả xác thực (có thể là tệp để nộp).',
      en: 'This file has no column of results yet (it may be the file to hand in).',
    },
    nextStep: {
      vi: 'Nộp tệp lên CSDL ngành, chờ xác thực xong, tải danh sách kết quả ở đó rồi nạp tệp ấy.',
      en: 'Hand the file in to CSDL ngành, wait for the verification, download the list of results there and read that.',
    },
  },
  'list-is-own-workbook': {
    status: 422,
    title: {
      vi: 'Tệp này là sổ của Sổ Sạch, không phải danh sách kết quả của CSDL ngành.',
      en: 'This is a workbook of Sổ Sạch, not a result list of CSDL ngành.',
    },
    nextStep: {
      vi: 'Tải danh sách kết quả từ CSDL ngành rồi nạp tệp ấy, đừng mở và lưu nó bằng Sổ Sạch trước.',
      en: 'Download the list of results from CSDL ngành and read that file as it is.',
    },
  },
  'idempotency-key-missing': {
    status: 400,
    title: { vi: 'Thiếu Idempotency-Key.', en: 'Idempotency-Key is missing.' },
    nextStep: {
      vi: 'Tải lại khung Sổ Sạch để dùng bản mới rồi gửi lại.',
      en: 'Send a key of 16–64 characters that is new for each batch.',
    },
  },
  'idempotency-key-reused': {
    status: 409,
    title: {
      vi: 'Lần gửi trước đã tới máy chủ, với nội dung khác.',
      en: 'An earlier try arrived under the same Idempotency-Key, with a different body.',
    },
    nextStep: {
      vi: 'Xem lần trước đã ghi những gì, rồi gửi lại từ đầu.',
      en: 'See what came of it, then start again with a new key.',
    },
  },
  'undo-too-late': {
    status: 409,
    title: {
      vi: 'Lần gửi này đã quá 24 giờ nên không hoàn tác được nữa.',
      en: 'This sending is older than 24 hours and can no longer be undone.',
    },
    nextStep: {
      vi: 'Sửa các dòng trong trang tính rồi gửi lại.',
      en: 'Correct the rows in the sheet and send them again.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { vi: 'Quá nhiều yêu cầu trong thời gian ngắn.', en: 'Too many requests.' },
    nextStep: { vi: 'Chờ {seconds} giây rồi thử lại.', en: 'Wait {seconds} seconds, then try again.' },
  },
  internal: {
    status: 500,
    title: {
      vi: 'Máy chủ gặp lỗi; dữ liệu đã xác nhận vẫn an toàn.',
      en: 'The server failed; acknowledged data is safe.',
    },
    nextStep: {
      vi: 'Thử lại sau ít phút; nếu còn lỗi, báo mã {requestId} cho người vận hành.',
      en: 'Try again in a few minutes; if it persists, give the operator the id {requestId}.',
    },
  },
} as const satisfies Record<string, { status: number; title: Message; nextStep: Message }>;

export type ProblemCode = keyof typeof PROBLEMS;
