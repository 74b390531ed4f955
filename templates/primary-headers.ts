import { SUBJECT_TEXTS, type SubjectId } from '../rules/codes/subjects.ts';
import type { FieldId } from '../rules/field.ts';
import { PRIMARY_SUBJECTS, type PrimarySubject, type Quality } from '../rules/score-field.ts';
import type { HeaderLabel } from './header-labels.ts';
import { plainHeader } from './score-words.ts';

/** Words that only the primary forms of circular 27/2020 have. */
const PRIMARY_WORDS = /ktdk|kiemtradinhki|mucdatduoc|phamchat|nangluc/;
const QUALITY_GROUP = /phamchat|nangluc/;
const TEST = /^(?:diem)?(?:ktdk|kiemtradinhki|kt|so)?$/;
const TEST_TAIL = /(?:diem)?(?:ktdk|kiemtradinhki)$|diem$/;
const LEVEL = /^(?:mucdatduoc|mucdo|muc|mdd|danhgia|xeploai)$/;
const LEVEL_TAIL = /(?:mucdatduoc|mucdo|muc)$/;
const RESULT = /^(?:danhgia|xeploai)?(?:ketquagiaoduc|kqgd|kqgiaoduc)$/;

const SUBJECTS: ReadonlyMap<string, PrimarySubject> = new Map(
  SUBJECT_TEXTS.filter(([id]) => (PRIMARY_SUBJECTS as readonly SubjectId[]).includes(id)).map(([id, text]) => [
    plainHeader(text),
    id as PrimarySubject,
  ]),
);

const QUALITIES: readonly (readonly [RegExp, Quality])[] = [
  [/^ieunuoc/, 'patriotism'],
  [/^nhanai/, 'kindness'],
  [/^chamchi/, 'diligence'],
  [/^trungthuc/, 'honesty'],
  [/^trachnhiem/, 'responsibility'],
  [/^tuchu|^tcth/, 'selfReliance'],
  [/^giaotiep|^gtht/, 'communication'],
  [/^giaiquietvande|^gqvd/, 'problemSolving'],
  [/^ngonngu/, 'language'],
  [/^tinhtoan/, 'calculation'],
  [/^khoahoc/, 'scientific'],
  [/^congnghe/, 'technological'],
  [/^tinhoc/, 'digital'],
  [/^thammi/, 'aesthetic'],
  [/^thechat/, 'physical'],
];

/** The header is a primary school's: it has levels and periodic tests, or qualities and abilities. */
export function speaksOfPrimary(labels: readonly HeaderLabel[]): boolean {
  return labels.some(({ own, groups }) => own !== '' && PRIMARY_WORDS.test(plainHeader([own, ...groups].join(' '))));
}

/** The columns of the primary form (C1 KetQuaHocTap): two a subject, one a quality or ability, one for the whole. */
export function findPrimaryColumns(labels: readonly (HeaderLabel | null)[]): ReadonlyMap<FieldId, number> {
  const columns = new Map<FieldId, number>();
  labels.forEach((label, column) => {
    const field = label === null || label.own === '' ? undefined : fieldOf(label);
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  return columns;
}

function fieldOf({ own, groups }: HeaderLabel): FieldId | undefined {
  const text = plainHeader(own);
  if (RESULT.test(text)) return 'primary.result';
  const above = groups.map(plainHeader);
  const bare = text.replace(/^(?:phamchat|nangluc)/, '');
  if (bare !== text || above.some((group) => QUALITY_GROUP.test(group))) {
    const quality = QUALITIES.find(([words]) => words.test(bare))?.[1];
    return quality && `primary.${quality}`;
  }
  const subject = above.map((group) => SUBJECTS.get(group)).find((id) => id !== undefined);
  if (subject !== undefined) {
    if (LEVEL.test(text)) return `primary.${subject}.level`;
    return TEST.test(text) ? `primary.${subject}.test` : undefined;
  }
  const level = SUBJECTS.get(text.replace(LEVEL_TAIL, ''));
  if (level !== undefined) return `primary.${level}.level`;
  const test = SUBJECTS.get(text.replace(TEST_TAIL, ''));
  return test && `primary.${test}.test`;
}
