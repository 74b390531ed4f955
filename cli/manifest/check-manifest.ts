import { checkAddresses } from './check-addresses.ts';
import { checkIcons, type FindPicture } from './check-icons.ts';
import { checkIdentity } from './check-identity.ts';
import { checkResources } from './check-resources.ts';
import { checkShape } from './check-shape.ts';
import { checkTexts } from './check-texts.ts';
import { type ManifestFault, manifestFault } from './manifest-fault.ts';
import { MANIFEST_SHAPE } from './manifest-shape.ts';
import { findXmlRoot } from './xml-element.ts';

/**
 * What Office checks of a manifest before it shows the add-in, as far as it is written down; faults in the order of the file. An
 * invalid one makes Excel say nothing at all. Works offline: Microsoft's own validator asks a server of theirs, and their published
 * schemas are out of date.
 */
export function checkManifest(bytes: Uint8Array, findPicture: FindPicture): readonly ManifestFault[] {
  const manifest = findXmlRoot(bytes);
  if (!manifest) return [manifestFault('not-xml', 0)];
  const { name: found, line } = manifest;
  const { name: expected } = MANIFEST_SHAPE;
  if (found !== expected) return [manifestFault('wrong-root', line, { found, expected })];
  return [
    ...checkShape(manifest, MANIFEST_SHAPE),
    ...checkIdentity(manifest),
    ...checkResources(manifest),
    ...checkTexts(manifest),
    ...checkAddresses(manifest),
    ...checkIcons(manifest, findPicture),
  ].sort((one, other) => one.line - other.line);
}
