import { sha256 } from './sha256.ts';

/** UTF-16 offsets into one text, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a file of the repository: counted from 1, columns in UTF-16 units, the end exclusive. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What stands at `location` is replaced by `text`; an empty location inserts. */
export interface Edit {
  readonly location: Location;
  readonly text: string;
}

/** `safe` keeps behaviour or is the documented equivalent; `unsafe` may change it. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly Edit[];
}

/** Why a claim is believed. */
export type Evidence =
  | { readonly kind: 'source'; readonly location: Location; readonly note: string }
  | { readonly kind: 'command'; readonly argv: readonly string[]; readonly exitCode: number; readonly tail: string }
  | { readonly kind: 'log'; readonly lines: readonly string[]; readonly omittedLines: number }
  | { readonly kind: 'exchange'; readonly request: string; readonly outcome: string; readonly ms: number }
  | {
      readonly kind: 'measurement';
      readonly what: string;
      readonly value: number;
      readonly unit: 'ms' | 'bytes' | 'count';
    };

/** From the gravest to the mildest; `severities` has them in this order. */
export type Severity = 'error' | 'warning' | 'notice';
export const severities: readonly Severity[] = ['error', 'warning', 'notice'];

/** Lint suspects; the run confirms or refutes. */
export type Status = 'suspected' | 'confirmed' | 'refuted';

/** Measured on this very image, never guessed. */
export interface Cost {
  readonly ms?: number;
  readonly bytes?: number;
}

/** One claim about the repository or the image, whoever made it: a rule, a diagnosis, a probe or BuildKit itself. */
export interface Finding {
  /** The id of the check, named after the flaw: `loopback-host`, `buildkit/UndefinedVar`. */
  readonly check: string;
  /** Other tools' names that this very finding answers to: `DL3025`, `JSONArgsRecommended`. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /**
   * What is wrong, as a claim without a full stop; a statement of fact that fits one line.
   * In this and the three below, what stands between backticks is code; it begins as in the middle of a sentence.
   */
  readonly title: string;
  /** For the report's first line where this is the cause and the title is too long or says too little: at most 55 characters. */
  readonly headline?: string;
  /** Why it matters: whole sentences. */
  readonly why: string;
  /** What to do: an order, whole sentences. */
  readonly advice: string;
  /** Absent where nothing in the repository can be named. */
  readonly location?: Location;
  readonly evidence: readonly Evidence[];
  readonly status: Status;
  readonly cost?: Cost;
  /** Of check, path and the instruction's text, without line numbers, so that it survives moved lines. */
  readonly fingerprint: string;
  /** Against the base, where there is one to compare with. */
  readonly since?: 'new' | 'remaining';
  readonly fix?: Fix;
}

/** A finding that was silenced, and by which words. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** The same for the same flaw at the same instruction, wherever its lines have moved: 32 hex digits. `text` is the instruction's or the line's. */
export function fingerprintOf(check: string, path: string, text: string): string {
  const unspaced = text.replaceAll(/\s+/g, ' ').trim();
  return sha256(`${check}\0${path}\0${unspaced}`).slice(0, 32);
}
