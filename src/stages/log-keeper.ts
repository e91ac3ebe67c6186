import type { LogLine } from '../observation.ts';

/** Half of it for the head, which names the start's trouble, half for the tail, which says how it ended. */
const mostCharacters = 10_000_000;

/** Keeps the head and the tail of a log without end. */
export class LogKeeper {
  readonly #head: LogLine[] = [];
  readonly #tail: LogLine[] = [];
  #headCharacters = 0;
  #tailCharacters = 0;
  #dropped = 0;
  #firstKept = 0;

  add(line: LogLine): void {
    if (this.#tail.length === 0 && this.#headCharacters + line.text.length <= mostCharacters / 2) {
      this.#head.push(line);
      this.#headCharacters += line.text.length;
      return;
    }
    this.#tail.push(line);
    this.#tailCharacters += line.text.length;
    while (this.#tailCharacters > mostCharacters / 2 && this.#firstKept < this.#tail.length - 1) {
      this.#tailCharacters -= this.#tail[this.#firstKept]?.text.length ?? 0;
      this.#firstKept += 1;
      this.#dropped += 1;
    }
    // Shifting each time would be quadratic; the dropped ones go away in large pieces.
    if (this.#firstKept > 10_000) {
      this.#tail.splice(0, this.#firstKept);
      this.#firstKept = 0;
    }
  }

  get lines(): readonly LogLine[] {
    return this.#tail.length === 0 ? this.#head : [...this.#head, ...this.#tail.slice(this.#firstKept)];
  }

  get omittedLines(): number {
    return this.#dropped;
  }
}
