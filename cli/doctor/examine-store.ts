import { existsSync } from 'node:fs';
import path from 'node:path';
import { STORE_FILE } from '../../server/data-folder.ts';
import { ServerError } from '../../server/server-error.ts';
import { inspectStore, type StoreFacts } from '../../server/store/inspect-store.ts';
import { type DoctorLine, doctorLine } from './doctor-lines.ts';

/** The store's file; without `facts` for one that no server would open. */
export function examineStore(dataDir: string): {
  readonly lines: readonly DoctorLine[];
  readonly facts?: StoreFacts;
} {
  try {
    const file = path.join(dataDir, STORE_FILE);
    if (!existsSync(file)) throw new ServerError('store-missing', { folder: dataDir });
    const facts = inspectStore(file);
    const params = {
      megabytes: (facts.bytes / 1e6).toFixed(1),
      schema: String(facts.schema),
      known: String(facts.knownSchema),
    };
    return { lines: [doctorLine(facts.schema < facts.knownSchema ? 'store-older' : 'store-sound', params)], facts };
  } catch (error) {
    // By name: the loader of the tests gives what is imported late a copy of each class.
    if (!(error instanceof Error && error.name === 'ServerError')) throw error;
    return { lines: [doctorLine('store-unusable', { ...(error as ServerError).text })] };
  }
}
