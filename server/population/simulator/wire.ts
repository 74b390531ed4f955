import { z } from 'zod';
import type { ComparedField, Flag } from '../../../contract/verdict.ts';
import { findPlainDate } from '../../../rules/plain-date.ts';
import type { Comparison } from '../matching/match-record.ts';

/**
 * What crosses the line between the simulated population service and its adapter. The names follow the JSON form of the
 * real service as public clients show it (MaYeuCau, MaDVC, MaCanBo, SoDinhDanh, HoVaTen, NgayThangNamSinh, ThuongTru); that the
 * answer names differing fields and never a value is this service's own.
 */
export const MAX_CLAIMS = 50;

/** 50 claims of the longest permitted texts, every letter three bytes, come to about 75 KB. */
export const BODY_LIMIT = '128kb';

export const WireClaim = z.strictObject({
  /** Request id: the same for every attempt at one question. */
  MaYeuCau: z.string().min(1).max(40),
  /** Unit that asks. */
  MaDVC: z.string().min(1).max(40),
  /** Officer under whom it is asked. */
  MaCanBo: z.string().min(1).max(64),
  /** Purpose. */
  MucDich: z.string().min(1).max(200),
  SoDinhDanh: z.string().regex(/^\d{12}$/),
  HoVaTen: z.string().min(1).max(100),
  /** `yyyy-mm-dd` or `yyyy`. */
  NgayThangNamSinh: z.string().refine((text) => /^\d{4}$/.test(text) || findPlainDate(text) !== undefined),
  /** 1 male, 2 female. */
  GioiTinh: z.union([z.literal(1), z.literal(2)]).optional(),
  ThuongTru: z.strictObject({ TinhThanh: z.string().min(1).max(60) }).optional(),
});
export type WireClaim = z.infer<typeof WireClaim>;

export const WireClaimBatch = z.strictObject({ DanhSach: z.array(WireClaim).min(1).max(MAX_CLAIMS) });
export type WireClaimBatch = z.infer<typeof WireClaimBatch>;

/** Outcome on the wire. */
export const OUTCOME_CODES = {
  match: 'TRUNG_KHOP',
  'match-normalised': 'TRUNG_KHOP_CHUAN_HOA',
  differs: 'SAI_THONG_TIN',
  unconfirmed: 'KHONG_XAC_NHAN',
  'no-such-number': 'KHONG_CO_SO',
  'too-many': 'NHIEU_BAN_GHI',
  superseded: 'SO_DA_HUY',
} as const satisfies Record<Comparison['outcome'], string>;

export const FIELD_NAMES = {
  citizenId: 'SoDinhDanh',
  fullName: 'HoVaTen',
  birthDate: 'NgayThangNamSinh',
  sex: 'GioiTinh',
  residence: 'ThuongTru',
} as const satisfies Record<ComparedField, string>;

/** Flags that the service itself can raise; the others are ours and never come from outside. */
export const FLAG_CODES = {
  'differs.name': 'SAI_HO_TEN',
  'differs.birthDate': 'SAI_NGAY_SINH',
  'differs.sex': 'SAI_GIOI_TINH',
  'differs.residence': 'SAI_THUONG_TRU',
  nameSwapped: 'DAO_HO_TEN',
  yearOnlyBirth: 'CHI_NAM_SINH',
} as const satisfies Partial<Record<Flag, string>>;
export type ServiceFlag = keyof typeof FLAG_CODES;

export const WireAnswer = z.strictObject({
  MaYeuCau: z.string(),
  MaKetQua: z.enum(OUTCOME_CODES),
  DaSoSanh: z.array(z.enum(FIELD_NAMES)),
  GhiChu: z.array(z.enum(FLAG_CODES)),
});
export type WireAnswer = z.infer<typeof WireAnswer>;

export const WireAnswerBatch = z.strictObject({ DanhSach: z.array(WireAnswer) });
export type WireAnswerBatch = z.infer<typeof WireAnswerBatch>;

/** Every refusal: `application/problem+json` (RFC 9457) with a stable code and no word of what was sent. */
export const SERVICE_PROBLEMS = {
  'du-lieu-sai': { status: 400, title: 'Dữ liệu gửi lên không đúng dạng.' },
  'qua-lon': { status: 413, title: 'Thân yêu cầu quá lớn.' },
  'ma-yeu-cau-trung': { status: 409, title: 'Mã yêu cầu đã dùng cho câu hỏi khác.' },
  'chua-xac-thuc': { status: 401, title: 'Chưa xác thực hệ thống gửi yêu cầu.' },
  'tu-choi': { status: 403, title: 'Đơn vị hoặc cán bộ chưa được phép khai thác.' },
  'khong-co': { status: 404, title: 'Không có địa chỉ này.' },
  'vuot-han-muc': { status: 429, title: 'Vượt hạn mức số lượt mỗi giây.' },
  'ngoai-gio': { status: 503, title: 'Dịch vụ đang ngoài giờ phục vụ.' },
  'loi-noi-bo': { status: 500, title: 'Dịch vụ gặp lỗi.' },
} as const;
export type ServiceProblemCode = keyof typeof SERVICE_PROBLEMS;

/** What an adapter reads of a refusal. */
export const WireProblem = z.object({ code: z.string() });

/** Settings and counters that anybody may read; nothing of the register's content. */
export const WireSettings = z.strictObject({
  TenDichVu: z.string(),
  DuLieuThu: z.literal(true),
  SoCongDan: z.number(),
  SoLuotMoiGiay: z.number(),
  SoYeuCauToiDaMoiLuot: z.number(),
  DangMoCua: z.boolean(),
  /** Claims answered, each request id counted once. */
  SoYeuCauDaTraLoi: z.number(),
});
export type WireSettings = z.infer<typeof WireSettings>;
