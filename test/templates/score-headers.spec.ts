import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addToGroup } from '../../rules/add-to-group.ts';
import type { CellValue } from '../../rules/cell.ts';
import { isWritten, type LayoutColumn } from '../../templates/layout.ts';
import { LAYOUTS } from '../../templates/layouts.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { readScoreText } from '../../templates/score-words.ts';

type Row = readonly CellValue[];

const WHO: Row = ['STT', 'Lớp', 'Mã định danh', 'Họ và tên'];
const under = (row: Row): Row => [...WHO.map(() => null), ...row];

/** The score columns found, in the order of the sheet. */
function scoresOf(grid: readonly Row[]): readonly string[] {
  const match = matchHeader(grid);
  const columns = [...(match?.columns ?? [])].sort(([, a], [, b]) => a - b).map(([id]) => id as string);
  return columns.filter((id) => id.includes('.'));
}

const flat = (...headers: string[]) => scoresOf([[...WHO, ...headers]]);

describe('the header of a results sheet', () => {
  it('reads the transcript of a THCS: grade and term in each text, no spaces, what it does not know left alone', () => {
    const texts = [
      'lớp',
      'mãhọcsinh*',
      'họvàtên',
      'ht6_cn',
      'rl9_hk2',
      'toán9',
      'văn9',
      'sửđịa9',
      'khtn9',
      'khxh9',
      'tin9',
      'côngnghệ9',
      'gdcd9',
      'nn1_9',
      'mãnn1_9',
      'nn2_9',
      'tổng6',
      'danhhiệu6',
    ];
    const match = matchHeader([texts, ['9A1', '7900000001', 'Nguyễn Văn Thử', 'Tốt']]);
    assert.equal(match?.template, 'results');
    assert.deepEqual(Object.fromEntries(match?.columns ?? []), {
      className: 0,
      ministryId: 1,
      fullName: 2,
      'g6.cn.rank': 3,
      'g9.hk2.conduct': 4,
      'g9.any.math': 5,
      'g9.any.literature': 6,
      'g9.any.historyAndGeography': 7,
      'g9.any.naturalScience': 8,
      'g9.any.informatics': 10,
      'g9.any.technology': 11,
      'g9.any.civics': 12,
      'g9.any.foreignLanguage1': 13,
      'g9.any.foreignLanguage2': 15,
    });
    assert.deepEqual(
      match?.problems.map(({ code, header }) => [code, header]),
      ['khxh9', 'mãnn1_9', 'tổng6', 'danhhiệu6'].map((header) => ['sheet.column-unknown', header]),
    );
  });

  it('reads the mark book of one subject, which names neither grade nor term', () => {
    assert.deepEqual(flat('ĐĐGtx1', 'ĐĐGtx5', 'ĐĐGgk', 'ĐĐGck', 'ĐTBmhk', 'Mã nhận xét'), [
      'book.tx1',
      'book.tx5',
      'book.gk',
      'book.ck',
      'book.term',
    ]);
    assert.deepEqual(flat('ĐTBmhk1', 'ĐTBmhkII', 'ĐTBmcn'), ['book.hk1', 'book.hk2', 'book.cn']);
  });

  it('reads one to three rows, whichever of grade, term and subject stands on top', () => {
    const expected = ['g10.hk1.math', 'g10.hk1.literature', 'g10.cn.math', 'g10.cn.literature'];
    assert.deepEqual(
      scoresOf([
        [...WHO, 'LỚP 10', null, null, null],
        under(['HỌC KỲ I', null, 'CẢ NĂM', null]),
        under(['Toán', 'Ngữ văn', 'Toán', 'Ngữ văn']),
      ]),
      expected,
    );
    assert.deepEqual(
      scoresOf([[...WHO, 'Học kì 1 lớp 10', null, 'Cả năm lớp 10', null], under(['Toán', 'Văn', 'Toán', 'Văn'])]),
      expected,
    );
    assert.deepEqual(
      scoresOf([[...WHO, 'Toán', null, 'Văn', null], under(['HKI lớp 10', 'CN lớp 10', 'HKI lớp 10', 'CN lớp 10'])]),
      ['g10.hk1.math', 'g10.cn.math', 'g10.hk1.literature', 'g10.cn.literature'],
    );
    assert.deepEqual(
      flat('ĐTB Toán HK1 lớp 10', 'Điểm TB môn Ngữ văn HKI L.10', 'Toán CN 10', 'Văn cả năm khối 10'),
      expected,
    );
    assert.deepEqual(
      scoresOf([
        [...WHO, 'Học lực', null, null, 'Hạnh kiểm', null, null],
        under(['HKI', 'HKII', 'CN', 'HKI', 'HKII', 'CN']),
      ]),
      ['own.hk1.rank', 'own.hk2.rank', 'own.cn.rank', 'own.hk1.conduct', 'own.hk2.conduct', 'own.cn.conduct'],
    );
  });

  it('takes CN for the year beside a subject, and for Công nghệ where nothing else is named', () => {
    assert.deepEqual(flat('CN HKI', 'CN HKII', 'CN CN', 'Toán CN', 'HL CN'), [
      'own.hk1.technology',
      'own.hk2.technology',
      'own.cn.technology',
      'own.cn.math',
      'own.cn.rank',
    ]);
  });

  it('tells HK of a term from HK of conduct', () => {
    assert.deepEqual(flat('HL', 'HK', 'Toán HK1', 'TBCM HKI', 'HK HKI'), [
      'own.any.rank',
      'own.any.conduct',
      'own.hk1.math',
      'own.hk1.overall',
      'own.hk1.conduct',
    ]);
  });

  it('takes the term of the title where no column states one, and guesses none', () => {
    const header: Row = [...WHO, 'Toán', 'Văn', 'HL'];
    assert.deepEqual(scoresOf([['BẢNG ĐIỂM HỌC KỲ II NĂM HỌC 2024–2025'], header]), [
      'own.hk2.math',
      'own.hk2.literature',
      'own.hk2.rank',
    ]);
    const unstated = ['own.any.math', 'own.any.literature', 'own.any.rank'];
    assert.deepEqual(scoresOf([['KẾT QUẢ HỌC KỲ I VÀ HỌC KỲ II'], header]), unstated);
    assert.deepEqual(scoresOf([header]), unstated);
    assert.deepEqual(scoresOf([['HỌC KỲ II'], [...WHO, 'Toán', 'Văn HKI']]), ['own.any.math', 'own.hk1.literature']);
  });

  it('leaves columns that only look alike: exam scores, spans of grades, a family name, one single score', () => {
    assert.deepEqual(
      scoresOf([[...WHO, 'Điểm thi tuyển sinh', null, 'Lớp 10', null], under(['Toán', 'Văn', 'Toán', 'Văn'])]),
      ['g10.any.math', 'g10.any.literature'],
    );
    for (const text of ['Họ', 'Lớp 10-12', 'Lớp', 'Ngày sinh', 'Địa chỉ', 'Lý do', 'Tổng', 'HK1 HK2', 'Khác', '']) {
      const parts = readScoreText(text);
      const named = parts && (parts.subject ?? parts.summaries[0] ?? parts.book);
      assert.equal(named, undefined, text);
    }
    const pupils = matchHeader([['STT', 'Lớp', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Dân tộc', 'Xã', 'Học lực']]);
    assert.equal(pupils?.template, 'student');
  });

  it('reads the primary form: subjects with level and test, qualities and abilities, the result', () => {
    assert.deepEqual(
      scoresOf([
        [...WHO, 'Tiếng Việt', null, 'Toán', null, 'Đạo đức', 'Năng lực', null, 'Phẩm chất', 'Đánh giá KQGD'],
        under([
          'Mức đạt được',
          'Điểm KTĐK',
          'Mức đạt được',
          'Điểm KTĐK',
          'Mức đạt được',
          'Tự chủ và tự học',
          'Khoa học',
          'Nhân ái',
          null,
        ]),
      ]),
      [
        'primary.vietnamese.level',
        'primary.vietnamese.test',
        'primary.math.level',
        'primary.math.test',
        'primary.ethics.level',
        'primary.selfReliance',
        'primary.scientific',
        'primary.kindness',
        'primary.result',
      ],
    );
  });

  it('names the school year that the title does', () => {
    const header: Row = [...WHO, 'Toán', 'Văn'];
    const yearOf = (...title: string[]) => matchHeader([...title.map((text) => [text]), header])?.schoolYear;
    assert.equal(yearOf('Năm học 2022-2023 · Mã đơn vị: 79'), 2022);
    assert.equal(yearOf('NĂM HỌC: 2022 – 23'.normalize('NFD')), 2022);
    assert.equal(yearOf('Năm học 2022–2024'), undefined);
    assert.equal(yearOf('Năm học 2021-2022', 'Năm học 2022-2023'), undefined);
    assert.equal(yearOf('Bảng điểm'), undefined);
  });

  it('finds every column of the template again, in any order of its blocks', () => {
    const written = LAYOUTS.results.columns.filter((column) => isWritten(column));
    const blocks = new Map<string, LayoutColumn[]>();
    for (const column of written) addToGroup(blocks, (column.groups ?? []).join(), column);
    fc.assert(
      fc.property(fc.shuffledSubarray([...blocks.values()], { minLength: blocks.size }), (order) => {
        const columns = order.flat();
        const group = (depth: number) =>
          columns.map((column, at) => {
            const before = columns[at - 1]?.groups?.join();
            return column.groups?.join() === before ? null : (column.groups?.[depth] ?? null);
          });
        const match = matchHeader([group(0), group(1), columns.map(({ header }) => header)]);
        assert.deepEqual(
          [...(match?.columns.keys() ?? [])],
          columns.map(({ id }) => id),
        );
        assert.deepEqual(match?.problems, []);
      }),
      { numRuns: 10 },
    );
  });
});
