import { cleanRow } from '../../../../cli/tryout/clean-row.ts';
import type { Outcome } from '../../../../contract/verdict.ts';
import { type CellValue, cellText } from '../../../../rules/cell.ts';
import type { RawRow } from '../../../../rules/record.ts';
import type { CarriedQuestion } from '../../../../server/population/carried-adapter.ts';
import type { Citizen } from '../../../../server/population/people/invent-citizen.ts';
import type { Claim } from '../../../../server/population/population-adapter.ts';
import { compareClaim } from '../../../../server/population/simulator/compare-claim.ts';
import { inventRegister } from '../../../../server/population/simulator/register.ts';
import { readWorkbook } from '../../../../xlsx/read-workbook.ts';
import { fixtureBytes } from '../../../xlsx/workbook-fixture.ts';
import { claimOf, SEED } from '../claim-of.ts';

const REGISTER = inventRegister(SEED, 10_000);

/** A question about an invented pupil; `cells` and `claim` change what is asked. */
export function questionOf(
  citizen: Citizen,
  {
    claim = {},
    cells = {},
    ...rest
  }: Partial<Omit<CarriedQuestion, 'claim'>> & { readonly claim?: Partial<Claim> } = {},
): CarriedQuestion {
  const row: RawRow = { ...cleanRow('student', citizen, { className: '7A', position: '' }), ...cells };
  return { claim: claimOf(citizen, claim), kind: 'student', cells: row, changed: [], carriedAt: null, ...rest };
}

/** The labels that CSDL ngành shows here, with the reason beside. */
const LABELS = {
  match: ['Đã xác thực', ''],
  'match-normalised': ['Đã xác thực', ''],
  differs: ['Sai thông tin', ''],
  unconfirmed: ['Chưa xác thực', 'Không tìm thấy thông tin công dân'],
  'no-such-number': ['Chưa xác thực', 'Số định danh không tồn tại'],
  'too-many': ['Chưa xác thực', 'Nhiều kết quả'],
  superseded: ['Chưa xác thực', 'Số định danh đã hủy'],
} as const satisfies Record<Exclude<Outcome, 'not-applicable'>, readonly [string, string]>;

const FIELD_NAMES: Readonly<Record<string, string>> = {
  'differs.name': 'Họ tên',
  'differs.birthDate': 'Ngày sinh',
  'differs.sex': 'Giới tính',
  'differs.residence': 'Nơi thường trú',
};

export type ResultTable = readonly (readonly CellValue[])[];

export const RESULT_HEADER = [
  'STT',
  'Mã lớp',
  'Mã định danh Bộ GD&ĐT',
  'Họ tên',
  'Ngày sinh',
  'Giới tính',
  'Số ĐDCN',
  'Trạng thái xác thực',
  'Lý do',
] as const;

/**
 * CSDL ngành, played: takes the collection workbook that was written for it, knows its pupils' names by their code, asks the
 * register, and shows the results as a table under the header above.
 */
export async function answerCollection(bytes: Uint8Array, questions: readonly CarriedQuestion[]): Promise<ResultTable> {
  const names = new Map(questions.map(({ claim, cells }) => [cellText(cells.ministryId), claim.fullName]));
  const [header = [], ...rows] = (await readWorkbook(bytes)).sheets[0]?.cells ?? [];
  const at = (name: string) => header.findIndex((cell) => cellText(cell) === name);
  const text = (row: readonly CellValue[], name: string) => cellText(row[at(name)]);
  const lines = rows.map((row) => {
    const code = text(row, 'Mã định danh Bộ GD&ĐT (trên CSDL ngành)');
    const name = names.get(code) ?? '';
    const [day, month, year] = text(row, 'Ngày sinh').split('/').map(Number);
    const sex = text(row, 'Giới tính');
    const number = text(row, 'Số ĐDCN');
    const { outcome, flags } = compareClaim(REGISTER, {
      citizenId: number,
      fullName: name,
      birthDate: year === undefined ? { year: Number(day) } : { year, month: month!, day: day! },
      sex: sex === 'Nam' || sex === 'Nữ' ? sex : null,
      province: text(row, 'Tỉnh'),
      ward: null,
    });
    const [label, reason] = LABELS[outcome];
    const fields = flags.flatMap((flag) => FIELD_NAMES[flag] ?? []);
    const why = fields.length > 0 ? `Sai ${fields.join(', ')}` : reason;
    return [text(row, 'STT'), text(row, 'Mã lớp'), code, name, text(row, 'Ngày sinh'), sex, number, label, why];
  });
  return [RESULT_HEADER, ...lines];
}

/** A table as a file that somebody downloaded. */
export function listFile(table: ResultTable): Promise<Uint8Array> {
  return fixtureBytes({ sheets: [{ name: 'KetQua', cells: table }] });
}
