import assert from 'node:assert/strict';
import { checkRows } from '../../rules/check-rows.ts';
import type { FieldId } from '../../rules/field.ts';
import { type RawRow, RECORD_FIELDS, RECORD_KINDS } from '../../rules/record.ts';
import { type Layout, RESULT_COLUMNS } from '../../templates/layout.ts';
import { LAYOUTS } from '../../templates/layouts.ts';

/** Whole for either kind of record; staff may give a district instead of the ward, so it has both. */
const WHOLE: RawRow = {
  ordinal: 1,
  className: '1A',
  fullName: 'Nguyễn Văn Thử',
  birthDate: '05/09/2020',
  sex: 'Nam',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  citizenId: '001220000123',
  province: 'Thành phố Hà Nội',
  district: 'Quận Hà Đông',
  ward: 'Phường Văn Quán',
};

describe('required columns', () => {
  for (const kind of RECORD_KINDS) {
    it(`${kind}: the header says (*) exactly where the rules call a blank cell alone an error`, () => {
      const layout: Layout = LAYOUTS[kind];
      // A score may always be blank: the subject was not taken.
      const worded = layout.columns.filter(({ groups }) => groups === undefined);
      const fields = worded.map((column) => column.id).filter((id) => isField(id));
      const required = fields.filter((field) =>
        layout.columns.some((column) => column.id === field && column.required),
      );
      const missed = fields.filter((field) => {
        const findings = checkRows([{ ...WHOLE, [field]: null }], {
          kind,
          today: { year: 2026, month: 11, day: 22 },
          columns: new Set(RECORD_FIELDS[kind]),
        });
        return findings.some(
          ({ field: at, severity, code }) => at === field && severity === 'error' && code.endsWith('.missing'),
        );
      });
      assert.deepEqual(missed, required);
    });
  }
});

function isField(id: string): id is FieldId {
  return !(RESULT_COLUMNS as readonly string[]).includes(id);
}
