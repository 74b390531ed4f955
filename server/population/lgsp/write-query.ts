import { isoDate } from '../../../rules/plain-date.ts';
import type { Claim, ClaimBirthDate } from '../population-adapter.ts';
import { requireAskable } from '../require-askable.ts';
import type { LgspConfig } from './lgsp-config.ts';
import { LONGEST, NAMESPACES, OPERATIONS, QUERY_ORDER, type QueryElement } from './shape.ts';

type Texts = Readonly<Record<keyof typeof LONGEST, string | null>>;

/**
 * The body that asks about one claim, in the configured form. Throws for what the service could not be asked, naming the
 * element and never its value.
 */
export function writeQuery(claim: Claim, config: LgspConfig): string {
  requireAskable(claim);
  const texts = textsOf(claim, config);
  for (const [element, text] of Object.entries(texts)) {
    const longest = LONGEST[element as keyof typeof LONGEST];
    if (text !== null && (text === '' || text.length > longest || /\p{Cc}/u.test(text))) {
      throw new RangeError(`the population service cannot be asked with this ${element}`);
    }
  }
  return config.form === 'soap' ? soapQuery(texts, claim, config) : jsonQuery(texts, claim);
}

function textsOf(claim: Claim, { unit, integrationCode }: LgspConfig): Texts {
  const newer = unit.element === 'MaDonVi';
  return {
    MaYeuCau: claim.requestId,
    MaDVC: newer ? unit.serviceCode : claim.unit,
    MaTichHop: integrationCode,
    MaCanBo: claim.officer,
    MaDonVi: newer ? claim.unit : null,
    TaiKhoan: newer ? unit.account : null,
    SoDienThoai: newer ? unit.phone : null,
    SoDinhDanh: claim.citizenId,
    HoVaTen: claim.fullName,
  };
}

function soapQuery(texts: Texts, { birthDate }: Claim, { operation }: LgspConfig): string {
  const { element } = OPERATIONS[operation];
  const write = (name: QueryElement) => {
    if (name === 'NgayThangNamSinh') return `<dan:${name}>${soapBirth(birthDate)}</dan:${name}>`;
    const text = texts[name];
    return text === null ? '' : `<dan:${name}>${xmlText(text)}</dan:${name}>`;
  };
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<soapenv:Envelope xmlns:soapenv="${NAMESPACES.envelope}" xmlns:dan="${NAMESPACES.query}">` +
    `<soapenv:Header/><soapenv:Body><dan:${element}>${QUERY_ORDER.map(write).join('')}</dan:${element}>` +
    '</soapenv:Body></soapenv:Envelope>'
  );
}

/** `Nam` yyyy for a year alone, else `NgayThangNam` yyyyMMdd. */
function soapBirth(birth: ClaimBirthDate): string {
  const text = jsonBirth(birth).replaceAll('-', '');
  const name = text.length === 4 ? 'Nam' : 'NgayThangNam';
  return `<dan:${name}>${text}</dan:${name}>`;
}

function jsonQuery(texts: Texts, { birthDate }: Claim): string {
  const entries = QUERY_ORDER.flatMap((name) => {
    const text = name === 'NgayThangNamSinh' ? jsonBirth(birthDate) : texts[name];
    return text === null ? [] : [[name, text]];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

/** yyyy-mm-dd, or yyyy. */
function jsonBirth({ year, month, day }: ClaimBirthDate): string {
  return month === undefined || day === undefined ? String(year).padStart(4, '0') : isoDate({ year, month, day });
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function xmlText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}
