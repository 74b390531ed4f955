import type { Message } from '../../rules/messages.ts';
import type { Setting } from './setting.ts';
import { SECTIONS } from './settings.ts';

const INTRODUCTION = `# Cấu hình / Configuration

Trang này in từ bảng các thiết lập bằng \`npm run docs:configuration\`; đừng sửa tay. / This page is printed from the table of
the settings by \`npm run docs:configuration\`; do not edit it.

- Thứ tự: tùy chọn dòng lệnh, rồi biến môi trường, rồi mặc định. / An option comes before the environment, the environment before
  the default.
- Biến \`SOSACH_…\` không có trong bảng, giá trị trống hoặc sai: một dòng nói rõ, mã kết thúc 2, máy chủ không chạy. / A variable
  \`SOSACH_…\` that is not listed here, an empty or a wrong value: one line that says so, exit 2, and no server.
- 🔑: bí mật, chỉ đặt qua môi trường, hoặc ghi vào tệp mà biến \`…_FILE\` chỉ tới; không bao giờ được in ra. / Secret: by the
  environment, or in the file that the variable \`…_FILE\` names; never printed.
- \`sosach serve --print-config\` in cấu hình đang có hiệu lực và mỗi giá trị từ đâu ra, rồi dừng. / prints what holds and where each
  value came from, and stops.
- Các lệnh quản trị (\`user\`, \`units\`, \`backup\`, \`doctor\`…) đọc cùng các biến này. / The commands of administration read the
  same variables.
`;

/** `docs/configuration.md`. */
export function settingsPage(): string {
  const sections = SECTIONS.map(({ title, settings }) =>
    [
      `## ${both(title)}`,
      '',
      '| biến / variable | tùy chọn / option | mặc định / default | giá trị / allowed | nghĩa / meaning |',
      '| --- | --- | --- | --- | --- |',
      ...Object.values(settings).map(line),
    ].join('\n'),
  );
  return `${[INTRODUCTION.trimEnd(), ...sections].join('\n\n')}\n`;
}

function line({ variable, flag, fallback, kind, unit, meaning, secret }: Setting): string {
  const cells = [
    `${secret ? '🔑 ' : ''}\`${variable}\``,
    flag ? `\`${flag}\`` : '–',
    fallback === undefined ? '–' : `\`${String(fallback)}\`${unit ? ` ${both(unit)}` : ''}`,
    both(kind.allowed),
    both(meaning),
  ];
  return `| ${cells.join(' | ')} |`;
}

function both({ vi, en }: Message): string {
  return `${vi} / ${en}`.replace(/[\\`*_<>[\]|]/g, '\\$&');
}
