import type { ChainKind } from './lines.ts';

/** One Python exception with its stack, as a log shows it. */
export interface Traceback {
  /** From the outermost call to the line that raised. */
  readonly frames: readonly Frame[];
  /** As printed: `ModuleNotFoundError`, `sqlalchemy.exc.OperationalError`. */
  readonly exception: string;
  /** Behind the colon; empty where there is none. */
  readonly message: string;
  /** Further lines of the message. */
  readonly detail: readonly string[];
  /** What was printed before it as its reason: this one was raised while that one was handled, or because of it. */
  readonly earlier?: { readonly kind: ChainKind; readonly traceback: Traceback };
  /** Of an exception group. */
  readonly members: readonly Traceback[];
  /** Positions in the log: of the first and of the last line, chain and members apart. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface Frame {
  /** As Python names it: `/app/app.py`, `<frozen os>`, a relative path. */
  readonly file: string;
  readonly line: number;
  /** Absent for the place of a syntax error. */
  readonly function?: string;
  /** The source line that is quoted, without its indentation; absent where Python had no source. */
  readonly source?: string;
}

/** The exception and all that its chain holds, from the last to the first; of groups, their members too. */
export function chainOf(traceback: Traceback): readonly Traceback[] {
  const all: Traceback[] = [];
  for (let each: Traceback | undefined = traceback; each !== undefined; each = each.earlier?.traceback) {
    const { frames, members } = each;
    // A member's own stack begins where its task does: how the application came there is the group's.
    all.push(each, ...members.flatMap((member) => chainOf({ ...member, frames: [...frames, ...member.frames] })));
  }
  return all;
}

/** Of an exception group its first member, for the group itself says only how many there are. */
export function innermost(traceback: Traceback): Traceback {
  const [first] = traceback.members;
  return first === undefined ? traceback : innermost(first);
}

/** The exception as its last line has it. */
export function headlineOf({ exception, message }: Traceback): string {
  return message === '' ? exception : `${exception}: ${message}`;
}

/** `OperationalError` of `sqlalchemy.exc.OperationalError`. */
export function shortName({ exception }: Traceback): string {
  return exception.slice(exception.lastIndexOf('.') + 1);
}

/** The deepest frame that is the user's own code. */
export function ownFrame({ frames }: Traceback): Frame | undefined {
  return frames.findLast(({ file }) => !isForeign(file));
}

/** Python's own, an installed package's, compiled, or a generated start script: nothing that stands in the repository. */
export function isForeign(file: string): boolean {
  return (
    file.startsWith('<') ||
    /(?:^|\/)(?:site|dist)-packages\//.test(file) ||
    /(?:^|\/)lib(?:64)?\/(?:python|pypy)3?[\d.]*t?\//.test(file) ||
    /\.(?:pyx|pxd|so)$/.test(file) ||
    /(?:^|\/)bin\/[^/.]+$/.test(file) ||
    /\.zip\//.test(file)
  );
}
