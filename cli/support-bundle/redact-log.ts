import { ROUTES } from '../../contract/routes.ts';

/** What the server says in its log, word for word; anything else is somebody's text. Held by a test against the code. */
export const LOG_MESSAGES: readonly string[] = [
  'request',
  'internal error',
  'audit anchor',
  'audit anchor failed',
  'verification batch',
  'verification queue cannot be read',
  'verification answers could not be written',
  'population adapter failed',
  'housekeeping failed',
  'aged answers could not be asked again',
  'sign-in provider',
  'purged',
  'purge failed',
];

/** The names that pages have in the log; those of the API are its patterns. */
const PAGES = [
  '(none)',
  '/',
  '/live',
  '/metrics',
  '/khung',
  '/dang-nhap',
  '/dang-nhap/xong',
  '/ban-lam-viec',
  '/quan-ly',
  '/manifest.xml',
  '/assets',
  '/office-js',
];
const KNOWN_ROUTES: ReadonlySet<string> = new Set([...PAGES, ...Object.values(ROUTES).map(({ path }) => path)]);

const COUNTS = ['level', 'ms', 'asked', 'answered', 'events', 'rows'] as const;
/** What an error of Node, SQLite or the HTTP client is called by; a name in capitals is none of them. */
const ERROR_CODE = /^(?:ERR|SQLITE|UND_ERR|HPE)_[A-Z_]{2,40}$|^E[A-Z]{3,14}$/;
const ERROR_NAME = /^(?:[A-Z][a-z]+){0,4}Error$/;
/** A place in our own code or in a package's: never the folder it was installed in, which may be called after a person. */
const FRAME =
  /(?:^|[/\\( ])((?:bin|cli|contract|desk|dist|rules|server|templates|xlsx)\/[a-z0-9/.-]+:\d+:\d+|node:[a-z/_]+:\d+:\d+)\)?$/;
/** As `mintId` makes them. */
const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;
const MOST_FRAMES = 12;

type LogLine = Readonly<Record<string, unknown>>;

/**
 * A line of the server's log as it may leave the house: known fields in known forms. What is not known is not passed on, however
 * harmless it looks; `unknown` says how many fields that were. Undefined for what is no line of ours.
 */
export function redactLogLine(text: string): LogLine | undefined {
  const line = findObject(text);
  if (!line) return undefined;
  const kept: Record<string, unknown> = {};
  const keep = (key: string, fits: (value: string) => boolean, instead?: string) => {
    const value = line[key];
    if (typeof value !== 'string') return;
    if (fits(value)) kept[key] = value;
    else if (instead !== undefined) kept[key] = instead;
  };
  keep('time', (value) => INSTANT.test(value));
  keep('msg', (value) => LOG_MESSAGES.includes(value), '(other)');
  keep('requestId', (value) => REQUEST_ID.test(value));
  keep('method', (value) => ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(value), '(other)');
  keep('route', (value) => KNOWN_ROUTES.has(value), '(other)');
  keep('error', (value) => ERROR_NAME.test(value), '(other)');
  keep('code', (value) => ERROR_CODE.test(value), '(other)');
  for (const key of COUNTS) if (isSmallNumber(line[key])) kept[key] = line[key];
  if (line.status === 'aborted' || isSmallNumber(line.status)) kept.status = line.status;
  if (Array.isArray(line.at)) kept.at = line.at.slice(0, MOST_FRAMES).map(frameOf);
  const unknown = Object.keys(line).filter((key) => !(key in kept)).length;
  return unknown === 0 ? kept : { ...kept, unknown };
}

/** Smaller than any number that names a person: those have nine digits or more, and a birth date as a number eight. */
function isSmallNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 10_000_000;
}

function frameOf(frame: unknown): string {
  return (typeof frame === 'string' && FRAME.exec(frame)?.[1]) || '(elsewhere)';
}

function findObject(text: string): LogLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LogLine) : undefined;
  } catch {
    return undefined;
  }
}
