import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { ServerError } from '../server/server-error.ts';
import { runCheck } from './check.ts';
import { type CliIo, EXIT, UsageError } from './cli-io.ts';
import { runDemo } from './demo/run-demo.ts';
import { runRules } from './rules.ts';
import { runServe } from './serve.ts';
import { runSimulate } from './simulate.ts';
import { runTemplate } from './template.ts';
import { runTryout } from './tryout/run-tryout.ts';
import { TRYOUT_WORLD } from './tryout/tryout-world.ts';
import { runUnitsImport } from './units.ts';
import { runUserAdd, runUserReset } from './user.ts';

/** This file is bundled into `dist/cli/`; pages, manifest and `bin/` lie two folders up. */
const HOME = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = path.join(HOME, 'bin', 'sosach.mjs');

const DEFAULT_PORT = 8787;
const SIMULATOR_PORT = 8786;
const DEFAULT_DATA = path.join('data', 'server');

const io: CliIo = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

let exitCode: number = EXIT.clean;

const program = new Command('sosach')
  .description('Sổ Sạch: hồ sơ học sinh, nhân sự khớp với CSDL quốc gia về dân cư')
  .version(packageJson.version)
  .exitOverride()
  .showHelpAfterError('(sosach --help)');

program
  .command('check <file...>')
  .description('kiểm tra tệp .xlsx theo quy định / check workbooks against the rules')
  .option('--template <id>', 'student | staff; mặc định: mẫu khớp nhất')
  .option('--today <date>', 'ngày kiểm tra YYYY-MM-DD')
  .option('--json', 'một đối tượng JSON mỗi tệp, mỗi dòng một tệp')
  .option('--annotate <out>', 'ghi bản có đánh dấu')
  .option('--clear', 'gỡ dấu của --annotate, trả lại tệp như cũ')
  .option('--out <file>', 'tệp .xlsx sẽ ghi khi gỡ dấu')
  .option('--lang <lang>', 'vi | en', 'vi')
  .action(async (files: string[], options) => {
    exitCode = await runCheck(files, options, io);
  });

program
  .command('template <id>')
  .description('tạo sổ tính mẫu cho một đơn vị / write a template workbook')
  .requiredOption('--unit <code>', 'mã đơn vị')
  .option('--unit-name <name>', 'tên đơn vị')
  .requiredOption('--out <file>', 'tệp .xlsx sẽ ghi')
  .option('--campaign <id>', 'mã đợt')
  .option('--optional <field...>', 'cột tùy chọn')
  .action(async (id: string, options) => {
    exitCode = await runTemplate(id, options, io);
  });

program
  .command('serve')
  .description('máy chủ đồng bộ / the sync server')
  .option('--port <n>', 'cổng http; https ở cổng kế tiếp', wholeNumber, DEFAULT_PORT)
  .option('--host <address>', 'địa chỉ lắng nghe', '127.0.0.1')
  .option('--data <dir>', 'thư mục dữ liệu', DEFAULT_DATA)
  .option('--office-host <origin...>', 'máy chủ Office riêng được phép mở khung, ngoài các máy chủ của Microsoft')
  .option('--population <url>', 'dịch vụ dân cư mô phỏng (chỉ cho dữ liệu thử)')
  .action((options) => runServe({ ...options, dataDir: options.data, home: HOME }, io));

program
  .command('simulate')
  .description('dịch vụ dân cư mô phỏng, người bịa / the simulated population service')
  .option('--port <n>', 'cổng', wholeNumber, SIMULATOR_PORT)
  .option('--rate <n>', 'số lần hỏi mỗi giây', wholeNumber, TRYOUT_WORLD.ratePerSecond)
  .option('--latency <ms>', 'độ trễ mỗi lần hỏi', wholeNumber, TRYOUT_WORLD.latencyMs)
  .action((options) =>
    runSimulate({ port: options.port, ratePerSecond: options.rate, latencyMs: options.latency }, io),
  );

const user = program.command('user').description('tài khoản / accounts');
user
  .command('add <name>')
  .description('thêm tài khoản, in mật khẩu dùng một lần')
  .requiredOption('--role <role>', 'clerk | viewer | head | officer | operator')
  .option('--unit <code>', 'mã đơn vị (operator thì không cần)')
  .option('--name <text>', 'tên hiển thị')
  .option('--data <dir>', 'thư mục dữ liệu', DEFAULT_DATA)
  .action((name: string, options) => runUserAdd(name, { ...options, dataDir: options.data }, io));
user
  .command('reset <name>')
  .description('cấp lại mật khẩu dùng một lần')
  .option('--data <dir>', 'thư mục dữ liệu', DEFAULT_DATA)
  .action((name: string, options) => runUserReset(name, { dataDir: options.data }, io));

program
  .command('units')
  .description('cây đơn vị / the unit tree')
  .command('import <file>')
  .description('nhập CSV: code,name,kind,parent,validFrom,validTo')
  .option('--data <dir>', 'thư mục dữ liệu', DEFAULT_DATA)
  .action((file: string, options) => runUnitsImport(file, { dataDir: options.data }, io));

program
  .command('demo')
  .description('toàn bộ công việc trên người bịa, không cần màn hình / the main job, start to end')
  .option('--rows <n>', 'số dòng', wholeNumber, 500)
  .option('--json', 'in một đối tượng JSON')
  .option('--out <file>', 'nơi giữ sổ tính')
  .action(async (options) => {
    exitCode = await runDemo({ ...options, json: options.json === true, program: PROGRAM }, io);
  });

program
  .command('tryout')
  .description(
    'máy chủ và dịch vụ mô phỏng trên DỮ LIỆU THỬ (npm start) / server and simulated service on invented data',
  )
  .option('--port <n>', 'cổng http; https ở cổng kế tiếp', wholeNumber, DEFAULT_PORT)
  .option('--data <dir>', 'thư mục dữ liệu thử', path.join('data', 'try-out'))
  .action((options) => runTryout({ port: options.port, dataDir: options.data, program: PROGRAM }, io));

program
  .command('rules')
  .description('danh mục quy tắc / the rule catalogue')
  .option('--json', 'in JSON')
  .action(async (options) => {
    exitCode = await runRules(options, io);
  });

try {
  await program.parseAsync();
  process.exitCode = exitCode;
} catch (error) {
  process.exitCode = exitFor(error);
}

/** Errors that a person can mend are one line; anything else is a fault of ours and keeps its stack. */
function exitFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.unusable;
  if (error instanceof UsageError) io.err(`${error.message}\n`);
  else if (error instanceof ServerError) io.err(`sosach: ${error.text.vi} / ${error.text.en} [${error.code}]\n`);
  else io.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.unusable;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('cần một số nguyên (a whole number is needed)');
  return Number(text);
}
