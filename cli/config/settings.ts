import type { Message } from '../../rules/messages.ts';
import { ADDRESS_SETTINGS } from './sections/address-settings.ts';
import { CSDL_SETTINGS } from './sections/csdl-settings.ts';
import { LGSP_SETTINGS } from './sections/lgsp-settings.ts';
import { LIMIT_SETTINGS } from './sections/limit-settings.ts';
import { RETENTION_SETTINGS } from './sections/retention-settings.ts';
import { SIGN_IN_SETTINGS } from './sections/sign-in-settings.ts';
import { VERIFICATION_SETTINGS } from './sections/verification-settings.ts';
import type { SettingTable, ValuesOf } from './setting.ts';

/** Every setting that the server knows. */
export const SETTINGS = {
  ...ADDRESS_SETTINGS,
  ...LIMIT_SETTINGS,
  ...SIGN_IN_SETTINGS,
  ...RETENTION_SETTINGS,
  ...VERIFICATION_SETTINGS,
  ...LGSP_SETTINGS,
  ...CSDL_SETTINGS,
} as const satisfies SettingTable;

export type SettingKey = keyof typeof SETTINGS;

/** The settings as they hold for one process. */
export type Settings = ValuesOf<typeof SETTINGS>;

/** The sections of the page and of the printed configuration, in their order. */
export const SECTIONS: readonly { readonly title: Message; readonly settings: SettingTable }[] = [
  { title: { vi: 'Dữ liệu, địa chỉ, nhật ký', en: 'Data, addresses, log' }, settings: ADDRESS_SETTINGS },
  { title: { vi: 'Giới hạn', en: 'Limits' }, settings: LIMIT_SETTINGS },
  { title: { vi: 'Đăng nhập', en: 'Sign-in' }, settings: SIGN_IN_SETTINGS },
  { title: { vi: 'Xác thực với CSDLQG về dân cư', en: 'Verification' }, settings: VERIFICATION_SETTINGS },
  { title: { vi: 'Kết nối của Sở qua NDXP/LGSP', en: 'The connection of a Sở by NDXP/LGSP' }, settings: LGSP_SETTINGS },
  { title: { vi: 'Qua CSDL ngành', en: 'By CSDL ngành' }, settings: CSDL_SETTINGS },
  { title: { vi: 'Lưu giữ dữ liệu cá nhân', en: 'How long personal data is kept' }, settings: RETENTION_SETTINGS },
];
