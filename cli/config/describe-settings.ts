import type { Message } from '../../rules/messages.ts';
import type { Configuration, SettingSource } from './read-settings.ts';
import type { Setting } from './setting.ts';
import { SECTIONS, type SettingKey } from './settings.ts';

/** A setting as it may be shown to anyone. */
export interface DescribedSetting {
  readonly variable: string;
  /** Null where nothing is set; for a secret only that it is. */
  readonly value: string | null;
  readonly source: SettingSource;
}

const SECRET = '(set)';

const SOURCE_WORDS = {
  flag: { vi: 'tùy chọn', en: 'option' },
  environment: { vi: 'môi trường', en: 'environment' },
  file: { vi: 'tệp', en: 'file' },
  default: { vi: 'mặc định', en: 'default' },
} as const satisfies Record<SettingSource, Message>;

/**
 * Every setting that holds, by section, without what is secret. `closed` leaves out what somebody wrote in their own words, too:
 * addresses, folders, texts.
 */
export function describeSettings(
  { settings, sources }: Configuration,
  { closed = false }: { readonly closed?: boolean } = {},
): readonly DescribedSetting[] {
  return SECTIONS.flatMap((section) =>
    Object.entries<Setting>(section.settings).map(([name, setting]) => {
      const key = name as SettingKey;
      const hidden = setting.secret === true || (closed && !setting.kind.closed);
      return { variable: setting.variable, value: shown(setting, settings[key], hidden), source: sources[key] };
    }),
  );
}

/** What `sosach serve --print-config` prints: a setting a line. */
export function configurationText(configuration: Configuration): string {
  const described = describeSettings(configuration);
  const width = Math.max(...described.map(({ variable }) => variable.length));
  return described
    .map(({ variable, value, source }) => {
      const { vi, en } = SOURCE_WORDS[source];
      return `${variable.padEnd(width)} = ${value ?? '–'}  [${vi} / ${en}]\n`;
    })
    .join('');
}

/** Lists as they are written in the environment. */
function shown({ fallback }: Setting, value: unknown, hidden: boolean): string | null {
  if (value === undefined) return null;
  // A default stands in the documentation anyway, and that it was left as it is may be what is looked for.
  return hidden && value !== fallback ? SECRET : String(value);
}
