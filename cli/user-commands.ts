import type { Command } from 'commander';
import { ROLES } from '../contract/role.ts';
import type { CliIo } from './cli-io.ts';
import { dataOption } from './data-option.ts';

/** `sosach user …`: accounts are the operator's, and are kept from the machine that the server runs on. */
export function addUserCommands(program: Command, io: CliIo): void {
  const data = () => dataOption('thư mục dữ liệu / data folder');
  const user = program.command('user').description('tài khoản / accounts');
  const withPlace = (command: Command) =>
    command
      .option('--unit <code>', 'mã đơn vị (operator không cần) / unit code (not for operators)')
      .option('--class <name...>', 'lớp của giáo viên chủ nhiệm / classes of a class teacher')
      .option('--from <day>', 'ngày đầu, YYYY-MM-DD hoặc none / first day')
      .option('--to <day>', 'ngày cuối, YYYY-MM-DD hoặc none / last day')
      .addOption(data());

  withPlace(
    user
      .command('add <name>')
      .description('thêm tài khoản, in mật khẩu dùng một lần / add an account, print its one-time password')
      .requiredOption('--role <role>', ROLES.join(' | '))
      .option('--name <text>', 'tên hiển thị / display name'),
  ).action(async (name: string, options) => (await import('./user.ts')).runUserAdd(name, options, io));
  withPlace(
    user
      .command('change <name>')
      .description('đổi vai trò, đơn vị, lớp hoặc ngày; các phiên kết thúc / change it; its sign-ins end')
      .option('--role <role>', ROLES.join(' | ')),
  ).action(async (name: string, options) => (await import('./user.ts')).runUserChange(name, options, io));
  user
    .command('reset <name>')
    .description('cấp lại mật khẩu dùng một lần / give a new one-time password')
    .addOption(data())
    .action(async (name: string, options) => (await import('./user.ts')).runUserReset(name, options, io));
  user
    .command('disable <name>')
    .description('đóng tài khoản, các phiên kết thúc / close it; its sign-ins end')
    .addOption(data())
    .action(async (name: string, options) =>
      (await import('./user.ts')).runUserOpen(name, { data: options.data, open: false }, io),
    );
  user
    .command('enable <name>')
    .description('mở lại tài khoản đã đóng / open it again')
    .addOption(data())
    .action(async (name: string, options) =>
      (await import('./user.ts')).runUserOpen(name, { data: options.data, open: true }, io),
    );
  user
    .command('unlock <name>')
    .description('mở khóa do nhập sai mật khẩu / forget the wrong passwords typed for it')
    .addOption(data())
    .action(async (name: string, options) => (await import('./user.ts')).runUserUnlock(name, options, io));
  user
    .command('sessions <name>')
    .description('các phiên đang mở / where it is signed in')
    .option('--end', 'kết thúc tất cả / end them all')
    .addOption(data())
    .action(async (name: string, options) => (await import('./user.ts')).runUserSessions(name, options, io));
  user
    .command('link <name>')
    .description('gắn với một người của dịch vụ đăng nhập / link it to somebody of the sign-in service')
    .option('--subject-file <file>', 'tệp chứa mã (sub) của người đó / file with that person’s subject')
    .option('--remove', 'gỡ / take the link away')
    .addOption(data())
    .action(async (name: string, options) => (await import('./user-link.ts')).runUserLink(name, options, io));
}
