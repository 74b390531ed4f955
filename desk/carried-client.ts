import { LINE_REASON_CODES } from '../contract/carried-list.ts';
import type { CarriedState, TakenAnswers } from '../contract/schemas/carried.ts';
import { COLLECTION_FORMS, type CollectionForm } from '../templates/csdl/collection-columns.ts';
import { DeskError } from './desk-error.ts';
import { list, number, object, oneOf } from './read-json.ts';
import type { SyncClient } from './sync-client.ts';

const WHERE = 'carried';

/** How far the questions have come that the account's unit carries to the service by hand. */
export async function getCarriedState(client: SyncClient): Promise<CarriedState> {
  const state = object(await client.authorised({ method: 'GET', path: '/api/v1/carried' }), WHERE);
  return {
    by: state.by === null ? null : oneOf(['csdl'], state.by, WHERE),
    forms: list(state.forms, WHERE).map((entry) => {
      const form = object(entry, WHERE);
      return {
        form: oneOf(COLLECTION_FORMS, form.form, WHERE),
        waiting: number(form.waiting, WHERE),
        handedIn: number(form.handedIn, WHERE),
        withoutCode: number(form.withoutCode, WHERE),
      };
    }),
  };
}

/** The workbook to hand in; what stands in it is noted as sent. */
export async function handIn(client: SyncClient, form: CollectionForm): Promise<Uint8Array<ArrayBuffer>> {
  const path = `/api/v1/carried/questions?form=${form}`;
  const bytes = await client.authorised({ method: 'POST', path, answer: 'bytes' });
  if (!(bytes instanceof Uint8Array)) throw new DeskError('answer-not-understood', { params: { where: WHERE } });
  return new Uint8Array(bytes);
}

/** Hands over a result list. The same list may be handed over again: it changes nothing twice. */
export async function takeAnswers(client: SyncClient, file: Uint8Array<ArrayBuffer>): Promise<TakenAnswers> {
  const taken = object(await client.authorised({ method: 'POST', path: '/api/v1/carried/answers', file }), WHERE);
  const counts = Object.entries(object(taken.notApplied, WHERE)).map(
    ([reason, count]) => [oneOf(LINE_REASON_CODES, reason, WHERE), number(count, WHERE)] as const,
  );
  return {
    lines: number(taken.lines, WHERE),
    applied: number(taken.applied, WHERE),
    known: number(taken.known, WHERE),
    repeated: number(taken.repeated, WHERE),
    waiting: number(taken.waiting, WHERE),
    notApplied: Object.fromEntries(counts),
    places: list(taken.places, WHERE).map((entry) => {
      const place = object(entry, WHERE);
      return {
        sheet: number(place.sheet, WHERE),
        row: number(place.row, WHERE),
        reason: oneOf(LINE_REASON_CODES, place.reason, WHERE),
      };
    }),
  };
}
