import { parseJson } from './parse-json.ts';
import { readCitizen } from './read-citizen.ts';
import type { ReadAnswer, ServiceAnswer } from './service-answer.ts';

type Node = Readonly<Record<string, unknown>>;

/**
 * What a reply in the envelope `{code, status, correlationId, response}` says. The correlation id is the gateway's own and is not
 * read; where the answer names a MaYeuCau, that is.
 * @param success the codes of an envelope whose `response` is the answer.
 */
export function readJson(body: string, success: readonly string[]): ReadAnswer {
  const envelope = parseJson(body);
  if (!isNode(envelope)) return undefined;
  const { code } = envelope;
  if (typeof code !== 'string' && typeof code !== 'number') return undefined;
  if (!success.includes(String(code))) return { answer: { kind: 'code', code: String(code) }, requestId: null };
  if (!('response' in envelope)) return undefined;
  const answer = readResponse(envelope.response);
  return answer && { answer, requestId: requestIdOf(envelope.response) };
}

function readResponse(response: unknown): ServiceAnswer | undefined {
  if (response === null || (Array.isArray(response) && response.length === 0)) return { kind: 'nothing' };
  if (Array.isArray(response)) return { kind: 'records', records: response.map(readCitizen) };
  if (!isNode(response)) return undefined;
  if ('TonTai' in response) {
    const { TonTai } = response;
    return typeof TonTai === 'boolean' ? { kind: 'exists', exists: TonTai } : undefined;
  }
  if ('HoVaTen' in response) return { kind: 'records', records: [readCitizen(response)] };
  const holder = isNode(response.CongdanCollection) ? response.CongdanCollection : response;
  if (!('CongDan' in holder) && hasStrangeParts(holder)) return undefined;
  const people = holder.CongDan ?? [];
  return { kind: 'records', records: (Array.isArray(people) ? people : [people]).map(readCitizen) };
}

/** A strange reply must not pass for an empty one. */
function hasStrangeParts(node: Node): boolean {
  return Object.keys(node).some((name) => name !== 'MaYeuCau');
}

function requestIdOf(response: unknown): string | null {
  const id = isNode(response) ? response.MaYeuCau : null;
  return typeof id === 'string' ? id : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
