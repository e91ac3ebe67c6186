import type { LogLine } from '../observation.ts';

/** Half of it for the head, which names the start's trouble, half for the tail, which says how it ended. */
const mostCharacters = 10_000_000;
/** What a line takes beside its text, in characters: without it, an endless log of short lines would fill the memory. */
const charactersPerLine = 150;

/** Keeps the head and the tail of a log without end. */
export class LogKeeper {
  readonly #head: LogLine[] = [];
  readonly #tail: LogLine[] = [];
  #headCharacters = 0;
  #tailCharacters = 0;
  #dropped = 0;
  /** Of dropped lines that are still in the tail. */
  #goneCharacters = 0;
  #firstKept = 0;

  add(line: LogLine): void {
    const cost = costOf(line);
    if (this.#tail.length === 0 && this.#headCharacters + cost <= mostCharacters / 2) {
      this.#head.push(line);
      this.#headCharacters += cost;
      return;
    }
    this.#tail.push(line);
    this.#tailCharacters += cost;
    while (this.#tailCharacters > mostCharacters / 2 && this.#firstKept < this.#tail.length - 1) {
      const first = this.#tail[this.#firstKept];
      const gone = first === undefined ? 0 : costOf(first);
      this.#tailCharacters -= gone;
      this.#goneCharacters += gone;
      this.#firstKept += 1;
      this.#dropped += 1;
    }
    // Shifting each time would be quadratic; the dropped ones go away in large pieces.
    if (this.#goneCharacters > mostCharacters / 4) {
      this.#tail.splice(0, this.#firstKept);
      this.#firstKept = 0;
      this.#goneCharacters = 0;
    }
  }

  get lines(): readonly LogLine[] {
    return this.#tail.length === 0 ? this.#head : [...this.#head, ...this.#tail.slice(this.#firstKept)];
  }

  get omittedLines(): number {
    return this.#dropped;
  }
}

function costOf({ text }: LogLine): number {
  return text.length + charactersPerLine;
}
