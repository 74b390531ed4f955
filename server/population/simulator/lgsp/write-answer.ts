import { NAMESPACES } from '../../lgsp/shape.ts';
import { SERVICE_PROBLEMS, type ServiceProblemCode } from '../wire.ts';
import type { Tree } from './citizen-tree.ts';

/** The element that answers, in the envelope of SOAP 1.1. */
export function soapAnswer(element: Tree): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<soapenv:Envelope xmlns:soapenv="${NAMESPACES.envelope}"><soapenv:Header xmlns:dan="${NAMESPACES.query}"/>` +
    `<soapenv:Body xmlns:ns1="${NAMESPACES.answer}">${writeTree(element)}</soapenv:Body></soapenv:Envelope>`
  );
}

export function soapFault(code: ServiceProblemCode): string {
  const { title } = SERVICE_PROBLEMS[code];
  return (
    `<soapenv:Envelope xmlns:soapenv="${NAMESPACES.envelope}"><soapenv:Body><soapenv:Fault>` +
    `<faultcode>${code}</faultcode><faultstring>${title}</faultstring>` +
    '</soapenv:Fault></soapenv:Body></soapenv:Envelope>'
  );
}

/** The gateway's envelope. `response` null: nobody was found. */
export function jsonAnswer(correlationId: string, response: Tree | null): string {
  return JSON.stringify({ code: '00', status: 'OK', correlationId, response });
}

export function jsonFault(code: ServiceProblemCode): string {
  return JSON.stringify({ code, status: 'ERROR', correlationId: null, response: null });
}

function writeTree(tree: Tree): string {
  return Object.entries(tree)
    .flatMap(([name, content]) => (Array.isArray(content) ? content : [content]).map((each) => [name, each] as const))
    .map(([name, content]) => {
      const inner = typeof content === 'object' ? writeTree(content) : escapeText(String(content));
      return inner === '' ? `<ns1:${name}/>` : `<ns1:${name}>${inner}</ns1:${name}>`;
    })
    .join('');
}

/** An apostrophe as a character reference, as some writers of XML have it. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;');
}
