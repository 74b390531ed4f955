import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ADD_IN } from '../../templates/add-in.ts';
import { getLayout } from '../../templates/layouts.ts';
import { changePackage } from '../../xlsx/package/change-package.ts';
import { WorkbookPackage } from '../../xlsx/package/workbook-package.ts';
import { WorkbookFile } from '../../xlsx/workbook-file.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { elementsOf, parseXml } from '../support/xml.ts';
import { IDENTITY } from './identity-fixture.ts';
import { readPart } from './read-part.ts';
import { fixtureBytes } from './workbook-fixture.ts';

const PARTS = ['xl/webextensions/taskpanes.xml', 'xl/webextensions/webextension1.xml'];
const write = () => writeTemplateWorkbook({ layout: getLayout('student'), identity: IDENTITY });
const attribute = (xml: string, element: string, name: string) =>
  elementsOf(parseXml(xml), element).map(({ attributes }) => attributes[name]);

describe('the pane opens with the workbook', () => {
  it('the workbook refers to the add-in of manifest.xml, and asks for the pane whose button is named so', async () => {
    const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
    const extension = await readPart(await write(), 'xl/webextensions/webextension1.xml');
    const [id] = elementsOf(parseXml(manifest), 'Id').map(({ text }) => text);
    const [version] = elementsOf(parseXml(manifest), 'Version').map(({ text }) => text);
    assert.deepEqual([ADD_IN.id, ADD_IN.version], [id, version]);
    assert.deepEqual(new Set(attribute(extension, 'we:reference', 'id')), new Set([id]));
    assert.deepEqual(attribute(extension, 'we:reference', 'storeType'), ['EXCatalog', 'Registry']);
    const [property] = attribute(extension, 'we:property', 'name');
    assert.deepEqual(
      elementsOf(parseXml(manifest), 'TaskpaneId').map(({ text }) => text),
      [property],
    );
  });

  it('every part is typed and reached from the package by its relationships', async () => {
    const bytes = await write();
    const types = await readPart(bytes, '[Content_Types].xml');
    for (const part of PARTS) {
      const named = attribute(types, 'Override', 'PartName').filter((name) => name === `/${part}`);
      assert.equal(named.length, 1, part);
    }
    assert.ok(attribute(await readPart(bytes, '_rels/.rels'), 'Relationship', 'Target').includes(PARTS[0]));
    const [target] = attribute(
      await readPart(bytes, 'xl/webextensions/_rels/taskpanes.xml.rels'),
      'Relationship',
      'Target',
    );
    assert.equal(`xl/webextensions/${target}`, PARTS[1]);
    const [used] = attribute(await readPart(bytes, PARTS[0]!), 'wetp:webextensionref', 'r:id');
    const [given] = attribute(await readPart(bytes, 'xl/webextensions/_rels/taskpanes.xml.rels'), 'Relationship', 'Id');
    assert.equal(used, given);
  });

  it('is made again at our next writing when another program dropped the parts but kept their names', async () => {
    const file = new WorkbookPackage(await write());
    const dropped = await changePackage(
      file,
      new Map([...PARTS, 'xl/webextensions/_rels/taskpanes.xml.rels'].map((part) => [part, null])),
    );
    const healed = await (await WorkbookFile.open(dropped)).toBytes();
    for (const part of PARTS) assert.match(await readPart(healed, part), /^<\?xml/);
    const types = await readPart(healed, '[Content_Types].xml');
    const names = attribute(types, 'Override', 'PartName');
    assert.equal(new Set(names).size, names.length, 'no part is typed twice');
    const targets = attribute(await readPart(healed, '_rels/.rels'), 'Relationship', 'Target');
    assert.equal(targets.filter((target) => target === PARTS[0]).length, 1);
  });

  it('is not forced upon a workbook that is none of ours', async () => {
    const bytes = await fixtureBytes({ sheets: [{ name: 'A', cells: [['x']] }] });
    const saved = new WorkbookPackage(await (await WorkbookFile.open(bytes)).toBytes());
    assert.equal(saved.find(PARTS[0]!), undefined);
  });
});
