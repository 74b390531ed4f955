import type { Command } from 'commander';
import type { CliIo } from './cli-io.ts';

export interface CommandSurroundings {
  readonly io: CliIo;
  /** The checkout or installation: pages and manifest lie in it. */
  readonly home: string;
  /** Takes the exit code. */
  readonly finish: (code: number) => void;
}

/** What the operator of a server does by its settings: purge, and ask for help. */
export function addOperationCommands(program: Command, { io, home, finish }: CommandSurroundings): void {
  program
    .command('purge')
    .description('xóa dữ liệu cá nhân đã hết hạn lưu giữ / remove personal data that is kept no longer')
    .option('--dry-run', 'chỉ xem có bao nhiêu dòng đến hạn / only say how much is due')
    .option('--data <dir>', 'thư mục dữ liệu / data folder')
    .action(async ({ dryRun, ...flags }) => {
      const { settings } = (await import('./config/read-settings.ts')).readSettings(flags, process.env);
      await (await import('./purge.ts')).runPurge(settings, { dryRun: dryRun === true }, io);
    });

  program
    .command('support-bundle')
    .description(
      'gói thông tin gửi người hỗ trợ, không có dữ liệu cá nhân / a bundle for those who help, without personal data',
    )
    .requiredOption('--out <file>', 'tệp .zip sẽ ghi / file to write')
    .option(
      '--log-file <file>',
      'nhật ký đã lưu của máy chủ; chỉ giữ phần cấu trúc / the server’s log, kept in structure only',
    )
    .option('--data <dir>', 'thư mục dữ liệu / data folder')
    .action(async ({ out, logFile, ...flags }) => {
      const configuration = (await import('./config/read-settings.ts')).readSettings(flags, process.env);
      const { doctorOptions, examineServer } = await import('./doctor/run-doctor.ts');
      const examine = () => examineServer(doctorOptions(configuration.settings, home));
      const { runSupportBundle } = await import('./support-bundle/run-support-bundle.ts');
      finish(await runSupportBundle({ out, logFile, configuration, examine }, io));
    });
}
