import type { ComparedField, Flag, Outcome } from '../../contract/verdict.ts';
import type { UnitCode } from '../../rules/codes/place-table.ts';

/**
 * The port to a population service. Adapters translate a claim into the service's own words and its reply into an outcome;
 * one contract suite runs against all of them. Retrying, pacing and scheduling are the queue's business
 * (`server/verification/`): an adapter asks once and says how it went.
 */
export interface PopulationAdapter {
  /** Stable name, kept with every verdict: `simulated`, `csdl`, `lgsp`. */
  readonly id: string;
  /** A try-out store takes `invented` only and a real store `national` only: invented answers must never pass for real ones. */
  readonly register: 'invented' | 'national';
  /** At most this many claims in one call of `ask`; 1 where the service has no batches. */
  readonly batchSize: number;
  /** Calls of `ask` the service grants a second. */
  readonly ratePerSecond: number;
  /**
   * One question a claim, one answer a claim, in any order. Never rejects for what the service or the line does: that is an
   * answer with its `transport`. Rejects only when `signal` aborts or for a fault of the adapter itself. Asking again with the
   * same `requestId` is the same question: a service that remembers ids answers it from memory.
   */
  ask(claims: readonly Claim[], signal: AbortSignal): Promise<readonly ClaimAnswer[]>;
}

/** What is asked about one person. Holds personal data: never logged, never put in a URL or an error text. */
export interface Claim {
  /** MaYeuCau: at most 40 characters, the same for every attempt of a round. */
  readonly requestId: string;
  /** Code of the unit that keeps the record. */
  readonly unit: string;
  /** MaCanBo: the authorised officer under whom the question is asked, never the clerk. */
  readonly officer: string;
  /** Why the question is asked, in the words of the campaign or circular. */
  readonly purpose: string;
  /** 12 digits. */
  readonly citizenId: string;
  /** Upper case, NFC, single spaces (the service's own form, at most 100 characters). */
  readonly fullName: string;
  /** A year alone is legal and is asked by year. */
  readonly birthDate: ClaimBirthDate;
  readonly sex: 'Nam' | 'Nữ' | null;
  /** Name of the province of residence as in the code table, e.g. `Hà Nội`. */
  readonly province: string | null;
  /** Today's commune of residence; `unclear` where one is written that leads to none or to several, null where none is written. */
  readonly ward: UnitCode | 'unclear' | null;
}

export interface ClaimBirthDate {
  readonly year: number;
  /** 1–12; absent together with `day` when only the year is known. */
  readonly month?: number;
  /** 1–31 */
  readonly day?: number;
}

/**
 * How far the question got, and what the service said. It names fields and flags only: no value of the register ever
 * passes this port (design promise 5).
 */
export type ClaimAnswer = { readonly requestId: string } & (ClaimAnswered | ClaimNotAsked);

export interface ClaimAnswered {
  readonly transport: 'answered';
  readonly outcome: Exclude<Outcome, 'not-applicable'>;
  /** The fields that were really compared. */
  readonly compared: readonly ComparedField[];
  readonly flags: readonly Flag[];
}

export type NotAskedTransport = 'closed-hours' | 'throttled' | 'unreachable' | 'refused-config';

export interface ClaimNotAsked {
  readonly transport: NotAskedTransport;
  /** When the service says so (`Retry-After`, opening hours): whole seconds from now. */
  readonly retryAfterSeconds?: number;
}
