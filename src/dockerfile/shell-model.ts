import type { Span } from '../finding.ts';
import type { Mapped } from './segments.ts';

/** Shell text, and the simple commands in it in the order in which they stand. Spans are of the source. */
export interface ShellScript extends Mapped {
  readonly commands: readonly ShellCommand[];
  /** Why the text cannot be read; the commands before that place are there all the same. */
  readonly problem?: {
    readonly message: string;
    readonly span: Span;
    /** It may be right, but it is larger or deeper than what is read. */
    readonly isBeyondLimits?: true;
  };
}

export interface ShellCommand {
  /** The program first; empty where there are only assignments or redirections. */
  readonly words: readonly ShellWord[];
  /** `FOO=1` before the program, or alone. */
  readonly assignments: readonly ShellAssignment[];
  readonly redirections: readonly ShellRedirection[];
  readonly span: Span;
  /** What stands between this command and the next one of the same list; absent behind the last. */
  readonly connector?: Connector;
  /** `!` before the pipeline. */
  readonly negated: boolean;
  /** What encloses it, from the outermost. `substitution`: `$(…)`. */
  readonly within: readonly Enclosure[];
  /** Commands of one pipeline have the same number. */
  readonly pipeline: number;
}

export type Connector = '&&' | '||' | '|' | '|&' | ';' | '&';

export type Enclosure =
  | 'subshell'
  | 'group'
  | 'condition'
  | 'if'
  | 'loop'
  | 'case'
  | 'function'
  | 'coprocess'
  | 'substitution';

export interface ShellWord {
  /** Unquoted; an expansion stands as it is written. */
  readonly value: string;
  /** False where the value holds an expansion. */
  readonly known: boolean;
  /** As it stands in the script, quotes included. */
  readonly text: string;
  readonly pieces: readonly WordPiece[];
  readonly span: Span;
}

/** `other`: a command substitution, arithmetic, an expansion with an operator. Globs count as text. */
export type WordPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly text: string }
  | { readonly kind: 'other'; readonly text: string };

export interface ShellAssignment {
  readonly name: string;
  readonly value: ShellWord | undefined;
  readonly span: Span;
}

export interface ShellRedirection {
  /** `>`, `>>`, `<<`, `2>&1` is `>&` with the target `1`. */
  readonly operator: string;
  /** The number before the operator: 2 of `2>/dev/null`. */
  readonly descriptor?: number;
  readonly target?: ShellWord;
  readonly body?: ShellInput;
  readonly span: Span;
}

/** The body of a heredoc, as the program that it is given to reads it. */
export interface ShellInput extends Mapped {
  /** The name was not quoted: the shell puts in the values of `$name` and runs `$(…)` before. */
  readonly isExpanded: boolean;
}
