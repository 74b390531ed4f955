import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { KEYS } from '../../addin/pane/bind-keys.ts';
import { LOOP_STATE_SYMBOLS } from '../../addin/pane/loop-state-symbols.ts';
import { SEVERITY_SYMBOLS, SEVERITY_WORDS } from '../../addin/pane/views/severity.tsx';
import { LOOP_STATE_WORDS, LOOP_STATES } from '../../contract/loop/loop-state.ts';
import { statusMarks } from '../../desk/row-marks.ts';
import { SEVERITIES } from '../../rules/finding.ts';
import { LAYOUTS } from '../../templates/layouts.ts';
import { MARK_LOOKS, MARK_WORDS, type ShownMark, shownMarks, symbolFormat } from '../../templates/mark-looks.ts';
import { MARK } from '../../templates/marks.ts';

const MARKS = Object.keys(MARK_LOOKS) as ShownMark[];

/** Promise 10: a word and a symbol stand beside every colour. That the keyboard reaches everything, a browser tests. */
describe('promise 10: never by colour alone', () => {
  it('gives every mark of the sheet a symbol and a word, each its own', () => {
    assert.deepEqual(
      [...MARKS].sort(),
      Object.values(MARK)
        .filter((mark) => mark !== MARK.none)
        .sort(),
    );
    for (const mark of MARKS) {
      assert.notEqual(MARK_LOOKS[mark].symbol.trim(), '', mark);
      assert.notEqual(MARK_WORDS[mark].trim(), '', mark);
    }
    assert.equal(new Set(MARKS.map((mark) => MARK_LOOKS[mark].symbol)).size, MARKS.length);
    assert.equal(new Set(MARKS.map((mark) => MARK_WORDS[mark])).size, MARKS.length);
  });

  it('puts the symbol before whatever a marked cell shows, in every column of every template', () => {
    for (const layout of Object.values(LAYOUTS)) {
      for (const { id } of layout.columns) {
        for (const mark of shownMarks(id)) {
          const sections = symbolFormat(id, mark).split(';');
          assert.equal(sections.length, 4, 'positive, negative, zero and text');
          for (const section of sections) assert.ok(section.includes(MARK_LOOKS[mark].symbol), `${id} ${mark}`);
        }
      }
    }
  });

  it('frames a blank cell that is marked, where no symbol can stand', () => {
    // Only a fault or a doubt can be about a cell that holds nothing.
    for (const mark of [MARK.error, MARK.query, MARK.differs] as const) assert.equal(MARK_LOOKS[mark].onBlank, true);
  });

  it('gives every severity in the pane the symbol and the word of its mark in the sheet', () => {
    const marks = { error: MARK.error, query: MARK.query, note: MARK.note } as const;
    for (const severity of SEVERITIES) {
      const mark = marks[severity];
      assert.equal(SEVERITY_WORDS[severity].vi, MARK_WORDS[mark]);
      assert.notEqual(SEVERITY_WORDS[severity].en, '');
      // In the pane the letter stands in a drawn circle; in a cell the circle is part of the sign.
      assert.equal(SEVERITY_SYMBOLS[severity], MARK_LOOKS[mark].symbol.replace('ⓘ', 'i'));
    }
  });

  it('gives every row state a symbol and a word, each its own, and the word stands in the row', () => {
    for (const state of LOOP_STATES) {
      assert.notEqual(LOOP_STATE_SYMBOLS[state].trim(), '', state);
      for (const words of Object.values(LOOP_STATE_WORDS[state])) assert.notEqual(words.trim(), '', state);
    }
    assert.equal(new Set(Object.values(LOOP_STATE_SYMBOLS)).size, LOOP_STATES.length);
    assert.equal(new Set(LOOP_STATES.map((state) => LOOP_STATE_WORDS[state].vi)).size, LOOP_STATES.length);
  });

  it('shows a verdict by the same symbol in the pane as in the sheet', () => {
    const mark = (outcome: 'match' | 'differs' | 'unconfirmed') =>
      statusMarks({ transport: 'answered', outcome, compared: [], flags: [], step: null }).get('verdict') as ShownMark;
    assert.equal(LOOP_STATE_SYMBOLS.verified, MARK_LOOKS[mark('match')].symbol);
    assert.equal(LOOP_STATE_SYMBOLS['wrong-information'], MARK_LOOKS[mark('differs')].symbol);
    assert.equal(LOOP_STATE_SYMBOLS['not-confirmed'], MARK_LOOKS[mark('unconfirmed')].symbol);
  });

  it('draws the workbench’s fills for exactly the marks of the sheet, in the sheet’s colours', () => {
    const css = readFileSync(new URL('../../workbench/workbench.css', import.meta.url), 'utf8');
    for (const mark of MARKS) {
      const rule = new RegExp(`\\.wb-mark-${mark} \\{\\s*background: (#\\w+);\\s*color: (#\\w+);`).exec(css);
      assert.deepEqual(
        rule?.slice(1).map((colour) => colour.toUpperCase()),
        [MARK_LOOKS[mark].fill, MARK_LOOKS[mark].ink],
      );
    }
  });

  it('gives every main step a key of its own', () => {
    const codes = Object.values(KEYS).map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
  });
});
