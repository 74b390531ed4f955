import type { CommanderError } from 'commander';

/** What the command line's own refusals mean, by commander's codes. */
const WORDS: Readonly<Record<string, string>> = {
  'commander.missingArgument': 'thiếu tên tệp hoặc tham số',
  'commander.excessArguments': 'thừa tham số',
  'commander.unknownCommand': 'không có lệnh này',
  'commander.unknownOption': 'không có tùy chọn này',
  'commander.optionMissingArgument': 'tùy chọn thiếu giá trị',
  'commander.missingMandatoryOptionValue': 'thiếu tùy chọn bắt buộc',
  'commander.invalidArgument': 'giá trị của tùy chọn không dùng được',
};

/** One line for a wrong command line: what is wrong, in both languages, and where the help is. */
export function usageLine({ code, message }: CommanderError, command: string): string {
  const said = message.replace(/^error: /, '').replace(/\s+/g, ' ');
  return `${command}: ${WORDS[code] ?? 'dòng lệnh sai'} (${said}). Xem / see: ${command} --help\n`;
}
