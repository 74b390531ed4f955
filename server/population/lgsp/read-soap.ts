import { parseXml } from './parse-xml.ts';
import { readCitizen } from './read-citizen.ts';
import type { ReadAnswer } from './service-answer.ts';

type Node = Readonly<Record<string, unknown>>;

/** What a SOAP 1.1 reply says. */
export function readSoap(body: string): ReadAnswer {
  const content = childOf(childOf(parseXml(body), 'Envelope'), 'Body');
  if (content === '') return { answer: { kind: 'nothing' }, requestId: null };
  if (!isNode(content)) return undefined;
  const [name, ...others] = Object.keys(content);
  if (name === undefined || others.length > 0) return undefined;
  return READERS.get(name)?.(content[name]);
}

const READERS: ReadonlyMap<string, (node: unknown) => ReadAnswer> = new Map([
  ['Fault', readFault],
  ['KetQuaXacThuc', readVerification],
  ['CongdanCollection', readPeople],
]);

function readFault(node: unknown): ReadAnswer {
  const code = childOf(node, 'faultcode');
  return {
    answer: { kind: 'code', code: typeof code === 'string' ? code.slice(code.indexOf(':') + 1) : '' },
    requestId: null,
  };
}

function readPeople(node: unknown): ReadAnswer {
  const people = listOf(childOf(node, 'CongDan'));
  if (people.length === 0 && hasStrangeParts(node)) return undefined;
  return { answer: { kind: 'records', records: people.map(readCitizen) }, requestId: requestIdOf(node) };
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** The answer may come twice; two that contradict each other are none. */
function readVerification(node: unknown): ReadAnswer {
  const said = listOf(node).map((result) => {
    const text = childOf(result, 'TonTai');
    if (text === undefined) return hasStrangeParts(result) ? undefined : null;
    return typeof text === 'string' ? BOOLEANS.get(text.trim()) : undefined;
  });
  const [exists] = said;
  if (exists === undefined || said.some((other) => other !== exists)) return undefined;
  const requestId = requestIdOf(listOf(node)[0]);
  return { answer: exists === null ? { kind: 'nothing' } : { kind: 'exists', exists }, requestId };
}

/** An empty element has the text ''. */
function hasStrangeParts(node: unknown): boolean {
  return node !== '' && !(isNode(node) && Object.keys(node).every((name) => name === 'MaYeuCau'));
}

function requestIdOf(node: unknown): string | null {
  const text = childOf(node, 'MaYeuCau');
  return typeof text === 'string' ? text : null;
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function childOf(node: unknown, name: string): unknown {
  return isNode(node) ? node[name] : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
