import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findColumn } from '../../templates/header-index.ts';
import type { Layout } from '../../templates/layout.ts';
import { LAYOUTS } from '../../templates/layouts.ts';

const wordings = Object.values(LAYOUTS).flatMap((layout: Layout) =>
  layout.columns
    .filter(({ groups }) => groups === undefined)
    .flatMap((column) => [column.header, ...column.synonyms].map((text) => ({ layout, text }))),
);

describe('findColumn', () => {
  it('finds every wording of every column, however it is typed', () => {
    const typed = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
      (text) => text.replaceAll(' ', '\n'),
      (text) => text.replaceAll(' ', '\u2003'),
      (text) => ` ${text} (*)`,
      (text) => `${text}:`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...wordings), fc.array(typed, { maxLength: 3 }), ({ layout, text }, changes) => {
        const other = changes.reduce((sum, change) => change(sum), text);
        assert.equal(findColumn(layout, other)?.id, findColumn(layout, text)?.id, JSON.stringify(other));
        assert.ok(findColumn(layout, text), text);
      }),
    );
  });

  it('finds those without diacritics, and no name of a person', () => {
    assert.equal(findColumn(LAYOUTS.student, 'Ma dinh danh Bo GDDT')?.id, 'ministryId');
    assert.equal(findColumn(LAYOUTS.student, 'HO VA TEN')?.id, 'fullName');
    for (const name of ['Nguyễn Thị Mai', 'Hồ Văn Tên', 'Lê Sinh Ngày', '', '12']) {
      assert.equal(findColumn(LAYOUTS.student, name), undefined, name);
    }
  });
});
