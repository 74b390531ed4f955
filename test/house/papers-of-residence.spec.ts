import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutMarks } from '../../rules/text/without-marks.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Whatever people read is written in one of these: sources with their catalogues, pages, templates, the manifest, the docs. */
const FOLDERS = [
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
  'docs',
];
const FILES = ['README.md', 'manifest.xml'];
const KINDS = /\.(?:tsx?|html|css|md|xml|js|json)$/;

/**
 * Schools may not collect them, and parents need none: the data are in the population database (circular of the education
 * department of Bà Rịa–Vũng Tàu; law 68/2020 on residence, article 38). With and without marks, in Vietnamese and English.
 */
const PAPERS = [
  'sổ hộ khẩu',
  'sổ tạm trú',
  'giấy xác nhận cư trú',
  'giấy xác nhận nơi cư trú',
  'giấy xác nhận thông tin về cư trú',
  'household registration book',
  'household book',
  'temporary residence book',
  'certificate of residence',
  'residence certificate',
];
/** Nobody may say it of a case that is still the parents' to bring. */
const CLAIMS = ['đã chuyển công an'];

const BANNED = [...PAPERS, ...CLAIMS].flatMap((words) => [words, withoutMarks(words)]);

/** As it is read: comments away, texts that are written in pieces put together, line ends and emphasis blank. */
function readable(file: string, text: string): string {
  const code = /\.(?:tsx?|js|css)$/.test(file);
  const written = code ? text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1') : text;
  return written
    .normalize('NFC')
    .toLowerCase()
    .replace(/['"`]\s*\+\s*['"`]/g, '')
    .replace(/[\s*_>|]+/g, ' ');
}

function texts(): readonly (readonly [string, string])[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => KINDS.test(name))
      .map((name) => path.join(folder, name)),
  );
  return [...inFolders, ...FILES].map((file) => [file, readable(file, readFileSync(path.join(ROOT, file), 'utf8'))]);
}

describe('papers of residence', () => {
  it('are asked for nowhere: in no message, slip, page, template or document', () => {
    const all = texts();
    const found = all.flatMap(([file, text]) =>
      BANNED.filter((words) => text.includes(words)).map((words) => `${file}: ${words}`),
    );
    assert.deepEqual(found, []);
    assert.ok(all.length > 500 && all.some(([, text]) => text.includes('giấy thông báo')));
  });

  it('would be seen however they were written', () => {
    const written: readonly [string, string][] = [
      ['words.ts', "vi: 'Mang theo Sổ hộ khẩu'"],
      ['words.ts', "vi: 'Mang theo sổ ' +\n  'hộ khẩu'"],
      ['page.html', '<p>Mang theo sổ\n   hộ khẩu</p>'],
      ['slip.md', 'Nộp **giấy xác nhận\n> cư trú**'],
      ['words.ts', `vi: '${'Sổ tạm trú'.normalize('NFD')}'`],
      ['words.ts', "en: 'Bring the household registration book'"],
    ];
    for (const [file, text] of written) {
      assert.ok(
        BANNED.some((words) => readable(file, text).includes(words)),
        text,
      );
    }
    assert.ok(!BANNED.some((words) => readable('words.ts', '// never sổ hộ khẩu\nconst x = 1;').includes(words)));
  });
});
