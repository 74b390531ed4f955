/** Reads each distinct text of a column once: a column holds a handful of them, and a sheet thousands of rows. */
export class TextMemo<R extends object> {
  readonly #read: (text: string) => R;
  readonly #readings = new Map<string, R>();
  #lastText = '';
  #last: R | undefined;

  constructor(read: (text: string) => R) {
    this.#read = read;
  }

  read(text: string): R {
    // Neighbouring rows mostly hold the same text.
    if (this.#last !== undefined && text === this.#lastText) return this.#last;
    let reading = this.#readings.get(text);
    if (reading === undefined) {
      reading = this.#read(text);
      this.#readings.set(text, reading);
    }
    this.#lastText = text;
    this.#last = reading;
    return reading;
  }
}
