import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { classKey } from '../../../rules/fields/class-key.ts';

describe('the key of a class name', () => {
  it('is one for every way a class is written', () => {
    for (const same of [
      ['7A', '7a', 'Lớp 7A', 'lớp 7 a', 'LỚP 7A', 'Lop 7A', ' 7 A ', '7.A', '7-A', '7\u00a0A'],
      ['Hoa Sen', 'hoa sen', 'HOA SEN', 'Lớp Hoa Sen', 'Hoa  Sen'],
      ['Chồi 1', 'chồi 1', 'Lớp Chồi 1', 'Chô\u0300i 1', 'Chồi-1'],
      ['1/1', '1.1', '1-1', 'Lớp 1/1', '1 / 1'],
    ]) {
      assert.deepEqual(new Set(same.map(classKey)), new Set([classKey(same[0] as string)]), same[0]);
    }
  });

  it('is another for another class', () => {
    const names = [
      '7A',
      '7B',
      '7A1',
      '17A',
      '1/1',
      '11',
      '1/11',
      '11/1',
      '111',
      'Hoa Sen',
      'Hoa Sến',
      'Chồi 1',
      'Chồi 11',
      'Chồi 2',
    ];
    assert.equal(new Set(names.map(classKey)).size, names.length);
  });

  it('does not mind letter case, composition and spaces around', () => {
    const rest = fc.string({ unit: fc.constantFrom(...'1270aAđĐếồ /.-'), maxLength: 12 });
    const names = fc.tuple(fc.constantFrom(...'1270aAđĐế'), rest).map(([first, more]) => first + more);
    const written = fc.constantFrom<(name: string) => string>(
      (name) => name.toUpperCase(),
      (name) => name.normalize('NFD'),
      (name) => ` ${name}\u00a0`,
      (name) => `Lớp ${name}`,
    );
    fc.assert(fc.property(names, written, (name, write) => assert.equal(classKey(write(name)), classKey(name))));
  });
});
