import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LineReason } from '../../../../contract/carried-list.ts';
import type { CellValue } from '../../../../rules/cell.ts';
import type { CarriedAnswers, CarriedQuestion } from '../../../../server/population/carried-adapter.ts';
import { createCsdlAdapter } from '../../../../server/population/csdl/csdl-adapter.ts';
import { inventCitizen } from '../../../../server/population/people/invent-citizen.ts';
import { fixtureBytes } from '../../../xlsx/workbook-fixture.ts';
import { NUMBER_OF_NOBODY, PEOPLE, SEED } from '../claim-of.ts';
import { answerCollection, listFile, questionOf, RESULT_HEADER, type ResultTable } from './carried-world.ts';

const adapter = createCsdlAdapter();

async function read(file: Uint8Array, questions: readonly CarriedQuestion[]): Promise<CarriedAnswers> {
  const answers = await adapter.readAnswers(file, questions);
  assert.ok('answers' in answers, JSON.stringify(answers));
  return answers;
}

const outcomes = ({ answers }: CarriedAnswers) =>
  Object.fromEntries(answers.map((answer) => [answer.requestId, [answer.outcome, ...answer.flags].join(' ')]));
const reasons = ({ notApplied }: CarriedAnswers) => notApplied.map(({ row, reason }) => [row, reason]);

