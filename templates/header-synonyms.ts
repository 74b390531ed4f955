import type { FieldId } from '../rules/field.ts';
import { compactHeader, type HeaderHit, isForeignContext } from './header-index.ts';
import { type HeaderLabel, headerName } from './header-labels.ts';

/** What a school says a header of its own means. */
export type HeaderMeaning = FieldId;

/**
 * Header texts that a school uses, as `headerName` writes them, and what they mean there; null: none of our columns. Plain
 * data, so that a recipe can keep it.
 */
export type HeaderSynonyms = Readonly<Record<string, HeaderMeaning | null>>;

/** Before every wording that the layout knows: the clerk has said so. */
const SAID_RANK = -1;

/**
 * Looks header labels up among a school's own words. The whole header with its groups wins; without them the text counts
 * wherever its groups do not speak of somebody else. Undefined where nothing was said; null where it is none of ours.
 */
export function synonymFinder(synonyms: HeaderSynonyms): (label: HeaderLabel) => HeaderHit | null | undefined {
  const meanings = new Map(Object.entries(synonyms).map(([text, meaning]) => [compactHeader(text), meaning]));
  if (meanings.size === 0) return () => undefined;
  return (label) => {
    if (label.own === '') return undefined;
    let meaning = meanings.get(compactHeader(headerName(label)));
    if (meaning === undefined && !label.groups.some(isForeignContext)) meaning = meanings.get(compactHeader(label.own));
    return meaning ? { id: meaning, rank: SAID_RANK } : meaning;
  };
}
