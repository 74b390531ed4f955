import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { EXCEL_API_FLOOR } from '../../../addin/excel/host-abilities.ts';
import { checkManifest } from '../../../cli/manifest/check-manifest.ts';
import { MANIFEST_FAULTS, type ManifestFaultCode } from '../../../cli/manifest/manifest-fault.ts';
import { manifestAt } from '../../../server/pages/manifest-at.ts';
import { ADD_IN } from '../../../templates/add-in.ts';

const ROOT = new URL('../../../', import.meta.url);
const OURS = readFileSync(new URL('manifest.xml', ROOT), 'utf8');
const PICTURES = fileURLToPath(new URL('addin/pane/public', ROOT));
const picture = (path: string) => {
  try {
    return readFileSync(PICTURES + path);
  } catch {
    return undefined;
  }
};
const check = (text: string) => checkManifest(new TextEncoder().encode(text), picture);
const codes = (text: string) => [...new Set(check(text).map(({ code }) => code))];

/** Must be there, so that a later edit of the manifest cannot turn a case into one of the sound file. */
function edit(from: string | RegExp, to: string): string {
  const edited = OURS.replace(from, () => to);
  assert.notEqual(edited, OURS, String(from));
  return edited;
}

const long = (length: number) => 'ă'.repeat(length);

