import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What each layer may import from, besides itself. The arrows of the house run one way. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  rules: [],
  templates: ['rules'],
  contract: ['rules', 'templates'],
  desk: ['rules', 'templates', 'contract'],
  xlsx: ['rules', 'templates', 'desk'],
  addin: ['rules', 'templates', 'contract', 'desk'],
  workbench: ['rules', 'templates', 'contract', 'desk', 'xlsx', 'addin'],
  console: ['rules', 'templates', 'contract', 'desk', 'addin'],
  server: ['rules', 'templates', 'contract', 'xlsx'],
  cli: ['rules', 'templates', 'contract', 'desk', 'xlsx', 'server'],
};

/** Packages that the browser-side and pure layers, and what they load, may name; the others run on Node and may use any dependency. */
const MAY_NAME: Readonly<Record<string, readonly string[]>> = {
  rules: [],
  templates: [],
  contract: ['zod'],
  desk: [],
  addin: ['preact'],
  workbench: ['preact', '@revolist/revogrid'],
  console: ['preact'],
  xlsx: ['exceljs', '@e965/xlsx', 'csv-parse', 'node:zlib'],
};

/** Large libraries, each with the one file that may load it: only when a file comes that needs it. */
const ON_DEMAND: Readonly<Record<string, string>> = {
  '@e965/xlsx': 'xlsx/import/sheetjs-workbook.ts',
  'csv-parse': 'xlsx/import/read-csv.ts',
  './read-csv.ts': 'xlsx/import/text-workbook.ts',
};

/** Static imports and re-exports begin a line; dynamic ones stand anywhere. */
const IMPORT = /^(?:import|export)\s(?:[^'"`;=(]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** Stands above all layers: the product's version. */
const PACKAGE = 'package.json';

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly target: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

function sources(layer: string, kinds = /\.tsx?$/): string[] {
  return readdirSync(path.join(ROOT, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => kinds.test(name))
    .map((name) => path.join(layer, name));
}

function importsOf(layer: string): Import[] {
  return sources(layer).flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    return [...text.matchAll(IMPORT)].map((match) => ({
      file,
      layer,
      target: (match[1] ?? match[2]) as string,
      typeOnly: /^(?:import|export)\s+type\b/.test(match[0]),
      dynamic: match[2] !== undefined,
    }));
  });
}

const ALL = Object.keys(MAY_IMPORT).flatMap(importsOf);

describe('the house', () => {
  it('lets imports run one way only', () => {
    const wrong = ALL.filter((entry) => entry.target.startsWith('.')).flatMap((entry) => {
      const target = path.normalize(path.join(path.dirname(entry.file), entry.target)).split(path.sep)[0] as string;
      const allowed = target === entry.layer || target === PACKAGE || MAY_IMPORT[entry.layer]?.includes(target);
      return allowed ? [] : [`${entry.file} → ${entry.target}`];
    });
    assert.deepEqual(wrong, []);
    assert.ok(ALL.length > 50, 'the scan found too few imports to be believed');
  });

  it('keeps packages out of the layers that stand on nothing', () => {
    const wrong = ALL.filter((entry) => !entry.target.startsWith('.')).flatMap((entry) => {
      const allowed = MAY_NAME[entry.layer];
      if (!allowed) return [];
      return allowed.some((name) => entry.target === name || entry.target.startsWith(`${name}/`))
        ? []
        : [`${entry.file} → ${entry.target}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('lets the pane import the wire schemas as types only, so that zod stays out of its bundle', () => {
    const wrong = ALL.filter(
      (entry) =>
        ['desk', 'addin', 'workbench', 'console'].includes(entry.layer) &&
        entry.target.includes('/schemas/') &&
        !entry.typeOnly,
    ).map((entry) => `${entry.file} → ${entry.target}`);
    assert.deepEqual(wrong, []);
  });

  it('loads the libraries for foreign files only when one comes', () => {
    const named = (target: string) =>
      ALL.filter((entry) => !entry.typeOnly && (entry.target === target || entry.target.startsWith(`${target}/`)));
    for (const [target, file] of Object.entries(ON_DEMAND)) {
      const imports = named(target);
      assert.deepEqual(
        imports.map((entry) => entry.file),
        [path.normalize(file)],
        target,
      );
      // The CSV parser stands in a file that is itself loaded on demand.
      assert.equal(imports[0]?.dynamic, target !== 'csv-parse', target);
    }
    const readers = ALL.filter((entry) => entry.layer === 'workbench' && entry.target.startsWith('../xlsx/'));
    assert.deepEqual(
      readers.filter((entry) => !entry.dynamic && !entry.typeOnly),
      [],
    );
    assert.ok(readers.length > 1);
  });

  it('names Office and Excel in addin/excel alone', () => {
    const wrong = ['rules', 'templates', 'contract', 'desk', 'xlsx', 'addin', 'workbench', 'console', 'server', 'cli']
      .flatMap((layer) => sources(layer))
      .filter((file) => !file.startsWith(path.join('addin', 'excel')))
      .filter((file) => /\b(?:Excel\.(?:run|RequestContext|Range)|Office\.(?:onReady|context))\b/.test(code(file)));
    assert.deepEqual(wrong, []);
  });

  it('keeps every source file short enough to be one thing', () => {
    const long = [
      'rules',
      'templates',
      'contract',
      'desk',
      'xlsx',
      'addin',
      'workbench',
      'console',
      'server',
      'cli',
      'test',
      'bench',
    ]
      .flatMap((layer) => sources(layer, /\.(tsx?|css)$/))
      .filter((file) => !file.includes(`${path.sep}tables${path.sep}`))
      .map((file) => ({ file, lines: readFileSync(path.join(ROOT, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 420);
    assert.deepEqual(long, []);
  });
});

function code(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');
}
