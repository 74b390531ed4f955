import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXCEL_API_FLOOR } from '../../addin/excel/host-abilities.ts';
import { IDLE_SIGN_OUT_MS } from '../../addin/pane/actions/session-actions.ts';
import { PUSH_MAX_ROWS } from '../../contract/push-limits.ts';
import { PUSH_MAX_BYTES, PUSH_RETRY_DELAYS } from '../../desk/push-rows.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = path.join(ROOT, 'docs', 'pictures');
/** As `test/pictures/make-pictures.ts` holds them: a page with ten of them still loads over a weak line. */
const MAX_BYTES = 150_000;

const pages = ['README.md', ...readdirSync(path.join(ROOT, 'docs')).map((name) => path.join('docs', name))]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(path.join(ROOT, name), 'utf8') }));

/** Targets of links and pictures within the repository, without what stands behind `#`. */
function localTargets(text: string): string[] {
  const found = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map((match) => String(match[1] ?? match[2]));
  return found.filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith('#'));
}

describe('the pages of docs/', () => {
  it('link to what is there', () => {
    const broken = pages.flatMap(({ name, text }) =>
      localTargets(text)
        .filter((target) => !existsSync(path.join(ROOT, path.dirname(name), target.replace(/#.*/, ''))))
        .map((target) => `${name} → ${target}`),
    );
    assert.deepEqual(broken, []);
    assert.ok(
      pages.some(({ text }) => localTargets(text).length > 5),
      'the scan found no links',
    );
  });

  it('link to headings that are there', () => {
    const slug = (heading: string) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .trim()
        .replace(/\s/g, '-');
    for (const { name, text } of pages) {
      for (const target of localTargets(text).filter((each) => each.includes('#'))) {
        const [file = '', anchor = ''] = target.split('#');
        const other = readFileSync(path.join(ROOT, path.dirname(name), file), 'utf8');
        const slugs = [...other.matchAll(/^#+ (.+)$/gm)].map((match) => slug(String(match[1])));
        assert.ok(slugs.includes(anchor), `${name} → ${target}`);
      }
    }
  });

  it('are all listed in the README', () => {
    const readme = pages.find(({ name }) => name === 'README.md')?.text ?? '';
    const missing = pages.filter(({ name }) => name !== 'README.md' && !readme.includes(`(${name})`));
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
  });

  it('show every picture there is, none of them large, each with words for those who do not see it', () => {
    const text = pages.map((page) => page.text).join('\n');
    const files = readdirSync(PICTURES);
    assert.ok(files.length > 0);
    for (const file of files) {
      assert.ok(text.includes(`pictures/${file}`), `${file} is shown nowhere`);
      assert.ok(statSync(path.join(PICTURES, file)).size <= MAX_BYTES, `${file} is too large`);
    }
    const mute = [...text.matchAll(/!\[\]\(|<img(?![^>]*alt="[^"]+")[^>]*>/g)].map(([found]) => found);
    assert.deepEqual(mute, []);
  });

  it('tell the IT officer the figures that the code has', () => {
    const page = readFileSync(path.join(ROOT, 'docs', 'trien-khai.md'), 'utf8').replace(/\s+/g, ' ');
    for (const words of [
      `**ExcelApi ${EXCEL_API_FLOOR}**`,
      `**${IDLE_SIGN_OUT_MS / 60_000} phút**`,
      `tối đa ${PUSH_MAX_ROWS.toLocaleString('vi-VN')} dòng hoặc ${PUSH_MAX_BYTES / 1000} KB`,
      `sau ${PUSH_RETRY_DELAYS.map((delay) => delay / 1000).join(', ')} giây`,
    ]) {
      assert.ok(page.includes(words), words);
    }
  });
});
