/** A table with sealed values, seen from where their keys are changed. */
export interface SealedTable {
  /** How many rows are sealed with each key, by its id. */
  countByKey(): Promise<ReadonlyMap<string, number>>;
  /** Seals up to `limit` rows anew that an older key has sealed; returns how many there were. Expects a write transaction. */
  reseal(limit: number): Promise<number>;
}
