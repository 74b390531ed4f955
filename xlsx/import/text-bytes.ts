const PIECE = 1 << 16;

/** Text put together bit by bit and kept as UTF-8: a sheet of 100,000 rows would be a string of a hundred megabytes. */
export class TextBytes {
  readonly #encoder = new TextEncoder();
  readonly #pieces: Uint8Array[] = [];
  #pending = '';
  #size = 0;

  add(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= PIECE) this.#flush();
  }

  addBytes(bytes: Uint8Array): void {
    this.#flush();
    this.#keep(bytes);
  }

  toBytes(): Uint8Array {
    this.#flush();
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  #flush(): void {
    if (this.#pending === '') return;
    this.#keep(this.#encoder.encode(this.#pending));
    this.#pending = '';
  }

  #keep(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#size += piece.length;
  }
}
