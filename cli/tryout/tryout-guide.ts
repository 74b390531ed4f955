import { ROLE_WORDS } from '../../contract/role.ts';
import type { SupervisedUrls } from '../supervisor.ts';
import { inventAccounts, MAIN_OFFICER, TRYOUT_PASSWORD } from './invent-accounts.ts';

/** What a newcomer reads after `npm start`: addresses, accounts, where to begin. */
export function tryoutGuide({ url, httpsUrl }: SupervisedUrls): string {
  const accounts = inventAccounts().map(
    ({ username, displayName, role }) => `    ${username.padEnd(16)} ${ROLE_WORDS[role].vi.padEnd(18)} ${displayName}`,
  );
  return [
    '',
    '  SỔ SẠCH · DỮ LIỆU THỬ: mọi người trong đây đều là người bịa / a try-out, all people are invented',
    '',
    '  Không cần Excel / without Excel',
    `    ${url}/ban-lam-viec`,
    '    Đăng nhập, mở sổ của trường, bấm Kiểm tra → Sửa → Gửi xác thực.',
    '    Sign in, open the school’s workbook, then Check → Fix → Push.',
    '',
    `  Cán bộ quản lý / officers (${MAIN_OFFICER})`,
    `    ${url}/quan-ly`,
    '    Mở đợt cập nhật, tải sổ tính của các trường, xem tiến độ, soạn lời nhắc.',
    '    Open a campaign, download the schools’ workbooks, watch progress, write reminders.',
    '',
    '  Trong Excel / in Excel',
    httpsUrl
      ? `    manifest.xml (${httpsUrl}/manifest.xml); cách cài: docs/sideload.md`
      : '    cần chứng chỉ: chạy npm start / needs a certificate: run npm start',
    '',
    `  Tài khoản, mật khẩu chung "${TRYOUT_PASSWORD}" / accounts, all with this password`,
    ...accounts,
    '',
    `  API: ${url}/api/v1/openapi.json`,
    '  Ctrl-C để dừng; lần sau dữ liệu vẫn còn. / Ctrl-C stops; the data stays.',
    '',
    '',
  ].join('\n');
}
