import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CsvError, readCsv } from '../../../xlsx/import/read-csv.ts';

const cells = (text: string) => readCsv(text).map((line) => line.cells);
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('readCsv', () => {
  it('takes back whatever was quoted, under every separator and line end', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ệ', ',', ';', '\t', '|', '"', '\n', '\r\n', '\r', ' ') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (table, separator, end) => {
          const text = [['x', 'y'], ...table].map((row) => row.map(quote).join(separator)).join(end);
          assert.deepEqual(cells(text), [['x', 'y'], ...table]);
        },
      ),
    );
  });

  it('keeps every cell as the text it is', () => {
    assert.deepEqual(cells('a,b\n0012, 1.23E+11 \n,007\n'), [
      ['a', 'b'],
      ['0012', ' 1.23E+11 '],
      ['', '007'],
    ]);
  });

  it('finds the separator by what the lines have in common', () => {
    assert.deepEqual(
      cells('Danh sách lớp 1A, năm học 2026\nTên;Nơi ở\nAn;Thôn 1, xã A, huyện B\nBình;Thôn 2, xã A')[2],
      ['An', 'Thôn 1, xã A, huyện B'],
    );
    assert.deepEqual(cells('Tên\tNơi ở\nAn\tThôn 1, xã A\n')[1], ['An', 'Thôn 1, xã A']);
    assert.deepEqual(cells('Tên|Lớp\nAn|1A\n')[1], ['An', '1A']);
    assert.deepEqual(cells('Tên\nAn\n'), [['Tên'], ['An']]);
    assert.deepEqual(cells('sep=;\r\nTên;Nơi, ở\r\n'), [['Tên', 'Nơi, ở']]);
  });

  it('counts lines as an editor does and rows as Excel does, past empty ones and those inside cells', () => {
    const text = 'a,b\r\n\r\n"hai\r\ndòng",x\r\nc,d\n\ne,f\r';
    assert.deepEqual(
      readCsv(text).map(({ line, row }) => [line, row]),
      [
        [1, 1],
        [3, 3],
        [5, 4],
        [7, 6],
      ],
    );
  });

  for (const [text, line] of [
    ['a,b\n"c,d\ne,f\n', 2],
    ['a,b\n\n"x\r\ny",z\r\nc "d",e\n', 5],
    ['a,b\n"c"d,e\n', 2],
    ['"a\nb",c\n"d', 3],
  ] as const) {
    it(`says in which line quotes go wrong: ${JSON.stringify(text)}`, () => {
      assert.throws(
        () => readCsv(text),
        (error) => {
          assert.ok(error instanceof CsvError && error.line === line, String(error));
          return true;
        },
      );
    });
  }
});
