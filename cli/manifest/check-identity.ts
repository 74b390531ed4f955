import { ADD_IN } from '../../templates/add-in.ts';
import { type ManifestFault, manifestFault } from './manifest-fault.ts';
import type { XmlElement } from './xml-element.ts';

/** RFC 9562, in small letters as Office writes it. */
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** `<Version>`: the form of ST_Version in Microsoft's schema, all four parts given. */
const VERSION = /^\d{1,5}(\.\d{1,5}){3}$/;

/**
 * Id and version are well-formed, and those that our workbooks refer to: with another id Excel opens no pane with a workbook, and
 * says nothing.
 */
export function checkIdentity(manifest: XmlElement): ManifestFault[] {
  return manifest.children.flatMap(({ name, line, text: found }) => {
    if (name === 'Id') {
      if (!GUID.test(found)) return [manifestFault('id-malformed', line, { found })];
      return differing('<Id>', line, found, ADD_IN.id);
    }
    if (name === 'Version') {
      if (!VERSION.test(found)) return [manifestFault('version-malformed', line, { found })];
      return differing('<Version>', line, found, ADD_IN.version);
    }
    return [];
  });
}

function differing(where: string, line: number, found: string, expected: string): ManifestFault[] {
  return found === expected ? [] : [manifestFault('value-wrong', line, { where, found, expected })];
}
