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
  for (const group of findSameNumbers(keys)) comparePeople(state, group);
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
