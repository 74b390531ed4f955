import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { describeProblem } from '../../../addin/pane/describe-problem.ts';
import { nextTurn } from '../../../addin/pane/next-turn.ts';
import { pageFrom } from '../../../addin/pane/paging.ts';
import { visibleText } from '../../../addin/pane/visible-text.ts';
import { SHEET_ERRORS, SheetError, type SheetErrorCode } from '../../../desk/sheet-error.ts';
import { columnLetters } from '../../../templates/column-letters.ts';

describe('pane: small parts', () => {
  it('names columns as Excel does', () => {
    assert.deepEqual([0, 25, 26, 51, 701, 702, 16383].map(columnLetters), ['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD']);
  });

  it('cuts a list into pages that hold every item once, and clamps a page that is no more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 300 }), fc.integer({ min: 1, max: 60 }), (list, size) => {
        const pages = pageFrom(list, 0, size).pages;
        const all = Array.from({ length: pages }, (_, page) => pageFrom(list, page, size).items).flat();
        assert.deepEqual(all, list);
        assert.equal(pageFrom(list, pages + 7, size).page, pages - 1);
      }),
    );
  });

  it('a turn is over only once the event loop came round', async () => {
    let over = false;
    const turn = nextTurn().then(() => {
      over = true;
    });
    for (let microtask = 0; microtask < 100; microtask++) await undefined;
    assert.equal(over, false);
    await turn;
    assert.equal(over, true);
  });

  it('shows what cannot be seen', () => {
    assert.equal(visibleText(' Nguyễn  Văn A\u200b\u00a0'), '␣Nguyễn␣␣Văn A¦⍽');
    assert.equal(visibleText('Nguyễn Văn A'), 'Nguyễn Văn A');
  });

  it('has words for every sheet error, and leaves no place unfilled', () => {
    for (const code of Object.keys(SHEET_ERRORS) as SheetErrorCode[]) {
      const { message } = describeProblem(new SheetError(code, 'X1'));
      assert.doesNotMatch(message.vi + message.en, /\{\w+\}/, code);
    }
    for (const detail of [
      'empty-file',
      'password',
      'csv-quotes 7',
      'html-page',
      'not-a-zip',
      'not-a-workbook',
      'too-large',
      'damaged',
    ]) {
      const { message } = describeProblem(new SheetError('unreadable', detail));
      assert.doesNotMatch(message.vi + message.en, /\{\w+\}/, detail);
      assert.notEqual(message.vi, SHEET_ERRORS.unreadable.vi, `${detail} has words of its own`);
    }
  });

  it('shows nothing of an unknown error’s own text', () => {
    const { message } = describeProblem(new Error('Nguyễn Văn Bí Mật 001316000123'));
    assert.doesNotMatch(message.vi + message.en, /Bí Mật|001316/);
  });

  it('keeps the gate in ES5, since Internet Explorer 11 must run it', () => {
    const source = readFileSync(new URL('../../../addin/pane/gate.js', import.meta.url), 'utf8');
    const print = (target: string) => transformSync(source, { target, charset: 'utf8' }).code;
    assert.equal(print('es5'), print('esnext'), 'something had to be lowered');
    assert.doesNotMatch(source, /,\s*\)/, 'a comma after the last argument came with ES2017');
  });
});
