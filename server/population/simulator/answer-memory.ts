import { createHash } from 'node:crypto';
import type { WireAnswer, WireClaim } from './wire.ts';

/** Past this many the oldest ids are forgotten: about 100 MB, and far more than one day of any try-out. */
const REMEMBERED = 200_000;

/**
 * Answers by request id, so that a question asked again after a broken line gets the same answer and is counted once. Of the
 * claim it keeps a digest only.
 */
export class AnswerMemory {
  readonly #answers = new Map<string, { readonly digest: string; readonly answer: WireAnswer }>();
  #answered = 0;

  /** Different claims answered so far. */
  get answered(): number {
    return this.#answered;
  }

  /** True when the id was used for another question: answering from memory would give a verdict nobody asked for. */
  conflicts(claim: WireClaim): boolean {
    const known = this.#answers.get(claim.MaYeuCau);
    return known !== undefined && known.digest !== digestOf(claim);
  }

  answer(claim: WireClaim, compare: (claim: WireClaim) => WireAnswer): WireAnswer {
    const known = this.#answers.get(claim.MaYeuCau);
    if (known !== undefined) return known.answer;
    const answer = compare(claim);
    this.#answers.set(claim.MaYeuCau, { digest: digestOf(claim), answer });
    this.#answered++;
    if (this.#answers.size > REMEMBERED) this.#forgetOldest();
    return answer;
  }

  #forgetOldest(): void {
    const oldest = this.#answers.keys().next();
    if (!oldest.done) this.#answers.delete(oldest.value);
  }
}

function digestOf(claim: WireClaim): string {
  const { SoDinhDanh, HoVaTen, NgayThangNamSinh, GioiTinh, ThuongTru } = claim;
  const asked = [SoDinhDanh, HoVaTen, NgayThangNamSinh, GioiTinh ?? null, ThuongTru?.TinhThanh ?? null];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64');
}
