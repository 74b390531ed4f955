import { readFileSync } from 'node:fs';
import type { Message } from '../../rules/messages.ts';
import { editDistance } from '../../rules/text/edit-distance.ts';
import { UsageError } from '../cli-io.ts';
import { fileTrouble } from '../file-trouble.ts';
import type { Setting } from './setting.ts';
import { SETTINGS, type SettingKey, type Settings } from './settings.ts';

/** Where a value came from. */
export type SettingSource = 'flag' | 'environment' | 'file' | 'default';

/** A process's settings, and where each came from. */
export interface Configuration {
  readonly settings: Settings;
  readonly sources: Readonly<Record<SettingKey, SettingSource>>;
}

/** Options as they stood on the command line; one that takes several values has them joined by commas. */
export type Flags = Readonly<Partial<Record<SettingKey, string | undefined>>>;

type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'SOSACH_';
const FILE_SUFFIX = '_FILE';
/** Read by the commands that build and test the repository; servers that a test starts inherit them. */
const NOT_THE_SERVERS = [
  'SOSACH_CHROMIUM',
  'SOSACH_POSTGRES_BIN',
  'SOSACH_TEST_STORE',
  'SOSACH_RECORD',
  'SOSACH_TIER_REPORT',
];
/** A name further away is none that was meant. */
const NEAR = 4;

const TABLE: Readonly<Record<SettingKey, Setting>> = SETTINGS;
const KEYS = Object.keys(SETTINGS) as SettingKey[];

/**
 * The settings of a process: an option comes before the environment, the environment before the default. Throws UsageError, one
 * line that names what is wrong and what is allowed: a misspelt variable that were passed over would leave its default standing.
 */
export function readSettings(flags: Flags, environment: Environment): Configuration {
  refuseUnknown(environment);
  const settings: Record<string, unknown> = {};
  const sources: Partial<Record<SettingKey, SettingSource>> = {};
  for (const key of KEYS) {
    const { value, source } = readSetting(TABLE[key], flags[key], environment);
    settings[key] = value;
    sources[key] = source;
  }
  return { settings: settings as Settings, sources: sources as Record<SettingKey, SettingSource> };
}

/** Every variable that is read, the `…_FILE` ones with them. */
export function knownVariables(): readonly string[] {
  return Object.values(TABLE).flatMap(({ variable, secret }) =>
    secret ? [variable, `${variable}${FILE_SUFFIX}`] : [variable],
  );
}

function refuseUnknown(environment: Environment): void {
  const known = knownVariables();
  for (const name of Object.keys(environment).sort()) {
    if (!name.startsWith(PREFIX) || known.includes(name) || NOT_THE_SERVERS.includes(name)) continue;
    const near = known
      .map((candidate) => ({ candidate, distance: editDistance(name, candidate, NEAR) }))
      .sort((one, other) => one.distance - other.distance)[0];
    const meant =
      near && near.distance <= NEAR
        ? `có phải ${near.candidate}? (unknown; did you mean ${near.candidate}?)`
        : 'xem / unknown, see: sosach settings';
    throw new UsageError(`${name}: không có thiết lập này, ${meant}`);
  }
}

function readSetting(
  setting: Setting,
  flag: string | undefined,
  environment: Environment,
): { readonly value: unknown; readonly source: SettingSource } {
  const { variable } = setting;
  if (setting.flag !== undefined && flag !== undefined) {
    return { value: parse(setting, flag, setting.flag, ' '), source: 'flag' };
  }
  const file = setting.secret ? environment[`${variable}${FILE_SUFFIX}`] : undefined;
  const own = environment[variable];
  if (file !== undefined) {
    if (own !== undefined) {
      refuse(`${variable}, ${variable}${FILE_SUFFIX}`, { vi: 'chỉ đặt một trong hai', en: 'set one of the two' });
    }
    return { value: parse(setting, readSecret(`${variable}${FILE_SUFFIX}`, file), variable, '='), source: 'file' };
  }
  if (own !== undefined) return { value: parse(setting, own, variable, '='), source: 'environment' };
  return { value: setting.fallback, source: 'default' };
}

function parse({ kind, secret }: Setting, text: string, name: string, between: string): unknown {
  // What could not be filled in must not pass for what was left out.
  if (text === '') {
    refuse(name, { vi: `trống; bỏ đi, hoặc ${kind.allowed.vi}`, en: `empty: leave it out, or ${kind.allowed.en}` });
  }
  const read = kind.schema.safeParse(text);
  if (!read.success) refuse(secret ? name : `${name}${between}${text}`, kind.allowed);
  return read.data;
}

/** Editors and `echo` end a file with a line break that is none of the secret. */
function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new UsageError(`${name}=${file}: không đọc được tệp / cannot be read: ${fileTrouble(error)}`);
  }
}

function refuse(what: string, { vi, en }: Message): never {
  // One line, whatever was written.
  throw new UsageError(`${what}: ${vi} (${en})`.replace(/[\r\n]+/g, ' '));
}