describe('csdl adapter: questions and answers carried by hand', () => {
  const right = questionOf(PEOPLE.plain, { claim: { requestId: 'right.1' } });
  const wrongName = questionOf(PEOPLE.toneInTwoPlaces, {
    claim: { requestId: 'wrong.1', birthDate: { ...PEOPLE.toneInTwoPlaces.birthDate, year: 2001 } },
  });
  const foundOnly = questionOf(PEOPLE.foundOnly, { claim: { requestId: 'found.1', fullName: 'NGUYỄN VĂN KHÁC' } });
  const nobody = questionOf(inventCitizen(SEED, 77), {
    claim: { requestId: 'nobody.1', citizenId: NUMBER_OF_NOBODY },
  });
  const all = [right, wrongName, foundOnly, nobody];
  let table: ResultTable;

  before(async () => {
    const written = await adapter.writeQuestions('pupil', all);
    assert.deepEqual(
      written.asked,
      all.map(({ claim }) => claim.requestId),
    );
    table = await answerCollection(written.bytes, all);
  });

  const EXPECTED = {
    'right.1': 'match',
    'wrong.1': 'differs differs.birthDate',
    'found.1': 'unconfirmed',
    'nobody.1': 'no-such-number',
  };
  const column = (name: string) => (RESULT_HEADER as readonly string[]).indexOf(name);
  const changed = (line: number, name: string, value: CellValue): ResultTable =>
    table.map((row, at) => (at === line ? row.map((cell, index) => (index === column(name) ? value : cell)) : row));
  const without = (...names: readonly string[]): ResultTable =>
    table.map((row) => row.filter((_, index) => !names.includes(RESULT_HEADER[index]!)));

  it('gives every row the answer of the register', async () => {
    const answers = await read(await listFile(table), all);
    assert.deepEqual(outcomes(answers), EXPECTED);
    assert.deepEqual([answers.lines, answers.repeated, answers.waiting, answers.notApplied], [4, 0, 0, []]);
    for (const answer of answers.answers) assert.equal(answer.transport, 'answered');
    assert.deepEqual(answers.answers[0]?.compared, ['citizenId', 'fullName', 'birthDate']);
  });

  it('finds lines and columns in any order, under titles and over two header rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }),
        fc.shuffledSubarray([...RESULT_HEADER.keys()], { minLength: RESULT_HEADER.length }),
        fc.nat(3),
        async (lines, columns, titles) => {
          const moved = [0, ...lines].map((line) => columns.map((at) => table[line]?.[at] ?? null));
          const above = Array.from({ length: titles }, (_, at) => [`KẾT QUẢ XÁC THỰC HỌC SINH ${at}`]);
          assert.deepEqual(outcomes(await read(await listFile([...above, ...moved]), all)), EXPECTED);
        },
      ),
      { numRuns: 15 },
    );
    const [header = [], ...lines] = table;
    const groups = header.map((name) => (name === 'Trạng thái xác thực' ? 'Kết quả' : name === 'Lý do' ? null : name));
    const below = header.map((name) => (name === 'Trạng thái xác thực' || name === 'Lý do' ? name : null));
    const numbers = header.map((_, at) => `(${at + 1})`);
    assert.deepEqual(outcomes(await read(await listFile([groups, below, numbers, ...lines]), all)), EXPECTED);
  });

  it('knows the people by whichever keys the list has', async () => {
    for (const missing of [
      ['Họ tên', 'Ngày sinh', 'Số ĐDCN', 'Giới tính'],
      ['Mã định danh Bộ GD&ĐT'],
      ['Mã định danh Bộ GD&ĐT', 'Họ tên', 'Ngày sinh'],
      ['Mã định danh Bộ GD&ĐT', 'Số ĐDCN', 'STT', 'Mã lớp'],
    ]) {
      assert.deepEqual(outcomes(await read(await listFile(without(...missing)), all)), EXPECTED, missing.join());
    }
    const renamed: Record<string, string> = {
      'Mã định danh Bộ GD&ĐT': 'MÃ ĐỊNH DANH (*)',
      'Họ tên': 'Họ và tên học sinh',
      'Ngày sinh': 'Ngày tháng năm sinh',
      'Số ĐDCN': 'Số CCCD',
      'Trạng thái xác thực': 'Kết quả xác thực với CSDLQG về dân cư',
      'Lý do': 'Nội dung sai lệch',
    };
    const [header = [], ...lines] = table;
    const words = header.map((name) => renamed[String(name)] ?? name);
    assert.deepEqual(outcomes(await read(await listFile([words, ...lines]), all)), EXPECTED);
  });

  it('reads numbers that lost their zeros and true dates', async () => {
    const numbers = table.map((row, at) =>
      at === 0
        ? row
        : row.map((cell, index) => {
            if (index === column('Số ĐDCN') || index === column('Mã định danh Bộ GD&ĐT')) return Number(cell);
            if (index !== column('Ngày sinh')) return cell;
            const [day = 1, month = 1, year = 2000] = String(cell).split('/').map(Number);
            return { kind: 'date', year, month, day } as const;
          }),
    );
    assert.deepEqual(outcomes(await read(await listFile(numbers), all)), EXPECTED);
  });

  it('counts a repeated line once, and takes neither of two that disagree', async () => {
    const again = await read(await listFile([...table, table[1]!]), all);
    assert.deepEqual([outcomes(again), again.repeated, again.notApplied], [EXPECTED, 1, []]);
    const other = changed(1, 'Trạng thái xác thực', 'Chưa xác thực')[1]!;
    const torn = await read(await listFile([...table, other]), all);
    const { 'right.1': _, ...rest } = EXPECTED;
    assert.deepEqual(outcomes(torn), rest);
    assert.deepEqual(reasons(torn), [
      [2, 'lines-disagree'],
      [6, 'lines-disagree'],
    ]);
  });

  it('leaves rows alone that the list does not name', async () => {
    const { 'right.1': _, ...rest } = EXPECTED;
    const answers = await read(await listFile(table.filter((__, at) => at !== 1)), all);
    assert.deepEqual([outcomes(answers), answers.notApplied], [rest, []]);
  });

  const FAULTS: readonly (readonly [what: string, name: string, value: CellValue, reason: LineReason])[] = [
    ['another number', 'Số ĐDCN', '001212000999', 'asked-otherwise'],
    ['another birth date', 'Ngày sinh', '01/01/2015', 'asked-otherwise'],
    ['an unreadable birth date', 'Ngày sinh', '??', 'asked-otherwise'],
    ['another name', 'Họ tên', 'Nguyễn Văn Người Khác', 'asked-otherwise'],
    ['another sex', 'Giới tính', PEOPLE.plain.sex === 'male' ? 'Nữ' : 'Nam', 'asked-otherwise'],
    ['an unknown word', 'Trạng thái xác thực', 'Đã chuyển bước 3', 'label-unknown'],
    ['no word', 'Trạng thái xác thực', null, 'label-missing'],
    ['a formula error', 'Trạng thái xác thực', { kind: 'error', code: '#N/A' }, 'label-unknown'],
    ['a fault of the service', 'Trạng thái xác thực', 'Lỗi kết nối', 'not-asked'],
    ['a denial beside a match', 'Lý do', 'Sai ngày sinh', 'contradicts-itself'],
  ];
  for (const [what, name, value, reason] of FAULTS) {
    it(`changes nothing for a line with ${what}`, async () => {
      const answers = await read(await listFile(changed(1, name, value)), all);
      const { 'right.1': _, ...rest } = EXPECTED;
      assert.deepEqual(outcomes(answers), rest);
      assert.deepEqual(reasons(answers), [[2, reason]]);
    });
  }

  it('keeps a row waiting while the list says that it waits', async () => {
    const answers = await read(await listFile(changed(1, 'Trạng thái xác thực', 'Đang xác thực')), all);
    assert.deepEqual([answers.waiting, answers.notApplied, 'right.1' in outcomes(answers)], [1, [], false]);
  });

  it('tells another school’s list from its own', async () => {
    const others = [90, 91, 92].map((index) => questionOf(inventCitizen(SEED, index)));
    const answers = await read(await listFile(table), others);
    assert.deepEqual(answers.answers, []);
    assert.deepEqual([...new Set(answers.notApplied.map(({ reason }) => reason))], ['fits-none']);
    const unit = questionOf(PEOPLE.plain, { claim: { requestId: 'right.1', unit: '79000701' } });
    const coded = table.map((row, at) => [...row, at === 0 ? 'Mã trường' : '79000702']);
    assert.deepEqual(reasons(await read(await listFile(coded.slice(0, 2)), [unit])), [[2, 'other-school']]);
  });

  it('takes no line that fits two rows', async () => {
    const twin = questionOf(inventCitizen(SEED, 78), {
      claim: { requestId: 'twin.1', fullName: right.claim.fullName, birthDate: right.claim.birthDate },
    });
    const byName = without('Mã định danh Bộ GD&ĐT', 'Số ĐDCN', 'Giới tính', 'STT', 'Mã lớp');
    const answers = await read(await listFile(byName.slice(0, 2)), [...all, twin]);
    assert.deepEqual([answers.answers, reasons(answers)], [[], [[2, 'fits-several']]]);
  });

  it('answers both rows of one person who stands in two workbooks, and asks once', async () => {
    const again = { ...right, claim: { ...right.claim, requestId: 'results.1' } };
    const written = await adapter.writeQuestions('pupil', [right, again]);
    assert.deepEqual([written.rows, written.asked], [1, ['right.1', 'results.1']]);
    assert.deepEqual(outcomes(await read(await listFile(table.slice(0, 2)), [right, again])), {
      'right.1': 'match',
      'results.1': 'match',
    });
  });

  describe('and a late list', () => {
    const mended = questionOf(PEOPLE.toneInTwoPlaces, {
      claim: { requestId: 'wrong.2' },
      changed: ['birthDate'],
      carriedAt: Date.parse('2026-11-20T02:00:00Z'),
    });

    it('of an older round fits no row that was changed since', async () => {
      assert.deepEqual(reasons(await read(await listFile([table[0]!, table[2]!]), [mended])), [[2, 'asked-otherwise']]);
    });

    it('is not believed where it lacks the column that was mended', async () => {
      const blind = without('Ngày sinh').filter((_, at) => at === 0 || at === 2);
      assert.deepEqual(reasons(await read(await listFile(blind), [mended])), [[2, 'round-unclear']]);
    });

    it('is told by its day, or by the request that it names', async () => {
      const blind = without('Ngày sinh').filter((_, at) => at === 0 || at === 2);
      const dated = (day: string) => blind.map((row, at) => [...row, at === 0 ? 'Ngày xác thực' : day]);
      assert.deepEqual(reasons(await read(await listFile(dated('19/11/2026')), [mended])), [[2, 'older-round']]);
      assert.deepEqual(reasons(await read(await listFile(dated('20/11/2026')), [mended])), [[2, 'round-unclear']]);
      assert.deepEqual(Object.keys(outcomes(await read(await listFile(dated('21/11/2026')), [mended]))), ['wrong.2']);
      const named = (id: string) => blind.map((row, at) => [...row, at === 0 ? 'Mã yêu cầu' : id]);
      assert.deepEqual(reasons(await read(await listFile(named('wrong.1')), [mended])), [[2, 'older-round']]);
      assert.deepEqual(Object.keys(outcomes(await read(await listFile(named('wrong.2')), [mended]))), ['wrong.2']);
      assert.deepEqual(reasons(await read(await listFile(named('YC-2026-0001')), [mended])), [[2, 'round-unclear']]);
    });
  });

  describe('and a file that is no result list', () => {
    const refused = async (file: Uint8Array) => {
      const answers = await adapter.readAnswers(file, all);
      assert.ok('refused' in answers);
      return [answers.refused, answers.detail];
    };
    const utf8 = (text: string) => new TextEncoder().encode(text);

    it('is refused whole, with why', async () => {
      const whole = await listFile(table);
      assert.deepEqual(await refused(whole.subarray(0, whole.length / 2)), ['unreadable', 'damaged']);
      assert.deepEqual(await refused(new Uint8Array()), ['unreadable', 'empty-file']);
      assert.deepEqual(await refused(utf8('<html><table><tr><td>Mã định danh</td></tr></table>')), [
        'unreadable',
        'html-page',
      ]);
      assert.deepEqual(await refused(utf8('%PDF-1.7')), ['unreadable', 'not-a-zip']);
      assert.deepEqual(await refused(await listFile(without('Trạng thái xác thực'))), ['no-status', '']);
      assert.deepEqual(await refused((await adapter.writeQuestions('pupil', all)).bytes), ['no-status', '']);
      assert.deepEqual(
        await refused(
          await listFile([
            ['Nội dung', 'Số tiền'],
            ['Học phí', 100_000],
          ]),
        ),
        ['no-list', ''],
      );
      const ours = table.map((row, at) => [...row, at === 0 ? '_sosach_dong' : `r${at}`]);
      assert.deepEqual(await refused(await listFile(ours)), ['own-workbook', '']);
    });

    it('a list in .csv is read as well', async () => {
      const csv = table.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(',')).join('\r\n');
      assert.deepEqual(outcomes(await read(utf8(`\ufeff${csv}`), all)), EXPECTED);
    });

    it('whatever was done to its bytes, no row gets what the list does not say of it', async () => {
      const whole = await listFile(table);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
          async (changes) => {
            const bytes = whole.slice();
            for (const [at, byte] of changes) bytes[at] = byte;
            const answers = await adapter.readAnswers(bytes, all);
            if ('refused' in answers) return;
            const expected: Readonly<Record<string, string>> = EXPECTED;
            for (const [id, outcome] of Object.entries(outcomes(answers))) assert.equal(outcome, expected[id]);
          },
        ),
        { numRuns: 60 },
      );
    });
  });

  it('carries nothing of what the list holds in its answers', async () => {
    const secret = 'Ngày sinh đúng là 09/09/1999, Trần Thị Sự Thật';
    const told = table.map((row, at) => [...row, at === 0 ? 'Họ tên theo CSDLQG về dân cư' : secret]);
    const answers = await adapter.readAnswers(
      await listFile(
        told.map((row, at) => (at === 0 ? row : row.map((cell, i) => (i === column('Lý do') ? secret : cell)))),
      ),
      all,
    );
    const text = JSON.stringify(answers);
    for (const value of ['1999', 'Sự Thật', PEOPLE.plain.citizenId, PEOPLE.plain.fullName])
      assert.ok(!text.includes(value));
    assert.ok('answers' in answers && answers.answers.length > 0);
  });

  it('leaves out rows without the code that CSDL ngành knows them by', async () => {
    const codeless = questionOf(inventCitizen(SEED, 5), {
      claim: { requestId: 'codeless.1' },
      cells: { ministryId: null },
    });
    const written = await adapter.writeQuestions('pupil', [right, codeless]);
    assert.deepEqual([written.rows, written.asked, written.withoutCode], [1, ['right.1'], ['codeless.1']]);
  });

  it('reads every sheet of a file by class, and no hidden one', async () => {
    const sheets = [
      { name: '7A', cells: [table[0]!, table[1]!] },
      { name: '7B', cells: [table[0]!, table[2]!] },
      { name: 'cũ', cells: [table[0]!, changed(1, 'Trạng thái xác thực', 'Chưa xác thực')[1]!], hidden: true },
    ];
    const answers = await read(await fixtureBytes({ sheets }), all);
    assert.deepEqual(outcomes(answers), { 'right.1': 'match', 'wrong.1': EXPECTED['wrong.1'] });
    assert.deepEqual(
      answers.answers.map(({ sheet, row }) => [sheet, row]),
      [
        [1, 2],
        [2, 2],
      ],
    );
  });
});
