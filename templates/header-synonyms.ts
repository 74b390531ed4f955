import type { FieldId } from '../rules/field.ts';
import type { PartId } from './field-parts.ts';
import { compactHeader, isForeignContext } from './header-index.ts';
import { type HeaderLabel, headerName } from './header-labels.ts';

/** What a school says a header of its own means: a field, or one of the columns into which a field is split. */
export type HeaderMeaning = FieldId | PartId;

/**
 * Header texts that a school uses, as `headerName` writes them, and what they mean there; null: none of our columns. Plain
 * data, so that a recipe can keep it.
 */
export type HeaderSynonyms = Readonly<Record<string, HeaderMeaning | null>>;

/** Undefined where nothing was said of the header; null where it was said to be none of ours. */
export type FindSynonym = (label: HeaderLabel) => HeaderMeaning | null | undefined;

/**
 * Looks header labels up among a school's own words. The whole header with its groups wins; without them the text counts
 * wherever its groups do not speak of somebody else.
 */
export function synonymFinder(synonyms: HeaderSynonyms): FindSynonym {
  const meanings = new Map(Object.entries(synonyms).map(([text, meaning]) => [compactHeader(text), meaning]));
  if (meanings.size === 0) return () => undefined;
  return (label) => {
    const whole = meanings.get(compactHeader(headerName(label)));
    if (whole !== undefined || label.groups.some(isForeignContext)) return whole;
    return meanings.get(compactHeader(label.own));
  };
}
