import { type ManifestFault, manifestFault } from './manifest-fault.ts';
import { everyElement, type XmlElement } from './xml-element.ts';

/** Elements that hold an address, and where in them it stands. */
const HOLDERS: Readonly<Record<string, 'DefaultValue' | 'text'>> = {
  IconUrl: 'DefaultValue',
  HighResolutionIconUrl: 'DefaultValue',
  SupportUrl: 'DefaultValue',
  SourceLocation: 'DefaultValue',
  'bt:Image': 'DefaultValue',
  'bt:Url': 'DefaultValue',
  AppDomain: 'text',
};

/** The addresses of a manifest, each with the element it stands in. */
export function* everyAddress(manifest: XmlElement): Generator<{ element: XmlElement; address: string }> {
  for (const element of everyElement(manifest)) {
    const place = HOLDERS[element.name];
    if (place === undefined || element.attributes.has('resid')) continue;
    yield { element, address: place === 'text' ? element.text : (element.attributes.get(place) ?? '') };
  }
}

/** The server that the manifest is made for: that of its `<AppDomain>`. */
export function findManifestOrigin(manifest: XmlElement): string | undefined {
  for (const { element, address } of everyAddress(manifest)) {
    if (element.name === 'AppDomain' && URL.canParse(address)) return new URL(address).origin;
  }
  return undefined;
}

/** Every address is https and of one server: Office opens nothing else, and leaves the pane when a page is of another domain. */
export function checkAddresses(manifest: XmlElement): ManifestFault[] {
  const own = findManifestOrigin(manifest);
  return [...everyAddress(manifest)].flatMap(({ element: { name, line, attributes }, address: found }) => {
    const id = attributes.get('id');
    const where = id === undefined ? `<${name}>` : `<${name} id="${id}">`;
    if (!URL.canParse(found)) return [manifestFault('address-malformed', line, { where, found })];
    const { protocol, origin } = new URL(found);
    if (protocol !== 'https:') return [manifestFault('address-not-https', line, { where, found })];
    if (own !== undefined && origin !== own) {
      return [manifestFault('address-elsewhere', line, { where, found, expected: own })];
    }
    return [];
  });
}
