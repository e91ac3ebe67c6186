import type { Mapped } from '../dockerfile/segments.ts';
import { isPosixShell } from '../dockerfile/shell-text.ts';
import type { Location, Span } from '../finding.ts';
import { isPython, isServerProgram, programName } from '../servers/index.ts';
import type { CommandWord, EnvironmentValue } from '../servers/server.ts';
import { joinPath } from './image-path.ts';
import { afterChange, assignment } from './run-shell.ts';
import { readScript, type ScriptEnd } from './script-end.ts';
import { shellInvocation } from './shell-invocation.ts';
import { placeIn, wholeText, type SourceText } from './source-text.ts';
import { unwrap } from './wrappers.ts';

/** A program that starts the next one. */
export type Launcher =
  | ShellLauncher
  /** `tini`, `env`, `uv run`, `gosu`. */
  | { readonly kind: 'wrapper'; readonly name: string; readonly location: Location; readonly user?: string };

export interface ShellLauncher {
  readonly kind: 'shell';
  /** `form`: the shell form of CMD or ENTRYPOINT; `argument`: `sh -c "…"`; `script`: a file. */
  readonly by: 'form' | 'argument' | 'script';
  /** `sh`, `bash`, `ash`. */
  readonly shell: string;
  /** Whether the shell becomes the next program, so that this one gets the signals: by `exec`, or as bash does with its last command. */
  readonly replaced: 'exec' | 'bash' | 'no';
  /** Of the text that the shell runs; of the script's name. */
  readonly location: Location;
  /** Of the program's name in the shell text: `exec ` may be written before it. Undefined where no single command is the last one. */
  readonly commandLocation?: Location;
  /** `exec` before it would change nothing else: no pipe, no `&`. */
  readonly simple: boolean;
  /** The text sets a trap, so that it may pass signals on. */
  readonly traps: boolean;
  /** The script, relative to the context. */
  readonly path?: string;
}

/** What Docker starts: words, or the shell with a text. */
export type Beginning =
  | {
      readonly kind: 'words';
      readonly words: readonly BeginningWord[];
      /** CMD in the shell form behind an ENTRYPOINT in the exec form. */
      readonly rest: ShellBeginning | undefined;
    }
  | ShellBeginning;

export interface BeginningWord {
  readonly word: CommandWord;
  /** Its text as shell text, should a shell be handed it. */
  readonly inside?: Mapped;
}

export interface ShellBeginning {
  readonly kind: 'shell';
  readonly shell: string;
  /** Absent where it is no text that can be read. */
  readonly text?: Mapped;
  readonly span: Span;
}

export interface ScriptFile {
  /** Relative to the context. */
  readonly path: string;
  readonly source: SourceText;
}

export interface Surrounding {
  readonly workdir: string | undefined;
  readonly environment: (name: string) => EnvironmentValue | undefined;
  /** A script by its absolute path or by its bare name. */
  readonly script: (path: string) => ScriptFile | undefined;
}

export interface Launched {
  readonly launchers: readonly Launcher[];
  readonly words: readonly CommandWord[];
  readonly workdir: string | undefined;
  readonly environment: (name: string) => EnvironmentValue | undefined;
}

/** A word of the command in the making; where its text may be a script of its own, how to read it. */
interface Step extends BeginningWord {
  /** The shell text that `/bin/sh -c` is handed by a shell-form CMD. */
  readonly shell?: ShellBeginning;
}

/** Longer chains are nobody's: a script may start itself. */
const mostLaunchers = 20;

