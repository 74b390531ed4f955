import type { Unit } from '../../contract/schemas/unit.ts';
import type { Store } from '../store/store.ts';

/** Adds units that are known to be right, such as a try-out's, in one transaction; parents may stand behind their children. */
export async function addUnits(store: Store, units: readonly Unit[]): Promise<void> {
  await store.write((tables) => tables.units.upsert(units));
}
