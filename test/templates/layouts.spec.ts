import assert from 'node:assert/strict';
import { RECORD_FIELDS, RECORD_KINDS } from '../../rules/record.ts';
import { compactHeader } from '../../templates/header-index.ts';
import { type Layout, RESULT_COLUMNS } from '../../templates/layout.ts';
import { findLayout, getLayout, LAYOUTS } from '../../templates/layouts.ts';

describe('layouts', () => {
  for (const kind of RECORD_KINDS) {
    const layout: Layout = LAYOUTS[kind];
    const ids = layout.columns.map((column) => column.id);

    it(`${kind} has every field of its record once, and our three columns right after the name`, () => {
      assert.deepEqual([...ids].sort(), [...RECORD_FIELDS[kind], ...RESULT_COLUMNS].sort());
      const name = ids.indexOf('fullName');
      assert.deepEqual(ids.slice(name + 1, name + 4), [...RESULT_COLUMNS]);
      assert.equal(layout.frozenThrough, ids[name + 3]);
    });

    it(`${kind} gives no header text to two columns`, () => {
      const owners = new Map<string, string>();
      for (const column of layout.columns.filter(({ groups }) => groups === undefined)) {
        for (const text of [column.header, ...column.synonyms]) {
          const key = compactHeader(text);
          assert.equal(owners.get(key) ?? column.id, column.id, `“${text}” names two columns`);
          owners.set(key, column.id);
        }
      }
    });

    it(`${kind} keeps its frozen columns narrow enough for a screen of 1366 pixels with the pane open`, () => {
      // 320 for the pane, 60 for row numbers and the scroll bar, 300 at least for the column being typed into.
      const frozen = layout.columns.slice(0, ids.indexOf(layout.frozenThrough) + 1);
      const pixels = frozen.reduce((sum, column) => sum + Math.round(column.width * 7 + 5), 0);
      assert.ok(pixels <= 1366 - 320 - 60 - 300, `${pixels} pixels are frozen`);
    });

    it(`${kind} says something in both languages for every column`, () => {
      for (const column of layout.columns) {
        assert.ok(column.help.vi.length > 10 && column.help.en.length > 10, column.id);
      }
    });
  }

  it('getLayout knows its templates and refuses other names, inherited ones too', () => {
    assert.equal(getLayout('staff').id, 'staff');
    assert.equal(findLayout('toString'), undefined);
    assert.throws(() => getLayout('pupils'), /no template is called "pupils"/);
  });
});
