import { type ManifestFault, manifestFault } from './manifest-fault.ts';
import type { ElementShape } from './manifest-shape.ts';
import type { XmlElement } from './xml-element.ts';

/** Holds an element and all in it to its shape: what stands in it, in which order, and the values that are always the same. */
export function checkShape(element: XmlElement, shape: ElementShape): ManifestFault[] {
  return [...checkValues(element, shape), ...checkChildren(element, shape)];
}

function checkValues({ name, line, attributes, text }: XmlElement, shape: ElementShape): ManifestFault[] {
  const values = Object.entries(shape.fixed ?? {}).map(([attribute, expected]): [string, string, string] => [
    `<${name} ${attribute}>`,
    attributes.get(attribute) ?? '',
    expected,
  ]);
  if (shape.text !== undefined) values.push([`<${name}>`, text, shape.text]);
  return values
    .filter(([, found, expected]) => found !== expected)
    .map(([where, found, expected]) => manifestFault('value-wrong', line, { where, found, expected }));
}

function checkChildren(element: XmlElement, { children = [] }: ElementShape): ManifestFault[] {
  const faults: ManifestFault[] = [];
  const parent = element.name;
  const order = children.map(({ name }) => name);
  const seen = new Set<string>();
  let reached = 0;
  for (const child of element.children) {
    const { name: found, line } = child;
    const place = order.indexOf(found);
    const shape = children[place];
    if (!shape) {
      faults.push(manifestFault('element-unknown', line, { found, parent }));
      continue;
    }
    if (seen.has(found) && !shape.many) faults.push(manifestFault('element-doubled', line, { found, parent }));
    else if (place < reached) {
      faults.push(manifestFault('element-order', line, { found, parent, expected: order.join(', ') }));
    }
    seen.add(found);
    reached = Math.max(reached, place);
    faults.push(...checkShape(child, shape));
  }
  for (const { name: expected, optional } of children) {
    if (!optional && !seen.has(expected)) {
      faults.push(manifestFault('element-missing', element.line, { parent, expected }));
    }
  }
  return faults;
}
