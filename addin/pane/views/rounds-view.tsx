import { LOOP_ACTIONS } from '../../../contract/loop/loop-actions.ts';
import type { RecordHistory, Round } from '../../../contract/schemas/loop.ts';
import {
  COMPARED_FIELD_WORDS,
  type ComparedField,
  type Flag,
  ROW_STATE_WORDS,
  rowState,
} from '../../../contract/verdict.ts';
import { columnHeader } from '../column-header.ts';
import { LOOP_WORDS } from '../loop-words.ts';
import type { Pane } from '../pane-view.ts';
import { saidOfPeople } from '../said-of-people.ts';

const DIFFERS: Partial<Record<Flag, ComparedField>> = {
  'differs.name': 'fullName',
  'differs.birthDate': 'birthDate',
  'differs.sex': 'sex',
  'differs.residence': 'residence',
};

type Transfer = NonNullable<RecordHistory['transfer']>;

/** Every round of one row, the newest first: when, who, what had changed, what came of it, and what was done about it. */
export function RoundsView({ pane, history }: { pane: Pane; history: RecordHistory }) {
  const { t } = pane;
  return (
    <>
      {history.transfer && <p>{transferOf(pane, history.transfer)}</p>}
      <h3>{t(LOOP_WORDS.roundsHeading)}</h3>
      <ol class="ss-rounds" reversed>
        {[...history.rounds].reverse().map((round) => (
          <li key={round.round} value={round.round}>
            <OneRound pane={pane} round={round} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Which school the other is, nobody is told. */
function transferOf({ t, time }: Pane, { direction, releasedAt, claimedAt }: Transfer): string {
  if (direction === 'in') return t(LOOP_WORDS.releasedIn, { time: time(Date.parse(releasedAt)) });
  if (claimedAt === null) return t(LOOP_WORDS.releasedOut, { time: time(Date.parse(releasedAt)) });
  return t(LOOP_WORDS.claimedOut, { time: time(Date.parse(claimedAt)) });
}

function OneRound({ pane, round }: { pane: Pane; round: Round }) {
  const { t } = pane;
  const who = (by: string | null) => by ?? t(LOOP_WORDS.program);
  const time = (instant: string) => pane.time(Date.parse(instant));
  return (
    <>
      <p>
        <strong>{t(LOOP_WORDS.roundTitle, { round: round.round })}</strong>{' '}
        <span class="ss-small">{t(LOOP_WORDS.sentBy, { time: time(round.at), who: who(round.by) })}</span>
      </p>
      {round.changed.length > 0 && (
        <p class="ss-small">
          {t(LOOP_WORDS.changedFields, {
            fields: round.changed.map((field) => columnHeader(pane.state.sheet, field)).join(', '),
          })}
        </p>
      )}
      <p>
        {round.answeredAt === null ? t(LOOP_WORDS.notAnswered) : `${time(round.answeredAt)}: ${outcomeOf(pane, round)}`}
      </p>
      {(round.steps.length > 0 || round.notice) && (
        <ul class="ss-plain-list ss-small">
          {round.steps.map((step) => (
            <li key={`${step.at} ${step.action}`}>
              {time(step.at)}, {who(step.by)}: {t(saidOfPeople(pane.state, LOOP_ACTIONS[step.action].words))}
            </li>
          ))}
          {round.notice && <NoticeLine pane={pane} notice={round.notice} />}
        </ul>
      )}
    </>
  );
}

function NoticeLine({ pane, notice }: { pane: Pane; notice: NonNullable<Round['notice']> }) {
  const { t } = pane;
  const date = notice.date.split('-').reverse().join('/');
  return (
    <li>
      {t(LOOP_WORDS.noticeShort, { number: notice.number, date, issuer: notice.issuer })}
      <br />
      {notice.compared.length === 0
        ? t(LOOP_WORDS.noticeComparedNone)
        : t(LOOP_WORDS.noticeCompared, { fields: fieldList(pane, notice.compared) })}
    </li>
  );
}

function outcomeOf(pane: Pane, { outcome, flags }: Round): string {
  const { t } = pane;
  const words = t(ROW_STATE_WORDS[rowState({ transport: 'answered', outcome, compared: [], flags: [] })]);
  const differing = flags.flatMap((flag) => DIFFERS[flag] ?? []);
  return differing.length === 0 ? words : `${words} (${t(LOOP_WORDS.differs, { fields: fieldList(pane, differing) })})`;
}

function fieldList({ t }: Pane, fields: readonly ComparedField[]): string {
  return fields.map((field) => t(COMPARED_FIELD_WORDS[field])).join(', ');
}
