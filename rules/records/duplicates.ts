import { addToGroup } from '../add-to-group.ts';
import { cellText } from '../cell.ts';
import { CITATION } from '../citations.ts';
import { pupils } from '../example-rows.ts';
import type { FieldId } from '../field.ts';
import { CITIZEN_ID_RULES } from '../fields/citizen-id-rules.ts';
import { MINISTRY_ID_RULES } from '../fields/ministry-id.ts';
import type { FindingDetails } from '../finding-collector.ts';
import { defineRules, type Rule } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';
import { editDistance } from '../text/edit-distance.ts';
import { letterFingerprint } from '../text/letter-fingerprint.ts';
import { nameKey } from '../text/name-key.ts';
import { findSameNumbers } from './same-numbers.ts';

export const PERSON_RULES = defineRules({
  'person.duplicate': {
    severity: 'query',
    effect: 'none',
    field: 'fullName',
    judges: ['birthDate', 'className'],
    citation: CITATION.ministryId,
    title: { vi: 'Có thể trùng người', en: 'Possibly the same person twice' },
    message: {
      vi: '“{value}” cùng họ tên, ngày sinh và lớp với dòng {rows} nhưng khác số định danh. Nếu là một người, bỏ dòng thừa; nếu là hai người thì xác nhận.',
      en: '“{value}” has name, birth date and class in common with row {rows}, yet another citizen number. If it is one person, remove the spare row; if two, confirm.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupils([{}, {}]),
        pupils([{ fullName: 'Nguyễn Văn Hòa' }, { fullName: 'Nguyễn Văn Hoa' }]),
        pupils([{ fullName: 'Lê Thị Thúy' }, { fullName: 'Lê Thị Thúy', birthDate: '13/03/2010' }]),
        pupils([{ fullName: 'Lê Thị Thúy' }, { fullName: 'Lê Thị Thúy', className: '11B' }]),
      ],
      fail: [
        pupils([{ fullName: 'Lê Thị Thúy' }, { fullName: 'LÊ THỊ THUÝ' }]),
        pupils([
          { fullName: 'Lê Thị Thúy' },
          { fullName: 'Lê Thị Thúy', citizenId: null, citizenIdStatus: 'Chưa có số' },
        ]),
      ],
    },
  },
  'person.near-duplicate': {
    severity: 'note',
    effect: 'none',
    field: 'fullName',
    judges: ['birthDate', 'className', 'citizenId'],
    citation: CITATION.ministryId,
    title: { vi: 'Họ tên gần giống nhau', en: 'Names nearly alike' },
    message: {
      vi: '“{value}” gần giống họ tên ở dòng {rows}, cùng ngày sinh và lớp. Nếu là một người ghi hai lần, bỏ dòng thừa; nếu là hai người (sinh đôi chẳng hạn), để nguyên.',
      en: '“{value}” is nearly the name in row {rows}, with the same birth date and class. If it is one person twice, remove the spare row; if two (twins, say), leave them.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupils([{}, {}]),
        pupils([{ fullName: 'Lê Thị Thúy' }, { fullName: 'LÊ THỊ THUÝ' }]),
        pupils([
          { fullName: 'Lê Ngọc Lan', citizenId: '001310000123' },
          { fullName: 'Lê Ngọc Lam', citizenId: '001310000456' },
        ]),
        pupils([{ fullName: 'Lê Thị Thúy' }, { fullName: 'Lê Thị Thùy', className: '11B' }]),
      ],
      fail: [
        pupils([{ fullName: 'Lê Thị Thúy' }, { fullName: 'Lê Thị Thùy' }]),
        pupils([
          { fullName: 'Nguyễn Ngọc Mai' },
          { fullName: 'Nguyễn Mai Ngọc', citizenId: null, citizenIdStatus: 'Chưa có số' },
        ]),
      ],
    },
  },
});

/**
 * Other rows that a finding names. Naming them all would take a square of memory: 20,000 rows of one number, pasted down by
 * mistake, would end the process.
 */
const OTHERS_NAMED = 5;

/** Numbers, ministry ids and people that occur more than once in the sheet. */
export function checkDuplicates(state: SheetState): void {
  for (const group of findSameNumbers(state.ids)) {
    reportGroup(state, CITIZEN_ID_RULES['citizen-id.duplicate'], 'citizenId', group);
  }
  const sameIds = [
    ...findSameNumbers(state.ministryIds),
    ...[...state.oddIds.values()].filter((rows) => rows.length > 1),
  ];
  for (const group of sameIds) reportGroup(state, MINISTRY_ID_RULES['ministry-id.duplicate'], 'ministryId', group);
  checkPeople(state);
}

/** A row of somebody who has left may well stand beside the new one: then it is only a query. */
function reportGroup(state: SheetState, rule: Rule, field: FieldId, group: readonly number[]): void {
  const active = group.filter((at) => state.left[at] !== 1).length;
  const first = group.slice(0, OTHERS_NAMED + 1);
  for (const at of group) {
    const isError = state.left[at] !== 1 && active > 1;
    state.found.report(rule, at, field, state.rows[at]?.[field], {
      ...others(first, group.length - 1, at),
      ...(isError ? {} : { severity: 'query' as const, effect: 'none' as const }),
    });
  }
}

