import type { Command } from 'commander';
import type { CliIo } from './cli-io.ts';
import { dataOption } from './data-option.ts';
import { AUDIT_EXIT_HELP } from './exit-help.ts';

/** The commands that keep a store safe and its queue going: copies of it, its trail, its keys, what was set aside. `finish` takes an exit code. */
export function addStoreCommands(program: Command, io: CliIo, finish: (code: number) => void): void {
  program
    .command('backup')
    .description('sao lưu dữ liệu và khóa vào một tệp, khi máy chủ đang chạy / back up, while the server runs')
    .requiredOption('--out <file>', 'tệp .tar.gz sẽ ghi / file to write')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .action(async (options) =>
      (await import('./backup.ts')).runBackup({ out: options.out, dataDir: options.data }, io),
    );
  program
    .command('restore <file>')
    .description('phục hồi bản sao lưu, khi máy chủ đã dừng / restore a backup, with the server stopped')
    .requiredOption('--data <dir>', 'thư mục dữ liệu, chưa có gì / data folder, an empty one')
    .option('--replace', 'dời dữ liệu đang có sang thư mục con / move what is there into a subfolder')
    .action(async (file: string, options) =>
      (await import('./backup.ts')).runRestore(file, { dataDir: options.data, replace: options.replace === true }, io),
    );

  program
    .command('restored')
    .description('sau pg_restore, trước khi chạy máy chủ / after pg_restore, before the servers start')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .action(async (options) => (await import('./restored.ts')).runRestored({ dataDir: options.data }, io));

  program
    .command('audit')
    .description('nhật ký thao tác / the audit trail')
    .command('verify')
    .description('kiểm tra nhật ký còn nguyên vẹn / whether the trail is as it was written')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .option('--expect <hash>', 'đầu chuỗi đã ghi lại trước đây / an end of the chain noted earlier')
    .addHelpText('after', AUDIT_EXIT_HELP)
    .action(async (options) =>
      finish(await (await import('./audit.ts')).runAuditVerify({ ...options, dataDir: options.data }, io)),
    );

  const queue = program.command('queue').description('hàng chờ xác thực / the verification queue');
  queue
    .command('list')
    .description('bao nhiêu dòng đang chờ, và các dòng đã gác lại / how many rows wait, and those set aside')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .option('--unit <code>', 'một đơn vị / one unit')
    .action(async (options) => (await import('./queue.ts')).runQueueList(options, io));
  queue
    .command('redrive')
    .description('hỏi lại các dòng đã gác lại, khi máy chủ đang chạy / ask once more what was set aside')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .option('--unit <code>', 'một đơn vị / one unit')
    .action(async (options) => (await import('./queue.ts')).runQueueRedrive(options, io));

  const keys = program.command('keys').description('khóa mã hóa số định danh / the keys that seal identity numbers');
  keys
    .command('list')
    .description('các khóa và số giá trị mỗi khóa đang mã hóa / the keys and how much each seals')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .action(async ({ data }) => (await import('./keys.ts')).runKeysList({ dataDir: data }, io));
  keys
    .command('add')
    .description('thêm khóa mới, khi máy chủ đã dừng / add a new key, with the server stopped')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .action(async ({ data }) => (await import('./keys.ts')).runKeysAdd({ dataDir: data }, io));
  keys
    .command('reseal')
    .description('mã hóa lại bằng khóa mới nhất, khi máy chủ đã dừng / seal anew with the newest key')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .action(async ({ data }) => (await import('./keys.ts')).runKeysReseal({ dataDir: data }, io));
  keys
    .command('drop <id>')
    .description('bỏ khóa không còn mã hóa gì, khi máy chủ đã dừng / drop a key that seals nothing any more')
    .addOption(dataOption('thư mục dữ liệu / data folder'))
    .action(async (id: string, { data }) => (await import('./keys.ts')).runKeysDrop(id, { dataDir: data }, io));
}
