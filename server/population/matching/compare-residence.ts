import type { Claim } from '../population-adapter.ts';

/** A place of residence, led forward to the units of today so that both eras can be compared. */
export interface ResidencePlace {
  /** Name of the province of today. */
  readonly province: string;
  readonly ward: Claim['ward'];
}

export type ResidenceGrade = 'same' | 'differs' | 'not-compared';

/**
 * Another province differs, and so does another commune where both are clear. With a commune on one side only, the provinces
 * are what is compared (circular 1118 asks staff for no commune). A commune that was divided or is in no table is never
 * said to differ: one cannot know. Symmetric.
 */
export function compareResidence(claimed: ResidencePlace, registered: ResidencePlace): ResidenceGrade {
  if (claimed.province !== registered.province) return 'differs';
  const [ours, theirs] = [claimed.ward, registered.ward];
  if (ours === null || theirs === null) return 'same';
  if (ours === 'unclear' || theirs === 'unclear') return 'not-compared';
  return ours.era === theirs.era && ours.code === theirs.code ? 'same' : 'differs';
}
