import { EXCEL_API_FLOOR, type HostAbilities, hostAbilities } from './host-abilities.ts';

/** What the page finds itself in, once office.js has had its say. */
export type OfficeState =
  /** Excel 2021 or later, 365 or the web. */
  | { readonly kind: 'ready'; readonly abilities: HostAbilities; readonly language: 'vi' | 'en' }
  /** Excel 2019 or older: its ExcelApi lacks what the adapter stands on. */
  | { readonly kind: 'too-old' }
  /** office.js did not load, or this is no Excel but an ordinary browser tab. */
  | { readonly kind: 'no-excel' };

/** Waits for Office and says whether the pane can work here. */
export async function officeReady(): Promise<OfficeState> {
  if (typeof Office === 'undefined') return { kind: 'no-excel' };
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return { kind: 'no-excel' };
  if (!Office.context.requirements.isSetSupported('ExcelApi', EXCEL_API_FLOOR)) return { kind: 'too-old' };
  return { kind: 'ready', abilities: hostAbilities(), language: languageOf(Office.context.displayLanguage) };
}

/** Many Vietnamese schools run an English Office, so only a third language is a sign that Vietnamese is not read. */
function languageOf(locale: string): 'vi' | 'en' {
  return /^(vi|en)\b/i.test(locale) ? 'vi' : 'en';
}