/** @param candidates rows to name, one more than are named, for `at` may be among them */
function others(candidates: readonly number[], count: number, at: number): Pick<FindingDetails, 'rows' | 'moreRows'> {
  const rows = candidates.filter((row) => row !== at).slice(0, OTHERS_NAMED);
  return { rows, moreRows: count - rows.length };
}

/** Same name, birth date and class, but not the same number: twins share a birth date and parents, not a name. */
function checkPeople(state: SheetState): void {
  const keys = new Float64Array(state.rows.length).fill(-1);
  for (let at = 0; at < keys.length; at++) {
    const birth = state.births[at] ?? 0;
    if (birth > 0) keys[at] = birth * 1e6 + (state.classIds[at] ?? 0);
  }
  for (const group of findSameNumbers(keys)) {
    comparePeople(state, group);
    if (group.length <= MOST_COMPARED) compareNearNames(state, group);
  }
}

/** More rows of one class and birth date than this are a column filled down, and a square of them would be compared. */
const MOST_COMPARED = 30;
/** In shorter names one letter makes another name: *Mai*, *Mao*. */
const SHORTEST_NEAR_NAME = 6;

/** Names a letter apart, or of the same words in another order. Two numbers that differ tell twins apart, unless one may be the other mistyped. */
function compareNearNames(state: SheetState, group: readonly number[]): void {
  let near: Map<number, number[]> | null = null;
  for (let i = 0; i < group.length; i++) {
    for (let j = i + 1; j < group.length; j++) {
      const at = group[i] ?? 0;
      const other = group[j] ?? 0;
      if (!mayBeOneNumber(state.ids[at] ?? -1, state.ids[other] ?? -1) || !areNearNames(state, at, other)) continue;
      near ??= new Map();
      addToGroup(near, at, other);
      addToGroup(near, other, at);
    }
  }
  if (near === null) return;
  for (const [at, rows] of near) {
    const named = others(rows, rows.length, at);
    state.found.report(PERSON_RULES['person.near-duplicate'], at, 'fullName', state.rows[at]?.fullName, named);
  }
}

/** One of the two is missing, or they are a digit apart. */
function mayBeOneNumber(a: number, b: number): boolean {
  if (a < 0 || b < 0) return true;
  // Halves of six digits fit small integers, which divide fast.
  let differing = 0;
  for (const scale of [1, 1e6]) {
    let left = (Math.floor(a / scale) % 1e6) | 0;
    let right = (Math.floor(b / scale) % 1e6) | 0;
    for (; left !== right; left = (left / 10) | 0, right = (right / 10) | 0) if (left % 10 !== right % 10) differing++;
  }
  return differing < 2;
}

function areNearNames({ rows }: SheetState, at: number, other: number): boolean {
  const [left, right] = [cellText(rows[at]?.fullName), cellText(rows[other]?.fullName)];
  // A letter and a stray space or two, however they are typed: keys cost more than lengths.
  if (Math.abs(left.length - right.length) > 3) return false;
  const [a, b] = [nameKey(left), nameKey(right)];
  if (a === b || a.length < SHORTEST_NEAR_NAME || b.length < SHORTEST_NEAR_NAME) return false;
  return editDistance(a, b, 1) <= 1 || wordsOf(a) === wordsOf(b);
}

function wordsOf(name: string): string {
  return name.split(' ').sort().join(' ');
}

/** In a class of forty some share a birthday: fingerprints first, keys only for the names that may be one. */
function comparePeople(state: SheetState, group: readonly number[]): void {
  const prints = Float64Array.from(group, (at) => letterFingerprint(cellText(state.rows[at]?.fullName)) >>> 0);
  for (const alike of findSameNumbers(prints)) {
    const byName = new Map<string, number[]>();
    for (const place of alike) {
      const at = group[place] ?? 0;
      const key = nameKey(cellText(state.rows[at]?.fullName));
      if (key !== '') addToGroup(byName, key, at);
    }
    for (const rows of byName.values()) reportPeople(state, rows);
  }
}

/** Rows of one number are told by the number already: each is compared with those of another number, or of none. */
function reportPeople(state: SheetState, rows: readonly number[]): void {
  const byNumber = new Map<number, number[]>();
  for (const at of rows) addToGroup(byNumber, state.ids[at] ?? -1, at);
  for (const [number, own] of byNumber) {
    const numbered = number >= 0;
    const count = rows.length - (numbered ? own.length : 1);
    if (count === 0) continue;
    const candidates = firstOthers(byNumber, numbered ? own : []);
    for (const at of own) {
      const value = state.rows[at]?.fullName;
      state.found.report(PERSON_RULES['person.duplicate'], at, 'fullName', value, others(candidates, count, at));
    }
  }
}

/** The first rows of the other numbers, in the order of the sheet: as many as `others` asks for. */
function firstOthers(byNumber: ReadonlyMap<number, readonly number[]>, own: readonly number[]): number[] {
  const candidates: number[] = [];
  for (const rows of byNumber.values()) {
    if (candidates.length > OTHERS_NAMED) break;
    if (rows !== own) candidates.push(...rows.slice(0, OTHERS_NAMED + 1));
  }
  return candidates.sort((a, b) => a - b).slice(0, OTHERS_NAMED + 1);
}
