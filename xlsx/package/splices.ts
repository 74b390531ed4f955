/** Places of one part that are written anew; everything between them is copied byte for byte. */
export class Splices {
  readonly #source: Uint8Array;
  readonly #pieces: Uint8Array[] = [];
  #copied = 0;
  #size = 0;

  constructor(source: Uint8Array) {
    this.#source = source;
  }

  /** Puts `text` in the place of bytes `start` to `end`. Places come in ascending order and do not overlap. */
  replace(start: number, end: number, text: string): void {
    if (start < this.#copied || end < start) throw new RangeError('splices out of order');
    this.#push(this.#source.subarray(this.#copied, start));
    this.#push(new TextEncoder().encode(text));
    this.#copied = end;
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** The source itself where nothing was replaced. */
  toBytes(): Uint8Array {
    if (this.#copied === 0 && this.#pieces.length === 0) return this.#source;
    this.#push(this.#source.subarray(this.#copied));
    this.#copied = this.#source.length;
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  #push(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#size += piece.length;
  }
}
