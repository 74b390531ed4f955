/** What kind of value stands in a parameter's place; PostgreSQL wants to know it before it has seen one. */
export type ParamKind = 'null' | 'text' | 'integer' | 'real' | 'bytes' | 'texts';

export interface PostgresStatement {
  readonly text: string;
  /** Names of the parameters, in the order of `$1`, `$2`, … */
  readonly names: readonly string[];
}

const CASTS: Readonly<Record<Exclude<ParamKind, 'null'>, string>> = {
  text: '::text',
  integer: '::bigint',
  real: '::double precision',
  bytes: '::bytea',
  texts: '::text[]',
};

/** What ends a statement for one engine only; SQLite reads it as a comment. */
const MARKS: Readonly<Record<string, string>> = {
  'skip locked': 'FOR UPDATE SKIP LOCKED',
  'for update': 'FOR UPDATE',
};

/** All that is translated, and what must be stepped over whole: text, quoted names, comments. */
const PIECES = new RegExp(
  [
    /(?<kept>'(?:[^']|'')*'|"(?:[^"]|"")*")/,
    /--[^\n]*/,
    /\/\*\s*(?<mark>[\s\S]*?)\s*\*\//,
    /\bLIST\(@(?<list>\w+)\)\s+AS\s+(?<wanted>\w+)/,
    /\bINDEXED\s+BY\s+\w+/,
    /\bCROSS(?=\s+JOIN\s+\w+(?:\s+(?:AS\s+)?(?!USING\b|ON\b)\w+)?\s+(?:USING|ON)\b)/,
    /\blower\(hex\(randomblob\((?<bytes>\d+)\)\)\)/,
    /(?<json>\b[a-z]\w*(?:\.\w+)?)\s*->>\s*'(?:\$\.)?(?<key>\w+)'/,
    /@(?<name>\w+)/,
    /(?<position>\?)/,
    /(?<camel>\b[a-z]\w*[A-Z]\w*\b)/,
  ]
    .map((piece) => piece.source)
    .join('|'),
  'g',
);

/**
 * Translates a statement of the store from SQLite's dialect, in which all SQL is written, into PostgreSQL's. The list is closed:
 * - `@name` → `$1` with its type, because PostgreSQL cannot tell the type of `$1 IS NULL`; a NULL is written out for the same reason
 * - `AS camelCase` → `AS "camelCase"`, which would otherwise come back in small letters
 * - `LIST(@names) AS wanted` → a table of one column `value`
 * - `INDEXED BY …` and the `CROSS` of a join with a condition are advice to SQLite's planner, and go
 * - the marks `skip locked` and `for update` in comments; other comments go
 * - `column ->> 'key'` of a text that holds JSON; `lower(hex(randomblob(n)))`
 *
 * Throws for what it does not know: `?`, or a random text longer than a UUID has random digits in a row.
 */
export function translateSql(statement: string, kinds: Readonly<Record<string, ParamKind>>): PostgresStatement {
  const names: string[] = [];
  const place = (name: string): string => {
    const kind = kinds[name];
    if (kind === undefined) throw new Error(`no value for @${name}`);
    if (kind === 'null') return 'NULL';
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}${CASTS[kind]}`;
  };
  const text = statement.replace(PIECES, (...match) => {
    const found = match.at(-1) as Readonly<Record<string, string | undefined>>;
    if (found.kept !== undefined) return found.kept;
    if (found.mark !== undefined) return MARKS[found.mark] ?? '';
    if (found.list !== undefined) return `unnest(${place(found.list)}) AS ${found.wanted} (value)`;
    if (found.bytes !== undefined) return randomDigits(Number(found.bytes));
    if (found.json !== undefined) return `(CAST(${found.json} AS json) ->> '${found.key}')`;
    if (found.name !== undefined) return place(found.name);
    if (found.camel !== undefined) return `"${found.camel}"`;
    if (found.position !== undefined) throw new Error('parameters have names: ? is not translated');
    return '';
  });
  return { text, names };
}

/** Of the 32 digits of a random UUID the first 12 are random throughout (RFC 9562 §5.4). */
const RANDOM_DIGITS = 12;

function randomDigits(bytes: number): string {
  if (bytes * 2 > RANDOM_DIGITS) throw new Error(`randomblob(${bytes}) is not translated`);
  return `left(replace(CAST(gen_random_uuid() AS text), '-', ''), ${bytes * 2})`;
}
