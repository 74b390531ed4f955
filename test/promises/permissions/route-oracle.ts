import type { ProblemCode } from '../../../contract/problem.ts';
import type { Role } from '../../../contract/role.ts';
import type { ModelAccount, ModelWorld } from './model-world.ts';
import type { Random } from './random.ts';

/** A request, without who asks. */
export interface Probe {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What must come of it: this refusal, or an answer that `given` finds nothing wrong with. */
export type Outcome =
  | { readonly refused: ProblemCode }
  | {
      readonly given: (body: unknown) => void;
      /** What it changes in the model. */
      readonly after?: () => void;
    };

export interface ProbeCase {
  readonly probe: Probe;
  /** Record ids that the request names, and that may stand in the answer for that reason. */
  readonly named?: readonly string[];
  /** For somebody at work whose role may ask this at all; null for nobody, where anybody may ask. */
  readonly outcome: (account: ModelAccount | null) => Outcome;
}

/** Who may ask a route what, and what may be in the answer. */
export interface RouteOracle {
  readonly roles: 'anyone' | 'signed-in' | readonly Role[];
  /** Also while the one-time password has not been changed. */
  readonly whileOneTime?: true;
  readonly probe: (world: ModelWorld, random: Random) => ProbeCase;
}