/** Each way in which it may be broken, and what must be told of it. */
const BROKEN: readonly (readonly [ManifestFaultCode, string, () => string])[] = [
  ['not-xml', 'half a download', () => OURS.slice(0, 3000)],
  ['not-xml', 'tags that do not match', () => edit('</Hosts>', '</Host>')],
  ['not-xml', 'an attribute twice', () => edit('size="16"', 'size="16" size="32"')],
  ['not-xml', 'a DOCTYPE', () => edit('<OfficeApp', '<!DOCTYPE x><OfficeApp')],
  ['not-xml', 'text behind the end', () => `${OURS}x`],
  ['not-xml', 'two roots', () => `${OURS}<OfficeApp/>`],
  ['not-xml', 'nothing', () => ''],
  ['wrong-root', 'another document', () => '<html></html>'],
  ['element-unknown', 'something untried', () => edit('<Hosts>', '<Dictionary/><Hosts>')],
  ['element-missing', 'no picture for large screens', () => edit(/<HighResolutionIconUrl.*?\/>/, '')],
  ['element-missing', 'an English sentence that is not there', () => edit(/<bt:Override[^>]*the sheet" \/>/, '')],
  ['element-missing', 'an English description that is not there', () => edit(/<Override[\s\S]*?\/>/, '')],
  ['element-doubled', 'two floors', () => edit('</Sets>', '<Set Name="ExcelApi" MinVersion="1.1" /></Sets>')],
  ['element-order', 'version before id', () => edit(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, idBehind())],
  ['value-wrong', 'another add-in', () => edit(ADD_IN.id, '6b1f7c52-3d1e-4f0a-9a57-0e5d2c8b41f8')],
  ['value-wrong', 'another version', () => edit(/<Version>.*?</, '<Version>0.9.0.0<')],
  ['value-wrong', 'a pane that no workbook opens', () => edit(ADD_IN.taskpaneId, 'SoSach.Pane')],
  ['value-wrong', 'a floor that hides it', () => edit('MinVersion="1.1" />', `MinVersion="${EXCEL_API_FLOOR}" />`)],
  ['value-wrong', 'reading only', () => edit('ReadWriteDocument', 'ReadDocument')],
  ['value-wrong', 'English first', () => edit('vi-VN', 'en-US')],
  ['value-wrong', 'another kind of add-in', () => edit('"TaskPaneApp"', '"ContentApp"')],
  ['id-malformed', 'an id that is none', () => edit(ADD_IN.id, 'so-sach')],
  ['version-malformed', 'three numbers', () => edit(/<Version>.*?</, '<Version>0.1.0<')],
  ['id-doubled', 'two resources of one id', () => edit('bt:Image id="Icon.32"', 'bt:Image id="Icon.16"')],
  ['id-doubled', 'a control named as its group', () => edit('SoSach.OpenPane', 'SoSach.Group')],
  ['resid-undefined', 'a label without words', () => edit('<Label resid="Group.Label"', '<Label resid="Group.Name"')],
  ['resid-undefined', 'a picture for a label', () => edit('<Label resid="Group.Label"', '<Label resid="Icon.16"')],
  ['resource-unused', 'words that nobody shows', () => edit('resid="OpenPane.Tip"', 'resid="GetStarted.Description"')],
  ['text-empty', 'no name', () => edit('<DisplayName DefaultValue="Sổ Sạch"', '<DisplayName DefaultValue=" "')],
  ['text-empty', 'no resid', () => edit('<Label resid="Group.Label" />', '<Label />')],
  [
    'text-too-long',
    'a name of 126',
    () => edit('<DisplayName DefaultValue="Sổ Sạch"', `<DisplayName DefaultValue="${long(126)}"`),
  ],
  ['text-too-long', 'a description of 251', () => edit(/Value="Checks pupil[^"]*"/, `Value="${long(251)}"`)],
  ['text-too-long', 'a label of 126', () => edit('"Kiểm tra sổ"', `"${long(126)}"`)],
  ['text-too-long', 'a tip of 251', () => edit(/"Mở khung Sổ Sạch:[^"]*"/, `"${long(251)}"`)],
  ['text-too-long', 'a resid of 33', () => edit(/Icon\.16/g, 'i'.repeat(33))],
  ['text-too-long', 'a control’s id of 126', () => edit('SoSach.OpenPane', 'i'.repeat(126))],
  ['address-malformed', 'a path alone', () => edit('"https://localhost:8788/khung/"', '"/khung/"')],
  ['address-not-https', 'http', () => edit('"https://localhost:8788/khung/"', '"http://localhost:8788/khung/"')],
  [
    'address-elsewhere',
    'half of it edited',
    () => edit('"https://localhost:8788/khung/"', '"https://so-sach.example/khung/"'),
  ],
  ['icon-missing', 'a picture that is not there', () => edit('icon-80.png', 'icon-96.png')],
  ['icon-missing', 'a picture outside', () => edit('assets/icon-80.png', 'assets/%2e%2e/pane.html')],
  ['icon-not-png', 'a drawing', () => edit('icon-80.png', 'icon.svg')],
  ['icon-size', 'the smaller picture', () => edit('icon-80.png', 'icon-64.png')],
  ['icon-size', 'the smaller picture for large screens', () => edit('icon-64.png', 'icon-32.png')],
  ['icon-sizes', 'two sizes only', () => edit(/<bt:Image size="80" resid="Icon.80" \/>/, '')],
];

function idBehind(): string {
  const [, id = '', version = ''] = /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/.exec(OURS) ?? [];
  return version + id;
}

describe('the check of a manifest', () => {
  it('finds nothing in ours, here and for a real server', () => {
    assert.deepEqual(check(OURS), []);
    assert.deepEqual(check(manifestAt(OURS, 'https://so-sach.example.edu.vn')), []);
    assert.deepEqual(check(`\ufeff${OURS}`), [], 'with the byte order mark of Windows’ editors');
  });

  for (const [code, what, broken] of BROKEN) {
    it(`tells ${what}: ${code}`, () => {
      assert.ok(codes(broken()).includes(code), codes(broken()).join(', ') || 'nothing told');
    });
  }

  it('has every one of its faults seen above', () => {
    assert.deepEqual(new Set(BROKEN.map(([code]) => code)), new Set(Object.keys(MANIFEST_FAULTS)));
  });

  it('names the line, and what stands there', () => {
    const faults = check(edit('<DisplayName DefaultValue="Sổ Sạch"', '<DisplayName DefaultValue=""'));
    const line = OURS.split('\n').findIndex((text) => text.includes('<DisplayName')) + 1;
    assert.deepEqual(
      faults.map((fault) => [fault.code, fault.line, fault.message.vi]),
      [
        ['text-empty', line, 'DisplayName để trống'],
        ['element-missing', line, '<DisplayName> thiếu <Override>'],
      ],
    );
  });

  it('allows what Office allows: a text of just the length, single quotes, a comment anywhere', () => {
    assert.deepEqual(check(edit(/"Mở khung Sổ Sạch:[^"]*"/, `"${long(250)}"`)), []);
    assert.deepEqual(check(edit('size="16"', "size='16'")), []);
    assert.deepEqual(check(edit('<Hosts>', '<!-- <Hosts> --><Hosts>')), []);
    assert.deepEqual(check(edit('vi-VN', '<![CDATA[vi-VN]]>')), []);
  });

  it('leaves no place of its sentences unfilled, whatever is broken', () => {
    for (const [, what, broken] of BROKEN) {
      for (const { message } of check(broken())) {
        assert.doesNotMatch(message.vi + message.en, /\{\w+\}|undefined/, what);
      }
    }
  });

  it('answers for any file, and never throws', () => {
    const cut = fc.tuple(fc.nat(OURS.length), fc.nat(200), fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        const faults = check(OURS.slice(0, at) + put + OURS.slice(at + length));
        return faults.every(({ code }) => code in MANIFEST_FAULTS);
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => checkManifest(bytes, picture).length === 1),
      { numRuns: 100 },
    );
  });
});

describe('manifest.xml', () => {
  it('carries the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string };
    assert.equal(ADD_IN.version, `${version}.0`);
  });

  it('lets in an Excel that is too old for the pane, which then says so', () => {
    assert.notEqual(EXCEL_API_FLOOR, '1.1');
  });
});
