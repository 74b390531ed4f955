import assert from 'node:assert/strict';
import { isOpen, type ModelAccount, type ModelWorld } from './model-world.ts';
import type { Random } from './random.ts';
import type { Outcome } from './route-oracle.ts';
import { seesUnit } from './sight.ts';

/** An answer that nothing more is asked of than that it names no row out of sight. */
export const FINE: Outcome = { given: () => {} };

/** Often a unit within the asker's sight, else any of the world, and now and then one that there is not. */
export function anyUnit(world: ModelWorld, random: Random): string {
  const top = world.asker?.unit ?? null;
  if (top !== null && random.chance(0.4)) return random.pick(world.below(top)).code;
  return random.chance(0.05) ? `${world.prefix}-khong-co` : random.pick(world.units).code;
}

/** Whoever asks; routes that anybody may ask do not come here. */
export function own(account: ModelAccount | null): ModelAccount {
  assert.ok(account);
  return account;
}

export function home({ unit }: ModelAccount): string {
  return unit ?? assert.fail('an account of a unit');
}

/** One value of every item of a list, in order. */
export function listed(body: unknown, key: string): string[] {
  return (body as { items: Record<string, string>[] }).items.map((item) => String(item[key])).sort();
}

/** Work is done in a unit that is theirs, and open today. */
export function workIn(world: ModelWorld, account: ModelAccount, code: string): Outcome | undefined {
  const unit = world.unit(code);
  if (!unit || !seesUnit(world, account, code)) return { refused: 'unit-foreign' };
  return isOpen(unit) ? undefined : { refused: 'unit-closed' };
}
