import { resourceGroups } from './check-resources.ts';
import { type ManifestFault, manifestFault } from './manifest-fault.ts';
import { everyElement, type XmlElement } from './xml-element.ts';

/** The product's name: the same in both languages. */
const NAME = 'Sổ Sạch';

/**
 * Characters that Microsoft's reference of the manifest allows: DisplayName and ShortStrings 125, Description and LongStrings 250
 * (learn.microsoft.com/javascript/api/manifest/string, …/displayname, …/description), a `resid` 32, the id of a group or control 125
 * (…/group). Longer texts make the whole add-in invalid, without a word.
 */
const LIMITS = { short: 125, long: 250, resid: 32, id: 125 } as const;

/** Texts are there, in both languages, and within Office's lengths; so are ids. */
export function checkTexts(manifest: XmlElement): ManifestFault[] {
  const faults: ManifestFault[] = [];
  const hold = (where: string, line: number, text: string, limit: number) => {
    if (text.trim() === '') faults.push(manifestFault('text-empty', line, { where }));
    else if (text.length > limit) {
      faults.push(manifestFault('text-too-long', line, { where, found: String(text.length), expected: String(limit) }));
    }
  };
  const holdBoth = (element: XmlElement, where: string, limit: number) => {
    const vietnamese = element.attributes.get('DefaultValue') ?? '';
    hold(where, element.line, vietnamese, limit);
    for (const translation of element.children) {
      hold(`${where} (${translation.name})`, translation.line, translation.attributes.get('Value') ?? '', limit);
    }
    if (vietnamese !== NAME && element.children.length === 0) {
      faults.push(manifestFault('element-missing', element.line, { parent: where, expected: 'Override' }));
    }
  };
  for (const element of manifest.children) {
    if (element.name === 'DisplayName') holdBoth(element, 'DisplayName', LIMITS.short);
    else if (element.name === 'Description') holdBoth(element, 'Description', LIMITS.long);
    else if (element.name === 'ProviderName') hold('ProviderName', element.line, element.text, LIMITS.short);
  }
  for (const group of resourceGroups(manifest)) {
    for (const resource of group.children) {
      const id = resource.attributes.get('id') ?? '';
      hold(`<${resource.name} id>`, resource.line, id, LIMITS.resid);
      if (group.name === 'bt:ShortStrings') holdBoth(resource, id, LIMITS.short);
      if (group.name === 'bt:LongStrings') holdBoth(resource, id, LIMITS.long);
    }
  }
  for (const { name, line, attributes } of everyElement(manifest)) {
    if (name === 'Group' || name === 'Control') hold(`<${name} id>`, line, attributes.get('id') ?? '', LIMITS.id);
  }
  return faults;
}
