import { editDistance } from '../text/edit-distance.ts';
import { classKey } from './class-key.ts';
import type { ClassList } from './read-class.ts';

/** Names of this length and shorter are too alike to say that one is meant by another: 7A, 7B, 7C. */
const TOO_SHORT_TO_GUESS = 3;

/** The classes a school has, to look names up in. */
export class SchoolClasses implements ClassList {
  readonly #names = new Set<string>();
  readonly #byKey = new Map<string, string>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      this.#names.add(name);
      this.#byKey.set(classKey(name), name);
    }
  }

  find(text: string): string | undefined {
    return this.#names.has(text) ? text : this.#byKey.get(classKey(text));
  }

  /** The only class whose name is one letter away. */
  suggest(text: string): string | undefined {
    const key = classKey(text);
    if (key.length <= TOO_SHORT_TO_GUESS) return undefined;
    const near = [...this.#byKey].filter(([other]) => editDistance(key, other, 1) <= 1);
    return near.length === 1 ? near[0]?.[1] : undefined;
  }
}
