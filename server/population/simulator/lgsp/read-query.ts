import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { findPlainDate } from '../../../../rules/plain-date.ts';
import { type LgspOperation, LONGEST, NAMESPACES, OPERATIONS, QUERY_ORDER } from '../../lgsp/shape.ts';
import type { LgspQuestion } from './find-people.ts';

export interface LgspQuery {
  readonly operation: LgspOperation;
  /** MaYeuCau */
  readonly requestId: string;
  readonly question: LgspQuestion;
}

const Fields = z
  .strictObject({
    MaYeuCau: z.string().min(1).max(LONGEST.MaYeuCau),
    MaDVC: z.string().min(1).max(LONGEST.MaDVC),
    MaTichHop: z.string().min(1).max(LONGEST.MaTichHop),
    MaCanBo: z.string().min(1).max(LONGEST.MaCanBo),
    MaDonVi: z.string().min(1).max(LONGEST.MaDonVi).optional(),
    TaiKhoan: z.string().min(1).max(LONGEST.TaiKhoan).optional(),
    SoDienThoai: z.string().min(1).max(LONGEST.SoDienThoai).optional(),
    SoDinhDanh: z.string().regex(/^\d{12}$/),
    HoVaTen: z
      .string()
      .min(1)
      .max(LONGEST.HoVaTen)
      .refine((name) => name === name.toUpperCase()),
    /** `yyyy-mm-dd` or `yyyy`. */
    NgayThangNamSinh: z.string().refine((text) => /^\d{4}$/.test(text) || findPlainDate(text) !== undefined),
  })
  // A unit without an account, or an account without a unit, is neither of the two known forms.
  .refine(
    ({ MaDonVi, TaiKhoan, SoDienThoai }) =>
      new Set([MaDonVi, TaiKhoan, SoDienThoai].map((text) => text === undefined)).size === 1,
  );

/** As strict as a schema of a sequence: every element once, and in its order. Undefined for anything else. */
export function readJsonQuery(operation: LgspOperation, body: unknown): LgspQuery | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  return readFields(operation, Object.entries(body));
}

type Ordered = readonly Readonly<Record<string, unknown>>[];

const PARSER = new XMLParser({
  preserveOrder: true,
  removeNSPrefix: false,
  ignoreAttributes: false,
  parseTagValue: false,
  ignoreDeclaration: true,
  trimValues: false,
});

export function readSoapQuery(body: unknown): LgspQuery | undefined {
  if (typeof body !== 'string' || XMLValidator.validate(body) !== true) return undefined;
  // The prefix is the sender's choice; what it stands for is not.
  const [, prefix] = new RegExp(`xmlns:(\\w+)="${NAMESPACES.query}"`).exec(body) ?? [];
  const [, outer] = new RegExp(`xmlns:(\\w+)="${NAMESPACES.envelope}"`).exec(body) ?? [];
  const envelope = childrenOf(PARSER.parse(body), `${outer}:Envelope`);
  const content = childrenOf(envelope, `${outer}:Body`);
  for (const [operation, { element }] of Object.entries(OPERATIONS)) {
    const query = content && childrenOf(content, `${prefix}:${element}`);
    if (query)
      return readFields(
        operation as LgspOperation,
        query.filter((child) => !isBlank(child)).map((child) => entryOf(child, `${prefix}:`)),
      );
  }
  return undefined;
}

/** Of what is no element of the query's namespace the name is empty, which is in no order. */
function entryOf(child: Readonly<Record<string, unknown>>, prefix: string): readonly [string, string] {
  const [name = '', content] = Object.entries(child).find(([key]) => key.startsWith(prefix)) ?? [];
  if (name !== `${prefix}NgayThangNamSinh`) return [name.slice(prefix.length), textOf(content)];
  const year = childrenOf(content, `${prefix}Nam`);
  if (year) return ['NgayThangNamSinh', textOf(year)];
  const day = textOf(childrenOf(content, `${prefix}NgayThangNam`));
  return ['NgayThangNamSinh', day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')];
}

function childrenOf(nodes: unknown, name: string): Ordered | undefined {
  if (!Array.isArray(nodes)) return undefined;
  return (nodes as Ordered).find((node) => name in node)?.[name] as Ordered | undefined;
}

function textOf(nodes: unknown): string {
  return Array.isArray(nodes)
    ? (nodes as Ordered)
        .map((node) => String(node['#text'] ?? ''))
        .join('')
        .trim()
    : '';
}

/** Blanks and line ends between elements. */
function isBlank(node: Readonly<Record<string, unknown>>): boolean {
  return '#text' in node && String(node['#text']).trim() === '';
}

function readFields(operation: LgspOperation, entries: readonly (readonly [string, unknown])[]): LgspQuery | undefined {
  const names = entries.map(([name]) => name);
  const expected = QUERY_ORDER.filter((name) => names.includes(name));
  if (names.join() !== expected.join()) return undefined;
  const fields = Fields.safeParse(Object.fromEntries(entries));
  if (!fields.success || fields.data.MaTichHop !== OPERATIONS[operation].integrationCode) return undefined;
  const { MaYeuCau, SoDinhDanh, HoVaTen, NgayThangNamSinh } = fields.data;
  const day = findPlainDate(NgayThangNamSinh);
  return {
    operation,
    requestId: MaYeuCau,
    question: {
      citizenId: SoDinhDanh,
      fullName: HoVaTen,
      birthDate: day ?? { year: Number(NgayThangNamSinh) },
    },
  };
}
