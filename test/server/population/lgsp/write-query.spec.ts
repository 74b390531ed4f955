import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writeQuery } from '../../../../server/population/lgsp/write-query.ts';
import { readJsonQuery, readSoapQuery } from '../../../../server/population/simulator/lgsp/read-query.ts';
import { claimOf, PEOPLE } from '../claim-of.ts';
import { lgspConfig } from './lgsp-config-of.ts';

const claim = claimOf(PEOPLE.plain, {
  requestId: 'yc-1',
  unit: 'TN-THCS-01',
  officer: 'CB-01',
  citizenId: '001207000123',
  fullName: 'LÊ THỊ AN',
  birthDate: { year: 2007, month: 9, day: 2 },
});

describe('writing the question', () => {
  it('writes the envelope of the newer form, its elements in their order', () => {
    assert.equal(
      writeQuery(claim, lgspConfig()),
      '<?xml version="1.0" encoding="UTF-8"?>' +
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:dan="http://dancuquocgia.bca">' +
        '<soapenv:Header/><soapenv:Body><dan:XacThucThongTinCongDan>' +
        '<dan:MaYeuCau>yc-1</dan:MaYeuCau><dan:MaDVC>G22-TS01</dan:MaDVC><dan:MaTichHop>003</dan:MaTichHop>' +
        '<dan:MaCanBo>CB-01</dan:MaCanBo><dan:MaDonVi>TN-THCS-01</dan:MaDonVi><dan:TaiKhoan>so-gddt-01</dan:TaiKhoan>' +
        '<dan:SoDienThoai>0</dan:SoDienThoai><dan:SoDinhDanh>001207000123</dan:SoDinhDanh><dan:HoVaTen>LÊ THỊ AN</dan:HoVaTen>' +
        '<dan:NgayThangNamSinh><dan:NgayThangNam>20070902</dan:NgayThangNam></dan:NgayThangNamSinh>' +
        '</dan:XacThucThongTinCongDan></soapenv:Body></soapenv:Envelope>',
    );
  });

  it('puts the unit into MaDVC in the older form, which has no other place for it', () => {
    const older = writeQuery(claim, lgspConfig({ unit: { element: 'MaDVC' }, operation: 'look-up' }));
    assert.match(older, /<dan:MaDVC>TN-THCS-01<\/dan:MaDVC><dan:MaTichHop>037<\/dan:MaTichHop>/);
    assert.doesNotMatch(older, /MaDonVi|TaiKhoan|SoDienThoai/);
  });

  it('writes the JSON variant in the same order', () => {
    assert.equal(
      writeQuery(claim, lgspConfig({ form: 'json' })),
      '{"MaYeuCau":"yc-1","MaDVC":"G22-TS01","MaTichHop":"003","MaCanBo":"CB-01","MaDonVi":"TN-THCS-01",' +
        '"TaiKhoan":"so-gddt-01","SoDienThoai":"0","SoDinhDanh":"001207000123","HoVaTen":"LÊ THỊ AN",' +
        '"NgayThangNamSinh":"2007-09-02"}',
    );
  });

  it('asks by year where only the year is known', () => {
    const byYear = { ...claim, birthDate: { year: 2007 } };
    assert.match(
      writeQuery(byYear, lgspConfig()),
      /<dan:NgayThangNamSinh><dan:Nam>2007<\/dan:Nam><\/dan:NgayThangNamSinh>/,
    );
    assert.match(writeQuery(byYear, lgspConfig({ form: 'json' })), /"NgayThangNamSinh":"2007"/);
  });

  it('says who asks and for which unit on every question, and never why or by which clerk', () => {
    for (const form of ['soap', 'json'] as const) {
      const query = writeQuery({ ...claim, purpose: 'Công văn 1118' }, lgspConfig({ form }));
      assert.ok(query.includes('CB-01') && query.includes('TN-THCS-01') && !query.includes('1118'));
    }
  });

  it('comes back from both readers as it was asked, whatever letters the name has', () => {
    const names = fc
      .string({ unit: fc.constantFrom(...'AĂÂĐÊÔƠƯỲ\'’&<>"-. Ẫ'), minLength: 1, maxLength: 100 })
      .filter((name) => name.trim() === name);
    fc.assert(
      fc.property(names, fc.constantFrom('verify' as const, 'look-up' as const), (fullName, operation) => {
        const asked = { ...claim, fullName };
        const { citizenId, birthDate } = claim;
        const read = { operation, requestId: 'yc-1', question: { citizenId, fullName, birthDate } };
        assert.deepEqual(
          readJsonQuery(operation, JSON.parse(writeQuery(asked, lgspConfig({ form: 'json', operation })))),
          read,
        );
        assert.deepEqual(readSoapQuery(writeQuery(asked, lgspConfig({ operation }))), read);
      }),
    );
  });

  const refused: readonly [string, object][] = [
    ['a passport', { citizenId: 'C1234567' }],
    ['a temporary exam code', { citizenId: 'TS0000000001' }],
    ['eleven digits', { citizenId: '00120700012' }],
    ['no name', { fullName: '' }],
    ['a name of 101 letters', { fullName: 'A'.repeat(101) }],
    ['a control character in the name', { fullName: 'LÊ\u0007AN' }],
    ['a request id of 41 letters', { requestId: 'y'.repeat(41) }],
    ['an officer of 21 letters', { officer: 'C'.repeat(21) }],
    ['a unit of 36 letters', { unit: 'T'.repeat(36) }],
  ];
  for (const [title, changes] of refused) {
    it(`refuses ${title} without repeating it`, () => {
      for (const form of ['soap', 'json'] as const) {
        assert.throws(
          () => writeQuery({ ...claim, ...changes }, lgspConfig({ form })),
          (error: Error) =>
            error instanceof RangeError &&
            Object.values(changes).every((value) => value === '' || !error.message.includes(value)),
        );
      }
    });
  }
});
