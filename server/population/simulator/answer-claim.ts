import type { Identity } from '../matching/match-record.ts';
import { compareClaim } from './compare-claim.ts';
import type { Register } from './register.ts';
import { FIELD_NAMES, FLAG_CODES, OUTCOME_CODES, type ServiceFlag, type WireAnswer, type WireClaim } from './wire.ts';

/** Compares one claim from the wire and words the answer for the wire. */
export function answerClaim(register: Register, claim: WireClaim): WireAnswer {
  const { outcome, compared, flags } = compareClaim(register, identityOf(claim));
  return {
    MaYeuCau: claim.MaYeuCau,
    MaKetQua: OUTCOME_CODES[outcome],
    DaSoSanh: compared.map((field) => FIELD_NAMES[field]),
    GhiChu: flags.filter(isServiceFlag).map((flag) => FLAG_CODES[flag]),
  };
}

function identityOf(claim: WireClaim): Identity {
  const [year, month, day] = claim.NgayThangNamSinh.split('-').map(Number);
  const whole = month !== undefined && day !== undefined;
  return {
    citizenId: claim.SoDinhDanh,
    fullName: claim.HoVaTen,
    birthDate: whole ? { year: Number(year), month, day } : { year: Number(year) },
    sex: claim.GioiTinh === undefined ? null : claim.GioiTinh === 1 ? 'Nam' : 'Nữ',
    province: claim.ThuongTru?.TinhThanh ?? null,
    ward: null,
  };
}

function isServiceFlag(flag: string): flag is ServiceFlag {
  return Object.hasOwn(FLAG_CODES, flag);
}
