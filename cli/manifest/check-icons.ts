import { everyAddress } from './check-addresses.ts';
import { type ManifestFault, manifestFault } from './manifest-fault.ts';
import { findPngSize } from './png-size.ts';
import { everyElement, type XmlElement } from './xml-element.ts';

/** Office wants these three of every icon on the ribbon (learn.microsoft.com/javascript/api/manifest/icon); others may be added. */
const RIBBON_SIZES = ['16', '32', '80'];
/** `<IconUrl>` and `<HighResolutionIconUrl>` of a task pane add-in (learn.microsoft.com/javascript/api/manifest/iconurl). */
const OWN_ICONS: Readonly<Record<string, number>> = { IconUrl: 32, HighResolutionIconUrl: 64 };

/** The picture that our server hands out under this path (`/assets/icon-32.png`); undefined when there is none. */
export type FindPicture = (path: string) => Uint8Array | undefined;

/** Every icon comes in the sizes that Office wants, and every picture is there, a PNG and as large as it is said to be. */
export function checkIcons(manifest: XmlElement, findPicture: FindPicture): ManifestFault[] {
  const faults: ManifestFault[] = [];
  const claims: { size: number; address: string; line: number; where: string }[] = [];
  const images = new Map<string, string>();
  for (const { element, address } of everyAddress(manifest)) {
    const size = OWN_ICONS[element.name];
    if (size !== undefined) claims.push({ size, address, line: element.line, where: `<${element.name}>` });
    if (element.name === 'bt:Image') images.set(element.attributes.get('id') ?? '', address);
  }
  for (const icon of everyElement(manifest)) {
    if (icon.name !== 'Icon') continue;
    const sizes = icon.children.map(({ attributes }) => attributes.get('size') ?? '');
    if (RIBBON_SIZES.some((size) => !sizes.includes(size))) {
      const [found, expected] = [sizes.join(', '), RIBBON_SIZES.join(', ')];
      faults.push(manifestFault('icon-sizes', icon.line, { found, expected }));
    }
    for (const { line, attributes } of icon.children) {
      const address = images.get(attributes.get('resid') ?? '');
      // A reference without a resource is told by `checkResources`.
      if (address === undefined) continue;
      claims.push({
        size: Number(attributes.get('size')),
        address,
        line,
        where: `<bt:Image> ${attributes.get('resid')}`,
      });
    }
  }
  for (const { size, address, line, where } of claims) {
    // What is no address is told by `checkAddresses`.
    if (!URL.canParse(address)) continue;
    const picture = new URL(address).pathname;
    const bytes = findPicture(picture);
    if (!bytes) {
      faults.push(manifestFault('icon-missing', line, { where, found: picture }));
      continue;
    }
    const png = findPngSize(bytes);
    if (!png) faults.push(manifestFault('icon-not-png', line, { where, found: picture }));
    else if (png.width !== size || png.height !== size) {
      const [found, expected] = [`${png.width} × ${png.height}`, `${size} × ${size}`];
      faults.push(manifestFault('icon-size', line, { where, picture, found, expected }));
    }
  }
  return faults;
}
