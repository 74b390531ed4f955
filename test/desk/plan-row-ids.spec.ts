import assert from 'node:assert/strict';
import { planBinding } from '../../desk/bound-columns.ts';
import { planRowIds } from '../../desk/plan-row-ids.ts';
import { getLayout } from '../../templates/layouts.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { ROW_ID_HEADER } from '../../templates/sheet-match.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const HEADER = ['Họ và tên', 'Ngày sinh', 'Lớp', ROW_ID_HEADER];
const GRID = [HEADER, ...[null, ID, OTHER, 'của ai', OTHER, null].map((id) => ['Người Thử', '01/02/2016', '1A', id])];

/** The rows that get an id. */
function minted(needsId?: (rowNumber: number) => boolean): readonly number[] {
  const layout = getLayout('student');
  const { columns } = planBinding(layout, matchHeader(GRID)!, HEADER, HEADER.length);
  const rows = GRID.slice(1).map((cells, index) => ({ rowNumber: index + 2, cells }));
  return planRowIds(columns, rows, () => 'mới', needsId ? { needsId } : {}).map(({ row }) => row);
}

describe('planRowIds', () => {
  it('mints for rows without an id, with somebody else’s, or with one that stands twice', () => {
    assert.deepEqual(minted(), [2, 4, 5, 6, 7]);
  });

  it('leaves rows blank that need none, but never a doubled id', () => {
    assert.deepEqual(
      minted((row) => row === 7),
      [4, 5, 6, 7],
    );
  });
});
