import fc from 'fast-check';
import { elementsOf, type XmlNode } from './xml-tree.ts';

/** One change of a tree: which element, what becomes of it, and what the change needs. */
export interface Mutation {
  readonly at: number;
  readonly kind: 'drop' | 'double' | 'swap' | 'dropAttribute' | 'shuffleAttributes' | 'number' | 'text';
  readonly pick: number;
  readonly value: string;
}

const VALUES = [
  '',
  '0',
  '1',
  '2',
  '3',
  '-1',
  '7',
  '99',
  '1e3',
  '0x1',
  '1048576',
  '1048577',
  '99999999999',
  ' 1',
  'A1',
  'XFD1',
  'B2',
];

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(200),
  kind: fc.constantFrom('drop', 'double', 'swap', 'dropAttribute', 'shuffleAttributes', 'number', 'text'),
  pick: fc.nat(9),
  value: fc.constantFrom(
    ...VALUES,
    's',
    'n',
    'str',
    'b',
    'd',
    'e',
    'inlineStr',
    '2016-05-25',
    'Lê &amp; Thử',
    '_x0041_',
  ),
});

/** The tree with the changes. The outermost element stays, and so does that each attribute stands once. */
export function mutateXml(root: XmlNode, mutations: readonly Mutation[]): XmlNode {
  const tree = structuredClone(root);
  for (const each of mutations) mutate(tree, each);
  return tree;
}

function mutate(tree: XmlNode, { at, kind, pick, value }: Mutation): void {
  const all = elementsOf(tree).filter(({ children }) => children.length > 0);
  const parent = all[at % all.length];
  if (!parent) return;
  const index = pick % parent.children.length;
  const child = parent.children[index]!;
  if (kind === 'drop') parent.children.splice(index, 1);
  else if (kind === 'double') parent.children.splice(index, 0, structuredClone(child));
  else if (kind === 'swap') parent.children.splice(index, 2, ...parent.children.slice(index, index + 2).reverse());
  else if (kind === 'text') {
    const words = parent.children.findIndex((each) => typeof each === 'string');
    if (words >= 0) parent.children[words] = value;
  } else if (typeof child !== 'string' && child.attributes.length > 0) {
    const attribute = pick % child.attributes.length;
    if (kind === 'dropAttribute') child.attributes.splice(attribute, 1);
    else if (kind === 'shuffleAttributes') child.attributes.reverse();
    else child.attributes[attribute]![1] = value;
  }
}
