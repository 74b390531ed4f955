import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXCEL_API_FLOOR } from '../../addin/excel/host-abilities.ts';
import { elementsOf, parseXml, type XmlElement } from '../support/xml.ts';

const ROOT = new URL('../../', import.meta.url);
const ORIGIN = 'https://localhost:8788';
const manifest = parseXml(readFileSync(new URL('manifest.xml', ROOT), 'utf8'));
const all = (name: string) => elementsOf(manifest, name);
const only = (name: string): XmlElement => {
  const [element, ...more] = all(name);
  assert.ok(element && more.length === 0, `one ${name}`);
  return element;
};
const names = (element: XmlElement) => element.children.map((child) => child.name);

/**
 * What Office checks of a manifest before it shows the add-in, as far as it is written down. Microsoft's own validator asks a
 * server, and its schemas are out of date.
 */
describe('manifest.xml', () => {
  it('has its elements in the order the schema wants', () => {
    assert.deepEqual(names(manifest), [
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ]);
    assert.deepEqual(names(only('VersionOverrides')), ['Hosts', 'Resources']);
    assert.deepEqual(names(only('DesktopFormFactor')), ['GetStarted', 'ExtensionPoint']);
    assert.deepEqual(names(only('GetStarted')), ['Title', 'Description', 'LearnMoreUrl']);
    assert.deepEqual(names(only('Group')), ['Label', 'Icon', 'Control']);
    assert.deepEqual(names(only('Control')), ['Label', 'Supertip', 'Icon', 'Action']);
    assert.deepEqual(names(only('Supertip')), ['Title', 'Description']);
    assert.deepEqual(names(only('Action')), ['TaskpaneId', 'SourceLocation']);
    assert.deepEqual(names(only('Resources')), ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']);
  });

  it('is a task pane for workbooks that may read and write', () => {
    assert.equal(manifest.attributes['xsi:type'], 'TaskPaneApp');
    assert.equal(manifest.attributes.xmlns, 'http://schemas.microsoft.com/office/appforoffice/1.1');
    assert.equal(only('VersionOverrides').attributes['xsi:type'], 'VersionOverridesV1_0');
    assert.deepEqual(
      all('Host').map((host) => host.attributes.Name ?? host.attributes['xsi:type']),
      ['Workbook', 'Workbook'],
    );
    assert.equal(only('Permissions').text, 'ReadWriteDocument');
    assert.equal(only('Action').attributes['xsi:type'], 'ShowTaskpane');
  });

  it('has an id and a version of the form Office takes', () => {
    assert.match(only('Id').text, /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.match(only('Version').text, /^\d{1,5}(\.\d{1,5}){3}$/);
    const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string };
    assert.equal(only('Version').text, `${version}.0`);
  });

  it('hides itself from no Excel: the floor of the pane is told in the pane', () => {
    const [set, ...more] = all('Set');
    assert.deepEqual(more, []);
    assert.deepEqual(set?.attributes, { Name: 'ExcelApi', MinVersion: '1.1' });
    assert.notEqual(EXCEL_API_FLOOR, '1.1');
  });

  it('resolves every resid to a resource of the right kind, and uses every resource', () => {
    const kinds: Readonly<Record<string, string>> = {
      'bt:Image': 'bt:Image',
      SourceLocation: 'bt:Url',
      LearnMoreUrl: 'bt:Url',
      Label: 'bt:String',
      Title: 'bt:String',
      Description: 'bt:String',
    };
    const resources = only('Resources').children.flatMap((group) => group.children);
    const byId = new Map(resources.map((resource) => [resource.attributes.id, resource]));
    assert.equal(byId.size, resources.length, 'ids are unique');
    const used = new Set<string>();
    const walk = (element: XmlElement) => {
      const { resid } = element.attributes;
      if (resid !== undefined) {
        assert.ok(resid.length <= 32, `${resid} is longer than 32 characters`);
        assert.equal(byId.get(resid)?.name, kinds[element.name], `${element.name} ${resid}`);
        used.add(resid);
      }
      element.children.forEach(walk);
    };
    walk(manifest);
    assert.deepEqual(
      [...byId.keys()].filter((id) => !used.has(String(id))),
      [],
    );
  });

  it('has unique control ids', () => {
    const ids = ['Group', 'Control'].flatMap((name) => all(name).map((element) => String(element.attributes.id)));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('names only https addresses of its own origin, which the server then rewrites', () => {
    const addresses: string[] = [];
    const walk = (element: XmlElement) => {
      for (const value of [element.attributes.DefaultValue, element.attributes.Value, element.text]) {
        if (value?.includes('://')) addresses.push(value);
      }
      element.children.forEach(walk);
    };
    walk(manifest);
    assert.ok(addresses.length >= 9);
    for (const address of addresses) assert.equal(new URL(address).origin, ORIGIN, address);
    assert.equal(only('AppDomain').text, ORIGIN);
    assert.equal(only('DefaultSettings').children[0]?.attributes.DefaultValue, `${ORIGIN}/khung/`);
  });

  it('speaks Vietnamese first and English second, within the lengths Office allows', () => {
    assert.equal(only('DefaultLocale').text, 'vi-VN');
    const limits: readonly (readonly [XmlElement, number])[] = [
      [only('DisplayName'), 125],
      ...all('Description')
        .filter((element) => element.attributes.DefaultValue !== undefined)
        .map((element) => [element, 250] as const),
      ...only('bt:ShortStrings').children.map((element) => [element, 125] as const),
      ...only('bt:LongStrings').children.map((element) => [element, 250] as const),
    ];
    assert.ok(limits.length >= 7);
    for (const [element, limit] of limits) {
      const vietnamese = String(element.attributes.DefaultValue);
      assert.ok(vietnamese.length > 0 && vietnamese.length <= limit, vietnamese);
      // The product's own name is the same in both.
      if (vietnamese === 'Sổ Sạch') continue;
      const [english, ...more] = element.children;
      assert.deepEqual([english?.attributes.Locale, more.length], ['en-US', 0], vietnamese);
      const words = String(english?.attributes.Value);
      assert.ok(words.length > 0 && words.length <= limit, words);
    }
  });

  it('has pictures in the sizes it claims', () => {
    const claimed = new Map<string, number>([
      [String(only('IconUrl').attributes.DefaultValue), 32],
      [String(only('HighResolutionIconUrl').attributes.DefaultValue), 64],
    ]);
    const byId = new Map(
      only('bt:Images').children.map((image) => [image.attributes.id, image.attributes.DefaultValue]),
    );
    for (const icon of all('Icon')) {
      assert.deepEqual(
        icon.children.map((image) => image.attributes.size),
        ['16', '32', '80'],
        'Office wants these three of every icon',
      );
      for (const { attributes } of icon.children)
        claimed.set(String(byId.get(attributes.resid)), Number(attributes.size));
    }
    for (const [address, size] of claimed) {
      const file = fileURLToPath(new URL(`addin/pane/public${new URL(address).pathname}`, ROOT));
      const png = readFileSync(file);
      assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n', address);
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size], address);
    }
  });
});
