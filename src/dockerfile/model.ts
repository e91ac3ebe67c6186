import type { Span } from '../finding.ts';

/** A Dockerfile as BuildKit reads it: plain, read-only data. Spans are offsets into `text`. */
export interface Dockerfile {
  readonly path: string;
  readonly text: string;
  /** Where each line begins, the first at 0; only a line feed ends a line, as in BuildKit. */
  readonly lineStarts: readonly number[];
  /** The escape character in force. */
  readonly escape: Escape;
  readonly directives: readonly Directive[];
  /** Every comment, those between the lines of an instruction too, in source order; heredoc bodies have none. */
  readonly comments: readonly Comment[];
  readonly instructions: readonly Instruction[];
  /** BuildKit's own parser warnings, in its words. */
  readonly warnings: readonly string[];
  /** Why BuildKit's parser refuses the file; what could be read is in `instructions` all the same. */
  readonly refusal?: GrammarProblem;
  /** Faults of the grammar, the refusal among them, in source order. */
  readonly problems: readonly GrammarProblem[];
}

export type Escape = '\\' | '`';

/** A parser directive: `# escape=`, `# syntax=`, `# check=`. */
export interface Directive {
  /** In small letters. */
  readonly name: string;
  readonly value: string;
  /** From the `#` to the end of the value. */
  readonly span: Span;
}

export interface Comment {
  /** Without `#` and the blanks around. */
  readonly text: string;
  /** From the `#` to the end of the line, without the line break. */
  readonly span: Span;
}

export interface Instruction {
  /** In capitals, whatever the source has. */
  readonly keyword: string;
  /** As the source has it. */
  readonly keywordSpan: Span;
  /** From the keyword to the end of the last line, heredoc bodies included, the last line break excluded. */
  readonly span: Span;
  /** The first and the last line, counted from 1. */
  readonly lines: readonly [number, number];
  readonly flags: readonly Flag[];
  /** The whole logical line as BuildKit has it, keyword and flags included: continuations joined, comments inside dropped. */
  readonly text: string;
  /** Where in `text` the arguments begin: behind the keyword, the flags and the blanks. */
  readonly argumentsStart: number;
  /**
   * The words behind the keyword and the flags, quotes kept in `text`: split at blanks, and for ENV, LABEL and ARG outside quotes
   * only. Empty where `exec` is set.
   */
  readonly words: readonly Word[];
  /** The exec form: a JSON array of strings. HEALTHCHECK's begins with its word CMD. */
  readonly exec?: readonly Word[];
  /** What ENV, LABEL and ARG define; empty elsewhere. */
  readonly assignments: readonly Assignment[];
  readonly heredocs: readonly Heredoc[];
  /** What ONBUILD registers; its spans, lines and segments are those of the source. */
  readonly trigger?: Instruction;
  /** From `text` to the source: ascending, without gaps in `text`. */
  readonly segments: readonly Segment[];
}

/** A piece of an instruction's logical text, and where it stands in the source. */
export interface Segment {
  readonly text: number;
  readonly source: number;
  readonly length: number;
}

export interface Flag {
  /** Without the dashes: `from`, `mount`. */
  readonly name: string;
  /** Unquoted; absent for a flag without `=`. */
  readonly value?: string;
  /** From the dashes to the end of the value. */
  readonly span: Span;
}

export interface Word {
  /** Unquoted, variables as written. */
  readonly value: string;
  /** As it stands in the logical text. */
  readonly text: string;
  readonly span: Span;
}

/** One `name=value` of ENV, LABEL or ARG, or the old `ENV name value`. */
export interface Assignment {
  readonly name: string;
  /** As written, quotes and escapes kept: what `expand` takes. Absent for `ARG name`. */
  readonly value?: string;
  readonly span: Span;
  /** Empty, at the end of the name, where there is no value. */
  readonly valueSpan: Span;
  /** `ENV name value`, without `=`. */
  readonly legacy: boolean;
}

export interface Heredoc {
  readonly name: string;
  /** `<<-`: leading tabs are stripped. */
  readonly strip: boolean;
  /** The name was not quoted, so variables are expanded. */
  readonly expand: boolean;
  /** As BuildKit keeps it, ending with a line break; tabs are not yet stripped. */
  readonly content: string;
  /** Of the body in the source, without the closing name. */
  readonly span: Span;
  /** Of the `<<NAME` in the instruction's line. */
  readonly opening: Span;
}

/** A fault of the Dockerfile's own grammar. */
export interface GrammarProblem {
  /** `error` where BuildKit refuses to build; `warning` where it only warns. */
  readonly severity: 'error' | 'warning';
  /** The check of BuildKit's that warns of it, where one does: `# check=` is said of it by that name. */
  readonly buildkitCheck?: string;
  /** BuildKit's word for it where it has one, such as `unterminated heredoc`. */
  readonly message: string;
  /** What to do: an order. */
  readonly advice: string;
  readonly span: Span;
  /** The mechanical remedy where there is one. */
  readonly fix?: { readonly title: string; readonly span: Span; readonly text: string };
}
