import type { z } from 'zod';
import type { Message } from '../../rules/messages.ts';

/** What the text of a setting may be. */
export interface Kind<T> {
  readonly schema: z.ZodType<T, string>;
  /** Said to whoever wrote something else, and in the page of the settings. */
  readonly allowed: Message;
  /** Numbers and words of the code: nobody's name can stand there, so the value may leave the house in a support bundle. */
  readonly closed?: true;
}

/**
 * One setting of the server: the one place that its name, default, unit and meaning stand in. The schema, the printed
 * configuration and `docs/configuration.md` are made from it. Its key in the table is the name of its option, if it has one.
 */
export interface Setting<T = unknown> {
  /** Environment variable. */
  readonly variable: string;
  /** Option of `sosach serve` that comes before the environment, e.g. `--port`. */
  readonly flag?: `--${string}`;
  readonly kind: Kind<T>;
  /** Absent: not set unless somebody sets it. */
  readonly fallback?: T;
  readonly unit?: Message;
  readonly meaning: Message;
  /**
   * Never printed, has no option (command lines are read by everyone on a machine) and may come from the file that
   * `<variable>_FILE` names. Holds for keys and passwords and for whatever names a person.
   */
  readonly secret?: true;
}

/** Settings by key. */
// biome-ignore lint/suspicious/noExplicitAny: a kind both takes and gives its value, so no narrower type holds all of them
export type SettingTable = Readonly<Record<string, Setting<any>>>;

type ValueOf<S> = S extends { readonly kind: Kind<infer T> }
  ? S extends { readonly fallback: unknown }
    ? T
    : T | undefined
  : never;

/** What a table of settings comes to. */
export type ValuesOf<Table extends SettingTable> = { readonly [Key in keyof Table]: ValueOf<Table[Key]> };
