import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import type { ServerError } from '../server/server-error.ts';
import { COLLECTION_FORMS } from '../templates/csdl/collection-columns.ts';
import { type CliIo, EXIT, type UsageError } from './cli-io.ts';
import { DEFAULT_PORT, LAST_PORT } from './config/defaults.ts';
import { dataOption } from './data-option.ts';
import {
  CSDL_EXIT_HELP,
  DOCTOR_EXIT_HELP,
  EXIT_HELP,
  MANIFEST_EXIT_HELP,
  RECEIPT_EXIT_HELP,
  SETTINGS_HELP,
} from './exit-help.ts';
import { addOperationCommands } from './operation-commands.ts';
import { addStoreCommands } from './store-commands.ts';
import { TRYOUT_WORLD } from './tryout/tryout-world.ts';
import { usageLine } from './usage-words.ts';
import { addUserCommands } from './user-commands.ts';

const SIMULATOR_PORT = 8786;

/**
 * Runs `sosach` with the arguments behind its name and resolves to the exit code. Whatever goes wrong that a person can mend is
 * one line on `io.err`.
 * @param home the checkout or installation: `bin/`, pages and manifest lie in it
 */
export async function runCommandLine(args: readonly string[], io: CliIo, home: string): Promise<number> {
  let exitCode: number = EXIT.clean;
  const program = makeProgram(io, home, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitFor(error, io, program, args);
  }
}

/**
 * Each command is loaded when it is run: a check must not wait for the server's packages, which take longer to load than a
 * school's list to read. `finish` takes the exit code of the commands that have several.
 */
