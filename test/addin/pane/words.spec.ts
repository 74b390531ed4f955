import assert from 'node:assert/strict';
import { ACCOUNT_WORDS } from '../../../addin/pane/account-words.ts';
import { CARRIED_WORDS } from '../../../addin/pane/carried-words.ts';
import { COLUMN_WORDS } from '../../../addin/pane/column-words.ts';
import { CONFIRM_WORDS } from '../../../addin/pane/confirm-words.ts';
import { HOLD_WORDS } from '../../../addin/pane/hold-words.ts';
import { LOOP_WORDS } from '../../../addin/pane/loop-words.ts';
import { QUICK_FIX_WORDS } from '../../../addin/pane/quick-fix-words.ts';
import { RECIPE_WORDS } from '../../../addin/pane/recipe-words.ts';
import { SUPPORT_WORDS } from '../../../addin/pane/support-words.ts';
import { SYNC_WORDS } from '../../../addin/pane/sync-words.ts';
import { WORDS } from '../../../addin/pane/words.ts';
import { WORKBOOK_WORDS } from '../../../addin/pane/workbook-words.ts';
import { allConsoleWords } from '../../../console/words.ts';
import { LINE_REASONS } from '../../../contract/carried-list.ts';
import type { Message } from '../../../rules/messages.ts';
import { WORKBENCH_WORDS } from '../../../workbench/words.ts';

const ALL = Object.entries<Message>({
  ...WORDS,
  ...ACCOUNT_WORDS,
  ...CARRIED_WORDS,
  ...COLUMN_WORDS,
  ...LINE_REASONS,
  ...CONFIRM_WORDS,
  ...HOLD_WORDS,
  ...LOOP_WORDS,
  ...QUICK_FIX_WORDS,
  ...RECIPE_WORDS,
  ...SUPPORT_WORDS,
  ...SYNC_WORDS,
  ...WORKBENCH_WORDS,
  ...WORKBOOK_WORDS,
  ...Object.fromEntries(allConsoleWords()),
});
const LETTERS_OF_VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;

/** Papers that no circular lets a school ask for, and a claim that nobody may make. */
const NEVER_SAID = ['sổ hộ khẩu', 'sổ tạm trú', 'giấy xác nhận cư trú', 'đã chuyển công an'];

describe('words of the pane, the workbench and the officers’ page', () => {
  it('stand in both languages', () => {
    for (const [id, { vi, en }] of ALL) {
      assert.ok(vi.trim() !== '' && en.trim() !== '', id);
      assert.equal(vi, vi.normalize('NFC'), `${id} is not composed (NFC)`);
    }
  });

  it('name the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const [id, { vi, en }] of ALL) assert.deepEqual(places(vi), places(en), id);
  });

  it('are Vietnamese where they claim to be', () => {
    const same = ALL.filter(([, { vi, en }]) => vi === en).map(([id]) => id);
    assert.deepEqual(same, ['productName'], 'only the name is the same in both');
    const longAndPlain = ALL.filter(([, { vi }]) => vi.length > 25 && !LETTERS_OF_VIETNAMESE.test(vi));
    assert.deepEqual(longAndPlain, []);
  });

  it('never ask for abolished residence papers, nor say that a case was handed to the police', () => {
    for (const [id, { vi }] of ALL) {
      for (const words of NEVER_SAID) assert.ok(!vi.toLocaleLowerCase('vi').includes(words), `${id}: ${words}`);
    }
  });
});
