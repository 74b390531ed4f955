import { ALL_PLACES } from '../../../../rules/codes/all-places.ts';
import { PROVINCES_34 } from '../../../../rules/codes/tables/provinces-34.ts';
import { PROVINCES_63 } from '../../../../rules/codes/tables/provinces-63.ts';
import { isoDate } from '../../../../rules/plain-date.ts';
import type { Citizen } from '../../people/invent-citizen.ts';
import type { Register } from '../register.ts';
import { birthOf } from './find-people.ts';

/** Elements in their order; a list is one element several times. */
export interface Tree {
  readonly [name: string]: string | boolean | Tree | readonly Tree[];
}

/**
 * A person as the national service returns them: everything it knows, family included. Nobody who asks about a pupil needs
 * more of it than name, birth date, sex and residence, and that the rest is not kept is what is to be tried here.
 * @param dashed dates as the JSON form has them, yyyy-mm-dd, instead of yyyyMMdd.
 */
export function citizenTree(register: Register, citizen: Citizen, dashed: boolean): Tree {
  const { year, month, day } = birthOf(citizen);
  const written = month !== undefined && day !== undefined ? isoDate({ year, month, day }) : null;
  const place = placeTree(citizen);
  const relative = (steps: number) => register.relative(citizen, steps);
  return {
    SoDinhDanh: citizen.citizenId,
    SoCMND: '',
    HoVaTen: nameTree(citizen),
    GioiTinh: citizen.sex === 'male' ? '1' : '2',
    DanToc: '01',
    TonGiao: '00',
    TinhTrangHonNhan: '1',
    NhomMau: '00',
    NgayThangNamSinh: {
      Nam: String(year),
      ...(written === null ? {} : { NgayThangNam: dashed ? written : written.replaceAll('-', '') }),
    },
    NoiDangKyKhaiSinh: place,
    QuocTich: 'VN',
    QueQuan: place,
    ThuongTru: place,
    NoiOHienTai: place,
    Cha: familyTree(relative(1)),
    Me: familyTree(relative(2)),
    NguoiDaiDien: familyTree(relative(1)),
    ChuHo: { QuanHe: 'CH01', ...familyTree(relative(1)) },
  };
}

/** As both are seen: the whole name in one part, and the name in three. */
function nameTree({ fullName, index }: Citizen): Tree {
  const words = fullName.toUpperCase().split(' ');
  if (index % 2 === 0 || words.length < 2) return { Ho: '', ChuDem: '', Ten: words.join(' ') };
  return { Ho: words[0] ?? '', ChuDem: words.slice(1, -1).join(' '), Ten: words.at(-1) ?? '' };
}

function familyTree({ fullName, citizenId }: Citizen): Tree {
  return { HoVaTen: fullName.toUpperCase(), QuocTich: 'VN', SoDinhDanh: citizenId, SoCMND: '' };
}

/**
 * By codes of before July 2025 for every second person whose commune came whole out of one of those, else by today's: the real
 * answer does not say of which vintage its codes are. Districts have no code in our tables, and nobody compares them.
 */
function placeTree({ province, ward, index }: Citizen): Tree {
  const table = ALL_PLACES.findTable(province);
  const today = table?.wards.find(({ name }) => name === ward);
  const [old] =
    index % 4 < 2
      ? []
      : (table?.districts ?? []).flatMap((district) =>
          district.wards
            .filter(({ code, into }) => code !== null && into.length === 1 && into[0]?.code === today?.code)
            .map(({ code }) => ({ province: district.province, code: code?.code ?? '' })),
        );
  const codes =
    old === undefined
      ? [PROVINCES_34.find(([, name]) => name === province)?.[0], '', today?.code.code]
      : [PROVINCES_63.find(([, name]) => name === old.province)?.[0].slice(1), '999', old.code];
  const [MaTinhThanh = '', MaQuanHuyen = '', MaPhuongXa = ''] = codes;
  return { MaTinhThanh, MaQuanHuyen, MaPhuongXa, ChiTiet: `${ward}, ${province}`, QuocGia: 'VN' };
}