function makeProgram(io: CliIo, home: string, finish: (code: number) => void): Command {
  const programFile = path.join(home, 'bin', 'sosach.mjs');
  const program = new Command('sosach')
    .description(
      'Sổ Sạch: hồ sơ học sinh, nhân sự khớp với CSDL quốc gia về dân cư\n' +
        'keeps pupil and staff records in agreement with the national population database',
    )
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} })
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .version(packageJson.version, '-V, --version', 'số phiên bản / version')
    .helpOption('-h, --help', 'trợ giúp / help')
    .helpCommand('help [command]', 'trợ giúp về một lệnh / help on a command');

  program
    .command('check <file...>')
    .description('kiểm tra tệp .xlsx, .xls, .ods, .csv theo quy định / check workbooks and lists against the rules')
    .option('--template <id>', 'student | staff | results; mặc định: mẫu khớp nhất / default: the best fit')
    .option('--school-year <year>', 'năm học 2022 hoặc 2022-2023; mặc định: theo tiêu đề, theo ngày / school year')
    .option('--today <date>', 'ngày kiểm tra YYYY-MM-DD; mặc định: hôm nay / default: today')
    .option('--recipe <file>', 'công thức của trường: hiểu tiêu đề riêng / the school’s own header texts')
    .option('--signing-key <file>', 'khóa kiểm chữ ký của sổ, tải ở /api/v1/signing-key / key to judge signatures with')
    .option('--server <url>', 'hỏi khóa đó ở máy chủ này / ask that server for the key')
    .option('--json', 'một đối tượng JSON mỗi tệp, mỗi dòng một tệp / one JSON object a file, one a line')
    .option('--annotate <out>', 'ghi bản .xlsx có đánh dấu; tệp gốc giữ nguyên / write a marked copy')
    .option('--clear', 'gỡ dấu của --annotate, trả lại tệp như cũ / take the marks out again')
    .option('--out <file>', 'tệp .xlsx sẽ ghi khi gỡ dấu / where to write the cleared file')
    .option('--lang <lang>', 'vi | en', 'vi')
    .addHelpText('after', EXIT_HELP)
    .action(async (files: string[], options) =>
      finish(await (await import('./check.ts')).runCheck(files, options, io)),
    );

  program
    .command('mend <file>')
    .description(
      'sửa theo công thức của trường; không có --out thì chỉ xem / mend by a recipe; without --out only shown',
    )
    .requiredOption('--recipe <file>', 'tệp công thức .json / recipe file')
    .option('--out <file>', 'tệp .xlsx sẽ ghi; tệp gốc giữ nguyên / file to write; the original stays')
    .option('--template <id>', 'student | staff | results; mặc định: mẫu khớp nhất / default: the best fit')
    .option('--school-year <year>', 'năm học 2022 hoặc 2022-2023; mặc định: theo tiêu đề, theo ngày / school year')
    .option('--today <date>', 'ngày kiểm tra YYYY-MM-DD; mặc định: hôm nay / default: today')
    .option('--json', 'một đối tượng JSON / one JSON object')
    .option('--lang <lang>', 'vi | en', 'vi')
    .addHelpText('after', EXIT_HELP)
    .action(async (file: string, options) => finish(await (await import('./mend.ts')).runMend(file, options, io)));

  program
    .command('migrate <file>')
    .description('chuyển sổ theo mẫu cũ sang mẫu hiện nay / carry an older workbook into the present template')
    .requiredOption('--out <file>', 'tệp .xlsx sẽ ghi; tệp cũ giữ nguyên / file to write; the old one stays')
    .option('--lang <lang>', 'vi | en', 'vi')
    .action(async (file: string, options) =>
      finish(await (await import('./migrate.ts')).runMigrate(file, options, io)),
    );

  program
    .command('template <id>')
    .description('tạo sổ tính mẫu cho một đơn vị: student | staff | results / write a template workbook')
    .option('--unit <code>', 'mã đơn vị; bỏ trống: mọi đơn vị của đợt / unit code; none: all units of the campaign')
    .requiredOption(
      '--out <path>',
      'tệp .xlsx; cho cả đợt: thư mục hoặc tệp .zip / file; for a campaign a folder or .zip',
    )
    .option('--unit-name <name>', 'tên đơn vị / unit name')
    .option('--campaign <id>', 'mã đợt / campaign')
    .option('--optional <field...>', 'cột tùy chọn / optional columns')
    .addOption(dataOption('thư mục dữ liệu của máy chủ, cho cả đợt / the server’s data folder, for a campaign'))
    .action(async (id: string, options) =>
      finish(await (await import('./template.ts')).runTemplate(id, { ...options, dataDir: options.data }, io)),
    );

  program
    .command('manifest')
    .description(
      'tệp manifest.xml cho máy chủ của mình, hoặc kiểm tra một tệp / the add-in’s manifest, made or checked',
    )
    .option('--origin <url>', 'địa chỉ https của máy chủ / the server’s https address')
    .option('--out <file>', 'tệp .xml sẽ ghi / file to write')
    .option('--check <file>', 'chỉ kiểm tra tệp này, không cần mạng / check this file, offline')
    .addHelpText('after', MANIFEST_EXIT_HELP)
    .action(async (options) =>
      finish(await (await import('./manifest/run-manifest.ts')).runManifest({ ...options, home }, io)),
    );

  program
    .command('serve')
    .description('máy chủ đồng bộ / the sync server')
    .option('--port <n>', 'cổng http; https ở cổng kế tiếp / http port, https on the next')
    .option('--host <address>', 'địa chỉ lắng nghe / address to listen on')
    .option('--data <dir>', 'thư mục dữ liệu / data folder')
    .option('--public-origin <url>', 'địa chỉ https mà mọi người dùng, ghi vào manifest.xml / the address people use')
    .option('--trusted-proxies <list>', 'proxy được tin X-Forwarded-For / proxies whose X-Forwarded-For is believed')
    .option(
      '--office-host <origin...>',
      'máy chủ Office riêng được mở khung / own Office hosts that may frame the pane',
    )
    .option('--log <level>', 'debug | info | warn | silent')
    .option(
      '--population <url>',
      'dịch vụ dân cư mô phỏng (DỮ LIỆU THỬ), lgsp hoặc csdl / simulated service (try-outs), lgsp or csdl',
    )
    .option('--print-config', 'in cấu hình đang có hiệu lực rồi dừng / print the configuration that holds, and stop')
    .addHelpText('after', SETTINGS_HELP)
    .action(async ({ printConfig, officeHost, ...flags }) =>
      (await import('./serve.ts')).runServe(
        { flags: { ...flags, ...(officeHost ? { officeHost: officeHost.join() } : {}) }, printConfig, home },
        io,
      ),
    );

  program
    .command('work')
    .description('chỉ hỏi CSDLQG về dân cư, cạnh các máy chủ trên một PostgreSQL / a worker beside the servers')
    .option('--data <dir>', 'thư mục có các tệp khóa / folder with the key files')
    .option('--log <level>', 'debug | info | warn | silent')
    .option('--population <url>', 'như của serve / as for serve')
    .addHelpText('after', SETTINGS_HELP)
    .action(async (flags) => (await import('./work.ts')).runWork(flags, io));

  program
    .command('settings')
    .description('các thiết lập của máy chủ: biến môi trường, mặc định, nghĩa / the settings of the server')
    .option('--markdown', 'in trang docs/configuration.md / print the page docs/configuration.md')
    .action(async (options) => finish(await (await import('./settings.ts')).runSettings(options, io)));

  program
    .command('simulate')
    .description('dịch vụ dân cư mô phỏng, người bịa / the simulated population service')
    .option('--port <n>', 'cổng / port', portNumber, SIMULATOR_PORT)
    .option('--rate <n>', 'số lần hỏi mỗi giây / questions a second', wholeNumber, TRYOUT_WORLD.ratePerSecond)
    .option('--latency <ms>', 'độ trễ mỗi lần hỏi / milliseconds an answer takes', wholeNumber, TRYOUT_WORLD.latencyMs)
    .action(async (options) =>
      (await import('./simulate.ts')).runSimulate(
        { port: options.port, ratePerSecond: options.rate, latencyMs: options.latency },
        io,
      ),
    );

  addUserCommands(program, io);

  program
    .command('units')
    .description('cây đơn vị / the unit tree')
    .command('import <file>')
    .description('nhập tệp CSV / read a CSV file: code,name,kind,parent,validFrom,validTo')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .action(async (file: string, options) =>
      (await import('./units.ts')).runUnitsImport(file, { dataDir: options.data }, io),
    );

  const csdl = program
    .command('csdl')
    .description('xác thực bằng tệp qua CSDL ngành / verification by files (docs/csdl.md)');
  csdl
    .command('export')
    .description('tệp để nộp lên CSDL ngành / the workbook to hand in')
    .requiredOption('--unit <code>', 'mã đơn vị / unit code')
    .requiredOption('--out <file>', 'tệp .xlsx sẽ ghi / file to write')
    .option('--form <form>', COLLECTION_FORMS.join(' | '), COLLECTION_FORMS[0])
    .option('--data <dir>', 'thư mục dữ liệu / data folder')
    .action(async ({ unit, out, form, ...flags }) =>
      (await import('./csdl.ts')).runCsdlExport({ flags, unit, out, form }, io),
    );
  csdl
    .command('import <file>')
    .description('nạp danh sách kết quả tải từ CSDL ngành / read the list of results')
    .requiredOption('--unit <code>', 'mã đơn vị / unit code')
    .option('--data <dir>', 'thư mục dữ liệu / data folder')
    .addHelpText('after', CSDL_EXIT_HELP)
    .action(async (file: string, { unit, ...flags }) =>
      finish(await (await import('./csdl.ts')).runCsdlImport(file, { flags, unit }, io)),
    );

  addStoreCommands(program, io, finish);

  program
    .command('doctor')
    .description('khám máy chủ: thư mục, dữ liệu, chứng chỉ, ổ đĩa… / examine a server and its surroundings')
    .option('--data <dir>', 'thư mục dữ liệu / data folder')
    .option('--public-origin <url>', 'như khi chạy máy chủ / as for serve')
    .option('--population <url>', 'như khi chạy máy chủ / as for serve')
    .option('--json', 'một đối tượng JSON / one JSON object')
    .addHelpText('after', DOCTOR_EXIT_HELP)
    .action(async ({ json, ...flags }) => {
      const { settings } = (await import('./config/read-settings.ts')).readSettings(flags, process.env);
      const { doctorOptions, runDoctor } = await import('./doctor/run-doctor.ts');
      finish(await runDoctor({ ...doctorOptions(settings, home), json }, io));
    });

  addOperationCommands(program, { io, home, finish });

  program
    .command('receipt')
    .description('biên nhận của các lần gửi / receipts of what was sent')
    .command('verify <file>')
    .description('kiểm tra biên nhận là của máy chủ, không cần mạng / whether receipts are the server’s own, offline')
    .option('--key <file>', 'khóa của máy chủ, tải ở /api/v1/signing-key / the server’s key')
    .option('--server <url>', 'hỏi khóa đó ở máy chủ này / ask that server for the key')
    .option('--workbook <file>', 'sổ tính để đối chiếu từng dòng / workbook to compare row by row')
    .addHelpText('after', RECEIPT_EXIT_HELP)
    .action(async (file: string, options) =>
      finish(await (await import('./receipt.ts')).runReceiptVerify(file, options, io)),
    );

  program
    .command('demo')
    .description('toàn bộ công việc trên người bịa, không cần màn hình / the main job, start to end')
    .option('--rows <n>', 'số dòng / rows', wholeNumber, 500)
    .option('--json', 'in một đối tượng JSON / print one JSON object')
    .option('--out <file>', 'nơi giữ sổ tính / where to keep the workbook')
    .action(async (options) =>
      finish(
        await (await import('./demo/run-demo.ts')).runDemo(
          { ...options, json: options.json === true, program: programFile },
          io,
        ),
      ),
    );

  program
    .command('tryout')
    .description('máy chủ và dịch vụ mô phỏng trên DỮ LIỆU THỬ (npm start) / server and simulated service')
    .option('--port <n>', 'cổng http; https ở cổng kế tiếp / http port, https on the next', portNumber, DEFAULT_PORT)
    .option('--data <dir>', 'thư mục dữ liệu thử / try-out data folder', path.join('data', 'try-out'))
    .action(async (options) =>
      (await import('./tryout/run-tryout.ts')).runTryout(
        { port: options.port, dataDir: options.data, program: programFile },
        io,
      ),
    );

  program
    .command('rules')
    .description('danh mục quy tắc / the rule catalogue')
    .option('--json', 'in JSON / print JSON')
    .option('--markdown', 'in trang docs/rules.md / print the page docs/rules.md')
    .action(async (options) => finish(await (await import('./rules.ts')).runRules(options, io)));

  program
    .command('loop')
    .description(
      'vòng lặp xác thực: trạng thái và việc được làm (docs/loop.md) / the verification loop: states and actions',
    )
    .action(async () => io.out((await import('./loop-page.ts')).loopPage()));

  return program;
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng / usage:',
  'Arguments:': 'Tham số / arguments:',
  'Options:': 'Tùy chọn / options:',
  'Commands:': 'Các lệnh / commands:',
};

