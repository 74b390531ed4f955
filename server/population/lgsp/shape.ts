/**
 * The population service as the public clients of the national data exchange (NDXP) and of the provinces' LGSP show it; its
 * owner has published no description. What is seen and what is not known: `docs/population.md`.
 */
export const NAMESPACES = {
  envelope: 'http://schemas.xmlsoap.org/soap/envelope/',
  query: 'http://dancuquocgia.bca',
  answer: 'http://www.mic.gov.vn/dancu/1.0',
} as const;

/** `verify` says whether number, name and birth date belong together; `look-up` returns the person's record. */
export const OPERATIONS = {
  verify: { element: 'XacThucThongTinCongDan', integrationCode: '003' },
  'look-up': { element: 'TraCuuThongTinCongDan', integrationCode: '037' },
} as const;
export type LgspOperation = keyof typeof OPERATIONS;

/** In this order: the schema of the query is a sequence, and a service that validates refuses any other. */
export const QUERY_ORDER = [
  'MaYeuCau',
  'MaDVC',
  'MaTichHop',
  'MaCanBo',
  'MaDonVi',
  'TaiKhoan',
  'SoDienThoai',
  'SoDinhDanh',
  'HoVaTen',
  'NgayThangNamSinh',
] as const;
export type QueryElement = (typeof QUERY_ORDER)[number];

/** Characters that the service takes at most. */
export const LONGEST = {
  MaYeuCau: 40,
  MaDVC: 20,
  MaTichHop: 20,
  MaCanBo: 20,
  MaDonVi: 35,
  TaiKhoan: 50,
  SoDienThoai: 15,
  SoDinhDanh: 12,
  HoVaTen: 100,
} as const satisfies Record<Exclude<QueryElement, 'NgayThangNamSinh'>, number>;

/** Stands on every answer of the simulated service, whatever its shape: invented answers must never pass for real ones. */
export const INVENTED_HEADER = 'x-du-lieu-thu';