/** Follows the command to the program that serves. Where only the run can tell, `words` is empty. */
export function launch(beginning: Beginning, dockerfile: SourceText, surrounding: Surrounding): Launched {
  const launchers: Launcher[] = [];
  let { workdir, environment } = surrounding;
  let steps: readonly Step[] = [];
  const give = (words: readonly CommandWord[]): Launched => ({ launchers, words, workdir, environment });

  /** Reads shell text and goes on with its last command; false where that cannot be known. */
  const enter = (
    text: Mapped | undefined,
    source: SourceText,
    parameters: readonly Step[] | undefined,
    launcher: Pick<ShellLauncher, 'by' | 'shell' | 'location' | 'path'>,
  ): boolean => {
    const end = text === undefined ? undefined : readScript(text, source, { environment, workdir, parameters });
    launchers.push({ kind: 'shell', ...launcher, ...handover(end, launcher) });
    if (end === undefined) return false;
    environment = end.environment;
    workdir = end.workdir;
    steps = end.words;
    return end.words.length > 0;
  };

  if (beginning.kind === 'shell') {
    const at = { by: 'form', shell: beginning.shell, location: placeIn(dockerfile, beginning.span) } as const;
    if (!enter(beginning.text, dockerfile, [], at)) return give([]);
  } else {
    steps = beginning.words;
    const { rest } = beginning;
    if (rest !== undefined) steps = [...steps, ...handedOver(rest, dockerfile)];
  }

  while (launchers.length < mostLaunchers) {
    const words = steps.map(({ word }) => word);
    const [first] = words;
    if (first === undefined || !first.known) return give([]);
    const shell = shellInvocation(words);
    if (shell !== undefined) {
      const step = steps[shell.index];
      if (step === undefined) return give([]);
      const { word } = step;
      const parameters = steps.slice(shell.index + 1);
      if (shell.kind === 'text') {
        const by = step.shell === undefined ? 'argument' : 'form';
        const text = step.shell === undefined ? textOf(step, dockerfile) : step.shell.text;
        const entered = enter(text, dockerfile, parameters.slice(1), { by, shell: shell.shell, location: word.whole });
        if (!entered) return give([]);
        continue;
      }
      const file = fileOf(word, workdir, surrounding);
      if (file === undefined) return give([]);
      const at = { by: 'script', shell: shell.shell, location: word.location, path: file.path } as const;
      if (!enter(wholeText(file.source), file.source, parameters, at)) return give([]);
      continue;
    }
    const wrapper = unwrap(words);
    if (wrapper !== undefined) {
      launchers.push({
        kind: 'wrapper',
        name: wrapper.name,
        location: first.location,
        ...(wrapper.user === undefined ? {} : { user: wrapper.user }),
      });
      environment = withWords(environment, wrapper.environment);
      if (wrapper.folder !== undefined) workdir = afterChange(wrapper.folder, workdir);
      if (wrapper.module) return give(words.slice(wrapper.next));
      steps = steps.slice(wrapper.next);
      continue;
    }
    if (isServerProgram(first.text) || isPython(first.text)) return give(words);
    const file = fileOf(first, workdir, surrounding);
    const interpreter = file === undefined ? undefined : shebang(file.source.text);
    if (file === undefined || interpreter === undefined || !isPosixShell([interpreter])) return give(words);
    const at = { by: 'script', shell: programName(interpreter), location: first.location, path: file.path } as const;
    if (!enter(wholeText(file.source), file.source, steps.slice(1), at)) return give([]);
  }
  return give([]);
}

/** A shell-form CMD behind an ENTRYPOINT arrives as the three words `/bin/sh`, `-c`, text. */
function handedOver(rest: ShellBeginning, dockerfile: SourceText): readonly Step[] {
  const location = placeIn(dockerfile, rest.span);
  const words = [`/bin/${rest.shell}`, '-c', rest.text?.text ?? ''].map((text): CommandWord => ({
    text,
    known: true,
    literal: false,
    location,
    whole: location,
    form: 'shell',
  }));
  return words.map((word, index) => (index === 2 ? { word, shell: rest } : { word }));
}

/** The text of `-c`, where it can be read letter by letter: a JSON string, or a quoted word without an expansion. */
function textOf({ word, inside }: Step, dockerfile: SourceText): Mapped | undefined {
  if (inside !== undefined) return inside;
  if (!word.known || !word.literal || word.location.path !== dockerfile.path) return undefined;
  const line = dockerfile.lineStarts[word.location.line - 1];
  if (line === undefined || word.location.line !== word.location.endLine) return undefined;
  // Without quotes it is this one word, and what is written behind it goes to the shell: a server would be told no application.
  if (word.whole.column === word.location.column && isServerProgram(word.text)) return undefined;
  const start = line + word.location.column - 1;
  return { text: word.text, segments: [{ text: 0, source: start, length: word.text.length }] };
}

function fileOf(word: CommandWord, workdir: string | undefined, { script }: Surrounding): ScriptFile | undefined {
  if (!word.known || word.text === '') return undefined;
  if (word.text.startsWith('/')) return script(word.text);
  if (word.text.includes('/')) return workdir === undefined ? undefined : script(joinPath(workdir, word.text));
  return script(word.text) ?? (workdir === undefined ? undefined : script(joinPath(workdir, word.text)));
}

/** The interpreter of a script; `/usr/bin/env bash` is bash. */
function shebang(text: string): string | undefined {
  return /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(?<interpreter>\S+)/.exec(text)?.groups?.['interpreter'];
}

function handover(
  end: ScriptEnd | undefined,
  { by, shell }: Pick<ShellLauncher, 'by' | 'shell'>,
): Pick<ShellLauncher, 'replaced' | 'simple' | 'traps' | 'commandLocation'> {
  if (end === undefined) return { replaced: 'no', simple: false, traps: false };
  // bash -c becomes its last command of itself; neither dash does so, nor bash with a script.
  const replaced = end.exec ? 'exec' : shell === 'bash' && by !== 'script' && end.simple ? 'bash' : 'no';
  return {
    replaced,
    simple: end.simple,
    traps: end.traps,
    ...(end.commandLocation === undefined ? {} : { commandLocation: end.commandLocation }),
  };
}

function withWords(environment: Surrounding['environment'], words: readonly CommandWord[]): Surrounding['environment'] {
  if (words.length === 0) return environment;
  const own = new Map(words.map((word) => assignment(word)).map(({ name, value }) => [name, value]));
  return (name) => own.get(name) ?? environment(name);
}
