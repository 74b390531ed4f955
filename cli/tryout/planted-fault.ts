import type { Outcome } from '../../contract/verdict.ts';
import type { RawRow, RecordKind } from '../../rules/record.ts';
import type { Citizen } from '../../server/population/people/invent-citizen.ts';
import type { SeededRandom } from '../../server/population/people/seeded-random.ts';
import type { RegisterTraits } from '../../server/population/simulator/register.ts';

/** A row on its way into a roster: the person, what the register does with them, and the cells so far. */
export interface DraftRow {
  readonly citizen: Citizen;
  readonly traits: RegisterTraits;
  readonly values: RawRow;
}

/** One kind of fault that a roster can be given. */
export interface PlantedFault {
  /**
   * The code of the rule that should see it; `register.…` where only the population service can; `legal.…` for what is no
   * fault but is not asked or not complete.
   */
  readonly id: string;
  readonly kinds: readonly RecordKind[];
  /** Rows in a thousand. Each kind is planted at least once while there is room. */
  readonly perThousand: number;
  /** What the register will answer to the row as it stands, where it is asked and the fault decides it. */
  readonly expects?: Outcome;
  /** The fault lies with the person, so the roster has to look for one: such people are otherwise left out of it. */
  readonly isOddPerson?: (citizen: Citizen, traits: RegisterTraits) => boolean;
  readonly fits: (row: DraftRow) => boolean;
  /** Takes cells over from the row above, which must have no fault of its own. */
  readonly copiesNeighbour?: true;
  /** The cells that change. `neighbour` is the row above, which stays as it is. */
  readonly plant: (row: DraftRow, random: SeededRandom, neighbour: DraftRow) => RawRow;
}
