import type { Message } from '../../../rules/messages.ts';
import type { Pane } from '../pane-view.ts';

interface TallyProps {
  readonly pane: Pane;
  readonly lines: readonly TallyLine[];
}

export interface TallyLine {
  readonly symbol: string;
  readonly count: number;
  readonly words: Message;
}

/** Counts with their meaning, one a line; zeros are left out. */
export function Tally({ pane: { t, n }, lines }: TallyProps) {
  return (
    <ul class="ss-tally">
      {lines
        .filter((line) => line.count > 0)
        .map((line) => (
          <li key={line.words.en}>
            <span class="ss-tally-symbol" aria-hidden="true">
              {line.symbol}
            </span>
            <strong>{n(line.count)}</strong>
            <span>{t(line.words)}</span>
          </li>
        ))}
    </ul>
  );
}
