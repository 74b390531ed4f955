import { type ManifestFault, manifestFault } from './manifest-fault.ts';
import { everyElement, type XmlElement } from './xml-element.ts';

/** Which kind of resource an element with a `resid` wants. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'bt:Image': ['bt:Image'],
  SourceLocation: ['bt:Url'],
  LearnMoreUrl: ['bt:Url'],
  Label: ['bt:String'],
  Title: ['bt:String'],
  Description: ['bt:String'],
};

/** Every `resid` names a resource of the right kind, every resource is used, and no id stands twice. */
export function checkResources(manifest: XmlElement): ManifestFault[] {
  const faults: ManifestFault[] = [];
  const resources = new Map<string, XmlElement>();
  for (const group of resourceGroups(manifest)) {
    for (const resource of group.children) {
      const id = resource.attributes.get('id') ?? '';
      if (resources.has(id)) faults.push(manifestFault('id-doubled', resource.line, { found: id }));
      else resources.set(id, resource);
    }
  }
  const used = new Set<string>();
  const controls = new Set<string>();
  for (const { name, line, attributes } of everyElement(manifest)) {
    const found = attributes.get('resid');
    if (found !== undefined) {
      const expected = KINDS[name] ?? [];
      const resource = resources.get(found);
      used.add(found);
      if (!resource || !expected.includes(resource.name)) {
        faults.push(manifestFault('resid-undefined', line, { where: name, found, expected: expected.join(', ') }));
      }
    } else if (name in KINDS && !attributes.has('DefaultValue')) {
      faults.push(manifestFault('text-empty', line, { where: `<${name} resid>` }));
    }
    if (name !== 'Group' && name !== 'Control') continue;
    const id = attributes.get('id') ?? '';
    if (controls.has(id)) faults.push(manifestFault('id-doubled', line, { found: id }));
    controls.add(id);
  }
  for (const [id, { line }] of resources) {
    if (!used.has(id)) faults.push(manifestFault('resource-unused', line, { found: id }));
  }
  return faults;
}

/** `<bt:Images>` and its neighbours. */
export function resourceGroups(manifest: XmlElement): readonly XmlElement[] {
  for (const element of everyElement(manifest)) if (element.name === 'Resources') return element.children;
  return [];
}
