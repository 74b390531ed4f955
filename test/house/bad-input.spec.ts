import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SKIP_REASONS } from '../../cli/check-file.ts';
import { MANIFEST_FAULTS } from '../../cli/manifest/manifest-fault.ts';
import { PROBLEMS } from '../../contract/problem.ts';
import { REFUSED_ROWS } from '../../contract/refused-rows.ts';
import { DESK_ERRORS } from '../../desk/desk-error.ts';
import { SHEET_ERRORS } from '../../desk/sheet-error.ts';
import { CELL_ERROR_RULES, HEADER_RULES, WORKBOOK_RULES } from '../../rules/sheet-rules.ts';
import { SERVER_ERRORS } from '../../server/server-error.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every code that the table may name. */
const CODES = new Set(
  [
    PROBLEMS,
    DESK_ERRORS,
    SHEET_ERRORS,
    HEADER_RULES,
    WORKBOOK_RULES,
    CELL_ERROR_RULES,
    MANIFEST_FAULTS,
    SERVER_ERRORS,
    REFUSED_ROWS,
  ]
    .flatMap((table) => Object.keys(table))
    .concat(SKIP_REASONS),
);

/** The table's lines: input, words, code, tests. */
function tableLines(): string[][] {
  return readFileSync(path.join(ROOT, 'docs', 'bad-input.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| input'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
}

const quoted = (cell: string | undefined) =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);

/** Test names stand behind the file, in italics. */
const named = (cell: string | undefined) => [...(cell ?? '').matchAll(/`([^`]+)` \*([^*]+)\*/g)];

describe('docs/bad-input.md', () => {
  const lines = tableLines();

  it('has four cells a line, for every kind of bad input', () => {
    assert.ok(lines.length >= 16, `${lines.length} lines`);
    for (const cells of lines) assert.equal(cells.length, 4, cells.join(' | '));
  });

  it('names codes that exist', () => {
    for (const [input, , code] of lines) {
      for (const each of quoted(code)) assert.ok(CODES.has(each), `${input}: ${each}`);
    }
  });

  it('names test files that exist, and tests that stand in them', () => {
    for (const [input, , , tests] of lines) {
      const found = named(tests);
      assert.ok(found.length > 0, `${input}: no test`);
      for (const [, file = '', title = ''] of found) {
        assert.ok(existsSync(path.join(ROOT, file)), `${input}: ${file}`);
        assert.ok(readFileSync(path.join(ROOT, file), 'utf8').includes(title), `${input}: no “${title}” in ${file}`);
      }
    }
  });

  it('quotes words that the product says', () => {
    const said = [
      'contract/problem.ts',
      'desk/sheet-error.ts',
      'desk/desk-error.ts',
      'addin/pane/words.ts',
      'addin/pane/workbook-words.ts',
      'console/words.ts',
    ]
      .concat('rules/sheet-rules.ts', 'cli/check-text.ts', 'addin/pane/column-words.ts')
      .concat('cli/manifest/manifest-fault.ts', 'cli/public-origin.ts', 'server/server-error.ts')
      .concat('cli/config/read-settings.ts', 'contract/carried-list.ts', 'addin/pane/loop-words.ts')
      .concat('desk/result-words.ts', 'cli/receipt.ts', 'cli/receipt/check-receipts.ts')
      .concat('contract/refused-rows.ts', 'contract/suspicion.ts', 'addin/pane/hold-words.ts')
      .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
      .join('\n');
    for (const [input, words] of lines) {
      for (const sentence of [...(words ?? '').matchAll(/«([^»]+)»/g)].map((match) => match[1] as string)) {
        assert.ok(said.includes(sentence), `${input}: “${sentence}”`);
      }
    }
  });
});
