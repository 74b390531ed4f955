import { type CliIo, EXIT } from './cli-io.ts';
import { SECTIONS } from './config/settings.ts';
import { settingsPage } from './config/settings-page.ts';

/** `sosach settings`: every setting of the server; with `--markdown` as the page `docs/configuration.md`. Resolves to the exit code. */
export async function runSettings({ markdown }: { readonly markdown?: boolean }, io: CliIo): Promise<number> {
  if (markdown) {
    io.out(settingsPage());
    return EXIT.clean;
  }
  for (const { settings } of SECTIONS) {
    for (const { variable, flag, fallback, unit, kind, meaning } of Object.values(settings)) {
      const preset = fallback === undefined ? '' : ` = ${String(fallback)}${unit ? ` ${unit.vi}` : ''}`;
      io.out(`${variable}${flag ? ` (${flag})` : ''}${preset}\n`);
      io.out(`  ${meaning.vi} / ${meaning.en}\n  ${kind.allowed.vi} / ${kind.allowed.en}\n`);
    }
  }
  return EXIT.clean;
}
