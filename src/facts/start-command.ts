import type { Instruction } from '../dockerfile/model.ts';
import { isPosixShell, shellTextOf } from '../dockerfile/shell-text.ts';
import { programName, readServerCommand } from '../servers/index.ts';
import type { CommandWord, EnvironmentValue, ServerCommand } from '../servers/server.ts';
import { execWord } from './command-words.ts';
import type { Facts } from './facts.ts';
import { joinPath } from './image-path.ts';
import { launch, type Launched, type Launcher, type ScriptFile } from './launch.ts';
import { insideOfString, sourceText, type SourceText } from './source-text.ts';

/** What the container runs: ENTRYPOINT and CMD together, with everything that stands between Docker and the server. */
export interface StartCommand {
  readonly entrypoint?: Instruction;
  readonly command?: Instruction;
  /** The one that holds the program's words: CMD, or the ENTRYPOINT where that starts the program itself. */
  readonly instruction: Instruction;
  /** From the outermost: shells, scripts, wrappers such as tini and `uv run`. */
  readonly launchers: readonly Launcher[];
  /** The program that serves and its arguments; empty where only the run can tell. */
  readonly words: readonly CommandWord[];
  /** The folder that it starts in; undefined where only the run can tell. */
  readonly workdir: string | undefined;
  /** What it finds in its environment. */
  readonly environment: (name: string) => EnvironmentValue | undefined;
  /** Where the words start a server that is known. */
  readonly server?: ServerCommand;
}

type StartFacts = Pick<
  Facts,
  'dockerfile' | 'context' | 'target' | 'imageInstructions' | 'finalState' | 'stateAt' | 'placeOf' | 'imageFiles'
>;

/** Undefined where the Dockerfile names nothing: then the base image's own command runs. */
export function startCommand(facts: StartFacts): StartCommand | undefined {
  const { entrypoint, command } = effective(facts);
  const state = facts.finalState;
  const outer = entrypoint ?? command;
  if (outer === undefined || state === undefined) return undefined;
  const dockerfile: SourceText = facts.dockerfile;
  const setting = {
    workdir: state.workdir.known ? state.workdir.text : undefined,
    environment: (name: string) => state.environment(name),
    script: (path: string) => scriptAt(path, facts),
  };
  const began = begin(outer, entrypoint === undefined ? undefined : command, facts);
  const launched = launch(began, dockerfile, setting);
  const instruction = command !== undefined && entrypoint !== undefined && isIn(launched, command) ? command : outer;
  const server = readServerCommand(launched.words, {
    environment: launched.environment,
    file(path) {
      const found =
        launched.workdir === undefined ? undefined : facts.imageFiles?.repositoryPath(joinPath(launched.workdir, path));
      const text = found === undefined ? undefined : facts.context.readText(found);
      return found === undefined || text === undefined ? undefined : { path: facts.context.reportPath(found), text };
    },
  });
  return {
    ...(entrypoint === undefined ? {} : { entrypoint }),
    ...(command === undefined ? {} : { command }),
    instruction,
    ...launched,
    ...(server === undefined ? {} : { server }),
  };

  /** The program's own name stands in the instruction. */
  function isIn({ words }: Launched, candidate: Instruction): boolean {
    const at = words[0]?.location;
    return at?.path === dockerfile.path && candidate.lines[0] <= at.line && at.line <= candidate.lines[1];
  }
}

/** The last of each in the image; an ENTRYPOINT takes away a CMD that comes from a stage below. */
function effective(facts: StartFacts): { readonly entrypoint?: Instruction; readonly command?: Instruction } {
  const { imageInstructions } = facts;
  const entrypoint = imageInstructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
  const command = imageInstructions.findLast(({ keyword }) => keyword === 'CMD');
  const stageOf = (instruction: Instruction): number => facts.placeOf(instruction)?.stage.index ?? -1;
  const isForgotten = entrypoint !== undefined && command !== undefined && stageOf(command) < stageOf(entrypoint);
  return {
    ...(entrypoint === undefined || isEmpty(entrypoint) ? {} : { entrypoint }),
    ...(command === undefined || isForgotten || isEmpty(command) ? {} : { command }),
  };
}

/** `ENTRYPOINT []` takes the base image's away. */
function isEmpty(instruction: Instruction): boolean {
  return instruction.exec?.length === 0 || instruction.text.slice(instruction.argumentsStart).trim() === '';
}

/** What Docker itself starts. A shell-form ENTRYPOINT drops CMD; a shell-form CMD is handed over as `/bin/sh -c …`. */
function begin(outer: Instruction, command: Instruction | undefined, facts: StartFacts): Parameters<typeof launch>[0] {
  if (outer.exec === undefined) return shellBegin(outer, facts);
  const source: SourceText = facts.dockerfile;
  const wordsOf = (instruction: Instruction) =>
    (instruction.exec ?? []).map((word) => ({
      word: execWord(word, source),
      inside: insideOfString(word, instruction),
    }));
  const own = wordsOf(outer);
  if (command === undefined) return { kind: 'words', words: own, rest: undefined };
  return command.exec === undefined
    ? { kind: 'words', words: own, rest: shellBegin(command, facts) }
    : { kind: 'words', words: [...own, ...wordsOf(command)], rest: undefined };
}

function shellBegin(
  instruction: Instruction,
  facts: StartFacts,
): Extract<Parameters<typeof launch>[0], { kind: 'shell' }> {
  const shell = facts.stateAt(instruction)?.shell.words ?? ['/bin/sh', '-c'];
  const text = isPosixShell(shell) ? shellTextOf(instruction) : undefined;
  const start = { start: instruction.span.end, end: instruction.span.end };
  return {
    kind: 'shell',
    shell: programName(shell[0] ?? 'sh'),
    ...(text === undefined ? {} : { text }),
    span:
      instruction.words.length === 0
        ? start
        : { start: instruction.words[0]?.span.start ?? start.start, end: instruction.span.end },
  };
}

/** A script of the image that lies in the context: by its path, or by its name in a folder of PATH. */
function scriptAt(path: string, facts: StartFacts): ScriptFile | undefined {
  const folders = path.startsWith('/')
    ? ['']
    : ['/usr/local/bin', '/usr/local/sbin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'];
  for (const folder of folders) {
    const found = facts.imageFiles?.repositoryPath(joinPath('/', `${folder}/${path}`));
    const text = found === undefined ? undefined : facts.context.readText(found);
    if (found !== undefined && text !== undefined)
      return { path: found, source: sourceText(text, facts.context.reportPath(found)) };
  }
  return undefined;
}
