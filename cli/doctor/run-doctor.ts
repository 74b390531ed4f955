import { existsSync } from 'node:fs';
import { type Clock, SYSTEM_CLOCK } from '../../server/clock.ts';
import { SERVER_ERRORS } from '../../server/server-error.ts';
import type { StoreFacts } from '../../server/store/inspect-store.ts';
import { examineChoice, type PopulationChoice } from '../choose-population.ts';
import { type CliIo, EXIT } from '../cli-io.ts';
import type { Settings } from '../config/settings.ts';
import { readPublicOrigin } from '../public-origin.ts';
import { type DoctorLine, doctorLine } from './doctor-lines.ts';
import { examineCertificate } from './examine-certificate.ts';
import { examineDatabase } from './examine-database.ts';
import { examineFolder } from './examine-folder.ts';
import { examineClock, examineDisk } from './examine-machine.ts';
import { examinePages } from './examine-pages.ts';
import { examineStore } from './examine-store.ts';

export interface DoctorOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** As given to `serve`. */
  readonly publicOrigin?: string;
  /** As `serve` would have it. */
  readonly population: PopulationChoice | null;
  readonly json?: boolean;
  /** The checkout or installation: pages and manifest lie in it. */
  readonly home: string;
  readonly clock?: Clock;
}

/** The server as `serve` would run it with these settings. */
export function doctorOptions(settings: Settings, home: string): DoctorOptions {
  const { data: dataDir, databaseUrl, publicOrigin } = settings;
  return {
    dataDir,
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(publicOrigin ? { publicOrigin } : {}),
    population: examineChoice(settings),
    home,
  };
}

/** `sosach doctor`: examines a server's folder and surroundings, running or not, and changes nothing. Exits 1 for a fault. */
export async function runDoctor(options: DoctorOptions, io: CliIo): Promise<number> {
  const lines = await examineServer(options);
  const sound = lines.every(({ state }) => state !== 'fault');
  if (options.json) io.out(`${JSON.stringify({ sound, lines })}\n`);
  else for (const { state, message } of lines) io.out(`${SIGNS[state]} ${message.vi} / ${message.en}\n`);
  return sound ? EXIT.clean : EXIT.findings;
}

const SIGNS = { ok: '✔ ổn     ', warning: '! lưu ý  ', fault: '✘ LỖI    ' } as const;

/** What the doctor finds. */
export async function examineServer({
  dataDir,
  home,
  population,
  ...options
}: DoctorOptions): Promise<readonly DoctorLine[]> {
  const publicOrigin =
    options.publicOrigin === undefined ? undefined : readPublicOrigin(options.publicOrigin, '--public-origin');
  const clock = options.clock ?? SYSTEM_CLOCK;
  const now = clock.now();
  const { lines, facts } =
    options.databaseUrl === undefined
      ? examineStore(dataDir)
      : await examineDatabase(options.databaseUrl, () => clock.now());
  const there = existsSync(dataDir);
  return [
    ...lines,
    ...(there ? examineFolder(dataDir) : []),
    // Where the store is elsewhere, this disk holds keys.
    ...(there && options.databaseUrl === undefined ? [examineDisk(dataDir, facts)] : []),
    examineClock(now, facts),
    examineCertificate(dataDir, { publicOrigin, now }),
    ...examinePages(home, publicOrigin),
    examinePopulation(population, facts),
  ];
}

function examinePopulation(choice: PopulationChoice | null, facts: StoreFacts | undefined): DoctorLine {
  if (choice === null) return doctorLine('population-absent');
  if ('fault' in choice) return doctorLine('population-refused', { ...choice.fault });
  const tryOut = facts?.tryOut === true;
  if (choice.register === 'national') {
    return tryOut
      ? doctorLine('population-refused', { ...SERVER_ERRORS['try-out-refuses-register'] })
      : doctorLine(choice.carried ? 'population-carried' : 'population-national');
  }
  return tryOut
    ? doctorLine('population-simulated')
    : doctorLine('population-refused', { ...SERVER_ERRORS['store-refuses-invented-register'] });
}
