import { CITIZEN_NAMES } from './read-citizen.ts';

const READ: ReadonlySet<string> = new Set([
  'code',
  'response',
  'TonTai',
  'CongdanCollection',
  'MaYeuCau',
  ...CITIZEN_NAMES,
]);

/** A reply as objects, cut down to what is read: of other names only that they are there. Undefined for what is no JSON. */
export function parseJson(body: string): unknown {
  try {
    // Elements of lists have their index for a name, the whole text has ''.
    return JSON.parse(body, (name, value) => (name === '' || READ.has(name) || /^\d+$/.test(name) ? value : null));
  } catch {
    return undefined;
  }
}
