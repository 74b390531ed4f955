import { loopWords } from '../../contract/loop/loop-state.ts';
import type { Message } from '../../rules/messages.ts';
import type { PaneState } from './pane-state.ts';

/** Words of the loop as they are said of the people in this sheet: pupils have parents, staff bring their papers themselves. */
export function saidOfPeople({ sheet }: Pick<PaneState, 'sheet'>, words: Message): Message {
  return loopWords(words, sheet?.recognised ? sheet.layout.record : 'student');
}
