import type { ServerError } from '../../server/server-error.ts';
import { type DatabaseFacts, inspectPostgres } from '../../server/store/engine/inspect-postgres.ts';
import { type DoctorLine, doctorLine } from './doctor-lines.ts';

/** Leases of several machines are compared with each other's clocks; a lease runs at least ten seconds. */
const CLOCKS_APART_MS = 5_000;

/** The store in a PostgreSQL; without `facts` for one that no server would open. `now` is this machine's, milliseconds since 1970. */
export async function examineDatabase(
  databaseUrl: string,
  now: () => number,
): Promise<{ readonly lines: readonly DoctorLine[]; readonly facts?: DatabaseFacts }> {
  try {
    const asked = now();
    const facts = await inspectPostgres(databaseUrl);
    const { host, schema, knownSchema } = facts;
    const params = {
      host,
      megabytes: (facts.bytes / 1e6).toFixed(1),
      schema: String(schema),
      known: String(knownSchema),
    };
    // The database looked at its clock between the two.
    const apart = Math.max(asked - facts.now, facts.now - now(), 0);
    return {
      lines: [
        doctorLine(schema < knownSchema ? 'store-older' : 'database-sound', params),
        ...(facts.isPrivate ? [] : [doctorLine('database-exposed', params)]),
        apart > CLOCKS_APART_MS
          ? doctorLine('clocks-apart', { seconds: String(Math.round(apart / 1000)) })
          : doctorLine('clocks-together'),
      ],
      facts,
    };
  } catch (error) {
    // By name: the loader of the tests gives what is imported late a copy of each class.
    if (!(error instanceof Error && error.name === 'ServerError')) throw error;
    return { lines: [doctorLine('store-unusable', { ...(error as ServerError).text })] };
  }
}
