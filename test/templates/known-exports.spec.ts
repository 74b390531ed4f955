import assert from 'node:assert/strict';
import type { CellValue } from '../../rules/cell.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { fieldColumns } from '../../templates/sheet-match.ts';

type Grid = readonly (readonly CellValue[])[];

/** Every recognised column by its letters, and every column that is nobody's. */
function mapped(grid: Grid) {
  const match = matchHeader(grid);
  assert.ok(match, 'the header is found');
  const columns = Object.fromEntries(
    fieldColumns(match)
      .map(([id, column]) => [columnLetters(column), id] as const)
      .sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1)),
  );
  const nobodys = match.problems.flatMap(({ column }) => (column === null ? [] : [columnLetters(column)]));
  return { template: match.template, rows: [match.headerRow, match.firstDataRow], columns, nobodys: nobodys.join(' ') };
}

describe('exports and forms as schools have them', () => {
  it('CSDL ngành: the export of a class, 25 columns under title rows', () => {
    const grid: Grid = [
      ['SỞ GIÁO DỤC VÀ ĐÀO TẠO THỬ NGHIỆM'],
      ['TRƯỜNG THCS THỬ NGHIỆM'],
      [],
      ['DANH SÁCH HỌC SINH LỚP 6A'],
      [
        'STT',
        'Mã định danh Bộ GD&ĐT',
        'Họ tên',
        'Ngày sinh',
        'Giới tính',
        'Dân tộc',
        'Trạng thái',
        'SĐT liên hệ',
        'Nơi sinh chi tiết',
        'Tổ/thôn Hộ khẩu thường trú',
        'Tỉnh thành quê quán',
        'Phường Xã quê quán',
        'Chỗ ở hiện nay',
        'Số CMND',
        'Ngày cấp',
        'Nơi cấp',
        'Tên cha',
        'Nghề nghiệp cha',
        'Năm sinh cha',
        'Tên mẹ',
        'Nghề nghiệp mẹ',
        'Năm sinh mẹ',
        'Lớp học',
        'Khối học',
        'Số định danh cá nhân',
      ],
      [1, '7900000001', 'Nguyễn Văn Thử', '05/09/2014', 'Nam', 'Kinh', 'Đang học'],
    ];
    assert.deepEqual(mapped(grid), {
      template: 'student',
      rows: [5, 6],
      columns: {
        A: 'ordinal',
        B: 'ministryId',
        C: 'fullName',
        D: 'birthDate',
        E: 'sex',
        F: 'ethnicity',
        G: 'studentStatus',
        J: 'address',
        Q: 'fatherName',
        S: 'fatherBirthYear',
        T: 'motherName',
        V: 'motherBirthYear',
        W: 'className',
        X: 'grade',
        Y: 'citizenId',
      },
      nobodys: 'H I K L M N O P R U',
    });
  });

  it('CSDL ngành: the pupils’ file, whose places of residence, origin and birth stand side by side', () => {
    const grid: Grid = [
      [
        'STT',
        'Mã lớp (*)',
        'Mã học sinh',
        'Họ tên (*)',
        'Ngày sinh (*)',
        'Giới tính',
        'Trạng thái HS',
        'Ngày nhập trạng thái',
        'Dân tộc',
        'Loại khuyết tật',
        'Số định danh cá nhân',
        'Tỉnh\n(Theo địa chỉ thường trú)',
        'Quận/Huyện\n(Theo địa chỉ thường trú)'.normalize('NFD'),
        'Xã/Phường\n(Theo địa chỉ thường trú)',
        'Tổ/Thôn/Xóm',
        'Tỉnh quê quán',
        'Huyện quê quán',
        'Xã quê quán',
        'Thôn/Xóm quê quán',
        'Tỉnh nơi sinh',
        'Xã nơi sinh',
        'Nơi sinh chi tiết',
        'Chỗ ở hiện nay',
        'SĐT liên hệ',
        'Họ tên cha',
        'Nghề nghiệp cha',
        'Năm sinh cha',
        'SĐT cha',
        'Họ tên mẹ',
        'Nghề nghiệp mẹ',
        'Năm sinh mẹ',
        'SĐT mẹ',
      ],
      [1, '1A', '7900000001', 'Nguyễn Văn Thử', '05/09/2016'],
    ];
    assert.deepEqual(mapped(grid), {
      template: 'student',
      rows: [1, 2],
      columns: {
        A: 'ordinal',
        B: 'className',
        C: 'ministryId',
        D: 'fullName',
        E: 'birthDate',
        F: 'sex',
        G: 'studentStatus',
        I: 'ethnicity',
        K: 'citizenId',
        L: 'province',
        M: 'district',
        N: 'ward',
        O: 'address',
        Y: 'fatherName',
        AA: 'fatherBirthYear',
        AC: 'motherName',
        AE: 'motherBirthYear',
      },
      nobodys: 'H J P Q R S T U V W X Z AB AD AF',
    });
  });

  it('CSDL ngành: the staff export, other people’s columns and a password among them', () => {
    const grid: Grid = [
      ['DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN'],
      [
        'STT',
        'Mã định danh Bộ GD&ĐT',
        'Họ tên',
        'Ngày sinh',
        'Giới tính',
        'Dân tộc',
        'Tôn giáo',
        'Quốc tịch',
        'Số CMND/CCCD',
        'Ngày cấp',
        'Nơi cấp',
        'Email',
        'Số điện thoại',
        'Tỉnh thường trú',
        'Huyện thường trú',
        'Xã thường trú',
        'Quê quán',
        'Trạng thái CB',
        'Vị trí việc làm',
        'Nhóm chức vụ',
        'Hình thức hợp đồng',
        'Ngày tuyển dụng',
        'Môn dạy',
        'Trình độ chuyên môn',
        'Mã số BHXH',
        'Mật khẩu',
      ],
      [1, '7900000002', 'Trần Thị Mẫu', '05/09/1984', 'Nữ'],
    ];
    assert.deepEqual(mapped(grid), {
      template: 'staff',
      rows: [2, 3],
      columns: {
        A: 'ordinal',
        B: 'staffId',
        C: 'fullName',
        D: 'birthDate',
        E: 'sex',
        F: 'ethnicity',
        H: 'nationality',
        I: 'citizenId',
        N: 'province',
        O: 'district',
        P: 'ward',
        R: 'staffStatus',
        S: 'position',
        W: 'subject',
      },
      nobodys: 'G J K L M Q T U V X Y Z',
    });
  });

  it('a province’s policy list: letters of columns first, then headers over four rows', () => {
    const wide = (start: readonly CellValue[], rest: Readonly<Record<number, string>>) =>
      Array.from({ length: 28 }, (_, column) => rest[column] ?? start[column] ?? null);
    const grid: Grid = [
      Array.from({ length: 28 }, (_, column) => columnLetters(column)),
      wide(['STT', 'Tên'], {
        4: 'THÔNG TIN CƠ BẢN',
        12: 'Phân loại đối tượng theo nhóm (1 đối tượng có thể thuộc nhiều nhóm)',
      }),
      wide([], {
        2: 'chính sách hỗ trợ ăn trưa đối với học sinh',
        3: 'Năm nhập học\n(tháng-năm)',
        4: 'LỚP ',
        5: 'Ngày tháng năm sinh\n(ngày-tháng -năm)',
        6: 'Họ tên cha (mẹ) \nhoặc người giám hộ',
        7: 'Dân tộc',
        8: 'Hộ khẩu thường trú',
        11: 'Họ tên chủ hộ',
        12: 'Thân nhân người có công với cách mạng ',
        19: '  dân tộc thiểu số',
        24: 'Nếu học sinh xác định được hưởng chế độ 116',
      }),
      wide([], { 8: 'Thôn', 9: 'xã', 10: 'huyện', 24: 'ở ngoài trường', 26: 'Khoảng cách (km)' }),
      wide([], { 26: 'Trường hợp nhà ở xa trường', 27: 'Trường hợp giao thông cách trở' }),
      wide(
        [null, 'Lò Văn Thử', null, '9/2018', '7A', '15/08/2006', 'Lò Văn Cha', "H'mông", 'Bản A', 'Xã X', 'Huyện Y'],
        {},
      ),
      wide([null, 'Giàng A Mẫu', null, 43344, '6B', 39000, 'Giàng A Bố', 'Mèo', 'Thôn 2', 'xã X', 'huyện Y'], {}),
    ];
    assert.deepEqual(mapped(grid), {
      template: 'student',
      rows: [5, 6],
      columns: {
        A: 'ordinal',
        B: 'fullName',
        E: 'className',
        F: 'birthDate',
        H: 'ethnicity',
        I: 'address',
        J: 'ward',
        K: 'district',
      },
      nobodys: 'C D G L M T Y AA AB',
    });
  });

  it('vnEdu and SMAS: the usual exports of a school’s own software', () => {
    const vnEdu = ['STT', 'Mã HS', 'Họ tên', 'Ngày sinh', 'GT', 'Dân tộc', 'Lớp', 'Trạng thái', 'Địa chỉ', 'Tỉnh/TP'];
    assert.deepEqual(mapped([[...vnEdu, 'Quận/Huyện', 'Phường/Xã', 'Số định danh', 'Họ tên Cha', 'Điện thoại']]), {
      template: 'student',
      rows: [1, 2],
      columns: {
        A: 'ordinal',
        B: 'ministryId',
        C: 'fullName',
        D: 'birthDate',
        E: 'sex',
        F: 'ethnicity',
        G: 'className',
        H: 'studentStatus',
        J: 'province',
        K: 'district',
        L: 'ward',
        M: 'citizenId',
        N: 'fatherName',
      },
      nobodys: 'I O',
    });
    const smas = ['STT', 'Mã học sinh', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Lớp', 'Dân tộc', 'Số CMND/CCCD'];
    assert.deepEqual(mapped([[...smas, 'Nơi sinh', 'Địa chỉ thường trú', 'Họ tên bố', 'Năm sinh bố', 'Họ tên mẹ']]), {
      template: 'student',
      rows: [1, 2],
      columns: {
        A: 'ordinal',
        B: 'ministryId',
        C: 'fullName',
        D: 'birthDate',
        E: 'sex',
        F: 'className',
        G: 'ethnicity',
        H: 'citizenId',
        K: 'fatherName',
        L: 'fatherBirthYear',
        M: 'motherName',
      },
      nobodys: 'I J',
    });
  });

  it('a printed list with rows of numbers and letters on both sides of its header', () => {
    const grid: Grid = [
      ['TRƯỜNG TIỂU HỌC THỬ NGHIỆM', null, null, 'Độc lập - Tự do - Hạnh phúc'],
      ['A', 'B', 'C', 'D', 'E', 'F'],
      ['TT', 'Họ và tên', null, 'Ngày, tháng, năm sinh', 'Lớp', 'Số CCCD/ĐDCN'],
      [1, 2, 3, 4, 5, 6],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [1, 'Nguyễn Văn', 'An', '05/09/2016', '5A', '001216000101'],
      [2, 'Trần Thị', 'Bình', '06/09/2016', '5A', '001316000102'],
      [3, 'Lê', 'Châu', '07/09/2016', '5A', '001216000103'],
    ];
    assert.deepEqual(mapped(grid), {
      template: 'student',
      rows: [3, 6],
      columns: { A: 'ordinal', B: 'fullName', C: 'fullName', D: 'birthDate', E: 'className', F: 'citizenId' },
      nobodys: '',
    });
  });
});