/** Errors that a person can mend are one line; anything else is a fault of ours and keeps its stack. */
function exitFor(error: unknown, io: CliIo, program: Command, args: readonly string[]): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.clean;
    // The help itself has been printed: a command group was named without a command.
    if (error.code !== 'commander.help') io.err(usageLine(error, commandName(program, args)));
  } else if (isNamed<UsageError>('UsageError', error)) io.err(`${error.message}\n`);
  else if (isNamed<ServerError>('ServerError', error))
    io.err(`sosach: ${error.text.vi} / ${error.text.en} [${error.code}]\n`);
  else io.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.unusable;
}

/** Not by `instanceof`: the loader of the tests gives what is imported late a copy of each class. */
function isNamed<E extends Error>(name: E['name'], error: unknown): error is E {
  return error instanceof Error && error.name === name;
}

/** `sosach user add`: as far as the arguments name commands that there are. */
function commandName(program: Command, args: readonly string[]): string {
  const names = [program.name()];
  let here = program;
  for (const arg of args) {
    const next = here.commands.find((command) => command.name() === arg);
    if (!next) break;
    names.push(arg);
    here = next;
  }
  return names.join(' ');
}

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('cần một số nguyên (a whole number is needed)');
  return Number(text);
}

function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= LAST_PORT)) throw new InvalidArgumentError(`cần số từ 0 đến ${LAST_PORT} (a number in that range)`);
  return port;
}
