import assert from 'node:assert/strict';
import { wholeName } from '../../../../server/population/matching/whole-name.ts';

describe('the whole name of a record', () => {
  for (const [family, middle, given, whole] of [
    ['NGUYỄN', 'VĂN', 'AN', 'NGUYỄN VĂN AN'],
    ['', '', 'NGUYỄN VĂN AN', 'NGUYỄN VĂN AN'],
    ['NGUYỄN', '', 'NGUYỄN VĂN AN', 'NGUYỄN VĂN AN'],
    ['Nguyễn', 'Văn', 'NGUYỄN VĂN AN', 'NGUYỄN VĂN AN'],
    ['NGUYỄN', 'VĂN', 'NGUYỄN', 'NGUYỄN VĂN NGUYỄN'],
    ['LÊ', '', 'LÊ', 'LÊ LÊ'],
    ['NGUYỄN ', ' THỊ  THU', ' HÀ ', 'NGUYỄN THỊ THU HÀ'],
    ['', '', "K'BRÊU", "K'BRÊU"],
    ['NGUYỄN VĂN AN', '', '', 'NGUYỄN VĂN AN'],
    ['', '', '', null],
    [' ', '-', '.', null],
  ] as const)
    it(`of «${family}», «${middle}», «${given}» is ${whole === null ? 'none' : `«${whole}»`}`, () => {
      assert.equal(wholeName({ family, middle, given }), whole);
    });
});
