import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type JournalEntry, undoable } from '../../desk/journal.ts';
import { decodeJournal, encodeJournalEntry } from '../../desk/journal-codec.ts';
import type { CellValue } from '../../rules/cell.ts';
import { FIELDS } from '../../rules/field.ts';
import { JOURNAL_CHUNK } from '../../templates/workbook-identity.ts';

describe('journal codec', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1+1', "'0123", '_x000D_', 'Nguyễn Văn 👩‍🏫', '\ufffe\uffff', '\u0000\r\n\t', '|', ' '),
  );
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.record(
      {
        kind: fc.constant('date' as const),
        year: fc.integer({ min: 1900, max: 2100 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
      },
      { noNullPrototype: true },
    ),
    fc.record(
      { kind: fc.constant('error' as const), code: fc.constantFrom('#REF!', '#N/A') },
      { noNullPrototype: true },
    ),
  );
  const cell = fc.record(
    { rowId: fc.uuid(), field: fc.constantFrom(...FIELDS), before: value, after: value, formatBefore: text },
    { requiredKeys: ['rowId', 'field', 'before', 'after'], noNullPrototype: true },
  );
  const part = fc.record(
    {
      part: fc.constantFrom('familyName' as const, 'givenName' as const, 'birthYear' as const),
      before: value,
      after: value,
      formatBefore: text,
    },
    { requiredKeys: ['part', 'before', 'after'], noNullPrototype: true },
  );
  const splitCell = fc.record(
    {
      rowId: fc.uuid(),
      field: fc.constantFrom('fullName' as const, 'birthDate' as const),
      before: value,
      after: value,
      parts: fc.array(part, { maxLength: 3 }),
    },
    { noNullPrototype: true },
  );
  const entry: fc.Arbitrary<JournalEntry> = fc.record(
    {
      id: fc.uuid(),
      at: fc.constant('2026-11-22T08:00:00Z'),
      kind: fc.constantFrom('fix' as const, 'undo' as const),
      undoes: fc.uuid(),
      label: text,
      cells: fc.array(fc.oneof(cell, splitCell), { maxLength: 20 }),
    },
    { requiredKeys: ['id', 'at', 'kind', 'label', 'cells'], noNullPrototype: true },
  );

  it('gives back what it was given, whatever is in the cells', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
        assert.deepEqual(decodeJournal(entries.map(encodeJournalEntry)), entries);
      }),
    );
  });

  it('writes only cells that any spreadsheet keeps as they are', () => {
    fc.assert(
      fc.property(entry, (one) => {
        for (const chunk of encodeJournalEntry(one)) {
          assert.match(chunk, /^\|[\s\S]*\|$/);
          assert.ok(chunk.length <= JOURNAL_CHUNK);
          assert.ok(!/[\u0000-\u001f\ufffe\uffff]/.test(chunk), 'no character that XML 1.0 forbids');
          assert.ok(!/_x[0-9a-f]{4}_/i.test(chunk), 'nothing that .xlsx would unescape');
          assert.ok(isWellFormed(chunk), 'no half of a surrogate pair');
        }
      }),
    );
  });

  it('cuts a long entry without cutting a character', () => {
    const long = '👩🏫'.repeat(40_000);
    // Two labels, so that the cut falls into the middle of a pair with one of them.
    for (const label of ['c', 'cc']) {
      const cells = [{ rowId: 'r', field: 'note', before: long, after: `x${long}` }] as const;
      const whole: JournalEntry = { id: 'a', at: 'b', kind: 'fix', label, cells };
      const chunks = encodeJournalEntry(whole);
      assert.ok(chunks.length > 4);
      assert.ok(chunks.every((chunk) => isWellFormed(chunk) && chunk.length <= JOURNAL_CHUNK));
      assert.deepEqual(decodeJournal([chunks]), [whole]);
    }
  });

  it('reports what it cannot read by its row, and reads the rest', () => {
    const good: JournalEntry = { id: 'a', at: 'b', kind: 'fix', label: 'c', cells: [] };
    const lines = [
      ['|{"v":1,"id":"a"|'],
      encodeJournalEntry(good),
      [null, ''],
      ['|{"v":2,"id":"a","at":"b","kind":"fix","label":"c","cells":[]}|'],
      [12],
      ['|{"v":1,"id":"a","at":"b","kind":"fix","label":"c","cells":[["r","noSuchField",1,2]]}|'],
    ];
    const entries = decodeJournal(lines);
    assert.deepEqual(
      entries.map(({ kind, label }) => [kind, kind === 'damaged' ? label : '']),
      [
        ['damaged', '_sosach!A20'],
        ['fix', ''],
        ['damaged', '_sosach!A23'],
        ['damaged', '_sosach!A24'],
        ['damaged', '_sosach!A25'],
      ],
    );
    assert.deepEqual(undoable(entries), [good], 'a damaged line cannot be taken back');
  });
});

/** Whether it survives UTF-8: half of a surrogate pair does not. */
function isWellFormed(text: string): boolean {
  return Buffer.from(text).toString() === text;
}
