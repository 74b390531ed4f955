import { findRule } from '../rules/catalogue.ts';
import { FIELDS, type FieldId } from '../rules/field.ts';
import type { Finding } from '../rules/finding.ts';
import { FIELD_PARTS } from '../templates/field-parts.ts';
import type { HeaderMeaning, HeaderSynonyms } from '../templates/header-synonyms.ts';
import { DeskError } from './desk-error.ts';

/** A fix that a school accepts without looking at each cell again: of a rule, or of a rule in one column only. */
export interface AcceptedFix {
  readonly code: string;
  /** Default: whichever column the rule speaks of. */
  readonly field?: FieldId;
}

/**
 * What a school decided once and wants done again: which fixes it accepts, and what its own headers mean. Nothing in it is about
 * anybody, so it may be kept on a shared computer and handed from school to school.
 */
export interface Recipe {
  readonly fixes: readonly AcceptedFix[];
  readonly synonyms: HeaderSynonyms;
}

export const EMPTY_RECIPE: Recipe = { fixes: [], synonyms: {} };

/** The form of the file; one that only a newer program understands gets the next number. */
const RECIPE_VERSION = 1;
/** Thousands of headers fit; a file beyond it is something else. */
const RECIPE_MAX_CHARS = 200_000;
/** Of a file's own words as much is repeated in an error as a person needs to find the place. */
const QUOTED_CHARS = 40;

const MEANINGS: ReadonlySet<string> = new Set<string>([...FIELDS, ...Object.values(FIELD_PARTS).flat()]);

/** The text of a recipe file. */
export function formatRecipe({ fixes, synonyms }: Recipe): string {
  return `${JSON.stringify({ sosach: 'recipe', version: RECIPE_VERSION, fixes, synonyms }, null, 2)}\n`;
}

/**
 * Reads a recipe file. One with a rule or column that this program does not know is refused as a whole: a half of it, replayed,
 * would look like all of it.
 * @throws DeskError `recipe-not-ours`, `recipe-newer`, `recipe-damaged`, `recipe-unknown-rule`, `recipe-unknown-field`
 */
export function parseRecipe(text: string): Recipe {
  if (text.length > RECIPE_MAX_CHARS) throw new DeskError('recipe-not-ours');
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new DeskError('recipe-not-ours', {}, { cause });
  }
  if (!isObject(raw) || raw.sosach !== 'recipe') throw new DeskError('recipe-not-ours');
  const { version, fixes, synonyms = {} } = raw;
  if (typeof version === 'number' && version > RECIPE_VERSION) {
    throw new DeskError('recipe-newer', { params: { version: String(version) } });
  }
  if (version !== RECIPE_VERSION) throw damaged('version');
  if (!Array.isArray(fixes)) throw damaged('fixes');
  if (!isObject(synonyms)) throw damaged('synonyms');
  return {
    fixes: withoutDoubles(fixes.map(parseFix)),
    synonyms: Object.fromEntries(Object.entries(synonyms).map(([header, meaning]) => [header, parseMeaning(meaning)])),
  };
}

/** Whether the recipe mends this finding. */
export function accepts({ fixes }: Recipe, { code, field }: Finding): boolean {
  return fixes.some((fix) => fix.code === code && (fix.field === undefined || fix.field === field));
}

export function withFixes(recipe: Recipe, fixes: readonly AcceptedFix[]): Recipe {
  return { ...recipe, fixes: withoutDoubles([...recipe.fixes, ...fixes]) };
}

export function withoutFix(recipe: Recipe, { code, field }: AcceptedFix): Recipe {
  return { ...recipe, fixes: recipe.fixes.filter((fix) => fix.code !== code || fix.field !== field) };
}

export function withoutSynonym(recipe: Recipe, header: string): Recipe {
  return {
    ...recipe,
    synonyms: Object.fromEntries(Object.entries(recipe.synonyms).filter(([text]) => text !== header)),
  };
}

export function isEmptyRecipe({ fixes, synonyms }: Recipe): boolean {
  return fixes.length === 0 && Object.keys(synonyms).length === 0;
}

function parseFix(raw: unknown, index: number): AcceptedFix {
  if (!isObject(raw) || typeof raw.code !== 'string') throw damaged(`fixes[${index}]`);
  const { code, field } = raw;
  const rule = findRule(code);
  if (!rule || rule.fix === 'none') {
    throw new DeskError('recipe-unknown-rule', { params: { code: code.slice(0, QUOTED_CHARS) } });
  }
  if (field === undefined) return { code };
  if (!(FIELDS as readonly unknown[]).includes(field)) throw unknownField(field);
  return { code, field: field as FieldId };
}

function parseMeaning(raw: unknown): HeaderMeaning | null {
  if (raw === null) return null;
  if (typeof raw !== 'string' || !MEANINGS.has(raw)) throw unknownField(raw);
  return raw as HeaderMeaning;
}

/** A fix of a rule in all columns makes those in single ones needless. */
function withoutDoubles(fixes: readonly AcceptedFix[]): readonly AcceptedFix[] {
  const everywhere = new Set(fixes.filter(({ field }) => field === undefined).map(({ code }) => code));
  const kept = new Map<string, AcceptedFix>();
  for (const fix of fixes) {
    if (fix.field === undefined || !everywhere.has(fix.code)) kept.set(`${fix.code} ${fix.field ?? ''}`, fix);
  }
  return [...kept.values()];
}

function unknownField(raw: unknown): DeskError {
  return new DeskError('recipe-unknown-field', { params: { field: String(raw).slice(0, QUOTED_CHARS) } });
}

function damaged(where: string): DeskError {
  return new DeskError('recipe-damaged', { params: { where } });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
