import { fill, type Message } from '../../rules/messages.ts';

/** What can be wrong with a manifest: what was found, what is expected. The codes are stable; `{…}` are filled in. */
export const MANIFEST_FAULTS = {
  'not-xml': {
    vi: 'không phải tệp XML đúng cú pháp. Lấy lại tệp từ máy chủ hoặc bằng lệnh sosach manifest',
    en: 'not a well-formed XML file; fetch it again from the server or make it by sosach manifest',
  },
  'wrong-root': {
    vi: 'phần tử gốc là <{found}>, cần <{expected}>',
    en: 'the root element is <{found}>, <{expected}> is needed',
  },
  'element-unknown': {
    vi: '<{found}> không có chỗ trong <{parent}>',
    en: '<{found}> has no place in <{parent}>',
  },
  'element-missing': {
    vi: '<{parent}> thiếu <{expected}>',
    en: '<{parent}> lacks <{expected}>',
  },
  'element-doubled': {
    vi: '<{parent}> chỉ được có một <{found}>',
    en: '<{parent}> may have one <{found}> only',
  },
  'element-order': {
    vi: '<{found}> đứng sai chỗ; thứ tự trong <{parent}>: {expected}',
    en: '<{found}> stands in the wrong place; the order in <{parent}> is {expected}',
  },
  'value-wrong': {
    vi: '{where} là “{found}”, cần “{expected}”',
    en: '{where} is “{found}”, “{expected}” is needed',
  },
  'id-malformed': {
    vi: '<Id> “{found}” không phải GUID',
    en: '<Id> “{found}” is not a GUID',
  },
  'version-malformed': {
    vi: '<Version> “{found}” cần bốn số cách nhau bằng dấu chấm, mỗi số tối đa 5 chữ số',
    en: '<Version> “{found}” needs four numbers with dots between, of 5 digits at most',
  },
  'id-doubled': {
    vi: 'id “{found}” có hơn một lần',
    en: 'the id “{found}” stands more than once',
  },
  'resid-undefined': {
    vi: '<{where}> dùng resid “{found}”, nhưng <Resources> không có {expected} nào mang id này',
    en: '<{where}> uses the resid “{found}”, but <Resources> has no {expected} of that id',
  },
  'resource-unused': {
    vi: 'tài nguyên “{found}” không được dùng ở đâu',
    en: 'the resource “{found}” is used nowhere',
  },
  'text-empty': {
    vi: '{where} để trống',
    en: '{where} is empty',
  },
  'text-too-long': {
    vi: '{where} dài {found} ký tự, tối đa {expected}',
    en: '{where} has {found} characters, {expected} at most',
  },
  'address-malformed': {
    vi: '{where}: “{found}” không phải địa chỉ',
    en: '{where}: “{found}” is not an address',
  },
  'address-not-https': {
    vi: '{where}: “{found}” không phải https; Office không mở địa chỉ khác',
    en: '{where}: “{found}” is not https; Office opens nothing else',
  },
  'address-elsewhere': {
    vi: '{where}: “{found}” không thuộc {expected}; mọi địa chỉ phải cùng một máy chủ',
    en: '{where}: “{found}” is not of {expected}; all addresses are of one server',
  },
  'icon-missing': {
    vi: '{where}: Sổ Sạch không có ảnh {found}',
    en: '{where}: Sổ Sạch has no picture {found}',
  },
  'icon-not-png': {
    vi: '{where}: {found} không phải ảnh PNG',
    en: '{where}: {found} is not a PNG picture',
  },
  'icon-size': {
    vi: '{where}: ảnh {picture} có cỡ {found}, cần {expected}',
    en: '{where}: the picture {picture} measures {found}, {expected} is needed',
  },
  'icon-sizes': {
    vi: '<Icon> có các cỡ {found}; Office cần đủ {expected}',
    en: '<Icon> has the sizes {found}; Office needs {expected}',
  },
} as const satisfies Record<string, Message>;

export type ManifestFaultCode = keyof typeof MANIFEST_FAULTS;

export interface ManifestFault {
  readonly code: ManifestFaultCode;
  /** In the file; the first line is 1. 0: of the file as a whole. */
  readonly line: number;
  readonly message: Message;
}

export function manifestFault(
  code: ManifestFaultCode,
  line: number,
  params: Readonly<Record<string, string>> = {},
): ManifestFault {
  const { vi, en } = MANIFEST_FAULTS[code];
  return { code, line, message: { vi: fill(vi, params), en: fill(en, params) } };
}
