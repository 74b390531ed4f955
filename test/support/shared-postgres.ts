import { TestPostgres } from './postgres.ts';

let shared: Promise<TestPostgres> | undefined;

/** The one that all specs of a run share; started by the first that asks. */
export function sharedPostgres(): Promise<TestPostgres> {
  shared ??= TestPostgres.start();
  return shared;
}

/** Stands outside every suite, so it runs when the last one has ended. */
after(async () => (await shared)?.stop());
