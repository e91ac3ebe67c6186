import type { Instruction } from '../dockerfile/model.ts';
import type { Mapped } from '../dockerfile/segments.ts';
import { shellTextOf } from '../dockerfile/shell-text.ts';
import { deepestNesting as deepestRead, nestingOf } from '../dockerfile/shell.ts';
import type { Facts } from '../facts/facts.ts';
import { inLayers, layered, type Layer } from '../facts/layers.ts';
import { once } from '../facts/once.ts';
import type { Stage } from '../facts/stages.ts';
import type { BuildState } from '../facts/state.ts';

/** Shell text of one RUN, as ShellCheck is to read it. */
export interface ShellScript {
  /** Under which the finding stands: the ONBUILD, where it is one that registers the RUN. */
  readonly instruction: Instruction;
  /** The body alone, and where each letter of it stands. */
  readonly body: Mapped;
  /** The lines before the body: which shell it is, and what the Dockerfile has set. */
  readonly header: string;
  readonly headerLines: number;
  /** A heredoc that a shell of its own reads: `bash <<EOF`. */
  readonly isHanded: boolean;
}

export interface ShellScripts {
  readonly scripts: readonly ShellScript[];
  /** With a text that ShellCheck would not come back from; one that nobody here reads either is told elsewhere. */
  readonly tooNested: readonly Instruction[];
}

/**
 * Every RUN in shell form, in the dialect of its stage, and the heredocs in it that a shell reads, in that shell's; what another
 * interpreter runs is left out. Linear in the file's length.
 */
export function shellScripts(facts: Facts): ShellScripts {
  const scripts: ShellScript[] = [];
  const tooNested: Instruction[] = [];
  const declared = new Map<Stage, DeclaredNames>();
  for (const instruction of facts.dockerfile.instructions) {
    const place = facts.placeOf(instruction);
    const names = place === undefined ? namesOnto(proxies) : namesOf(place.stage, declared);
    for (const { name } of instruction.assignments) {
      if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') names.own.set(name, true);
    }
    const run = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
    if (run?.keyword !== 'RUN') continue;
    const state = facts.stateAt(run);
    for (const given of [...ownTextOf(run, state), ...textsHandedOn(run, facts)]) {
      const shell = dialectOf(given.shell);
      if (shell === undefined || given.text.text.trim() === '') continue;
      const nesting = nestingOf(given.text.text);
      if (nesting <= deepestNesting) scripts.push({ instruction, ...scriptOf(given, shell, state, names) });
      // The text of a heredoc is part of the RUN's: where both are nested too deep, one is told.
      else if (nesting <= deepestRead && tooNested.at(-1) !== instruction) tooNested.push(instruction);
    }
  }
  return { scripts, tooNested };
}

/** What ENV and ARG have named so far in a stage, and in those below it. */
interface DeclaredNames {
  readonly own: Map<string, true>;
  readonly below: Layer<true> | undefined;
  /** When the stage is at its end: what those that are built on it begin with. */
  readonly atEnd: () => Layer<true> | undefined;
}

/** BuildKit hands these on without an ARG, in small letters too. */
const proxies: Layer<true> = {
  own: new Map(['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy', 'all_proxy'].map((name) => [name, true])),
  below: undefined,
};

/** What is set where the stage has come to; a stage begins with what the one below it ended with. */
function namesOf(stage: Stage, declared: Map<Stage, DeclaredNames>): DeclaredNames {
  const known = declared.get(stage);
  if (known !== undefined) return known;
  const below = stage.base.kind === 'stage' ? declared.get(stage.base.stage)?.atEnd() : undefined;
  const names = namesOnto(below ?? proxies);
  declared.set(stage, names);
  return names;
}

function namesOnto(below: Layer<true>): DeclaredNames {
  const own = new Map<string, true>();
  return { own, below, atEnd: once(() => layered(below, own)) };
}

/** ShellCheck's time doubles with each `$(` inside another: at twenty-two it does not come back. */
export const deepestNesting = 8;

/** A text, and the words that start the shell which reads it. */
interface Given {
  readonly text: Mapped;
  readonly shell: readonly string[];
  /** What the shell around it may have put in: nobody knows here what is set. */
  readonly isExpanded: boolean;
  readonly isHanded: boolean;
}

function ownTextOf(run: Instruction, state: BuildState | undefined): readonly Given[] {
  const mapped = shellTextOf(run);
  if (mapped === undefined) return [];
  const own = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(.*)/.exec(mapped.text)?.[1];
  // ShellCheck wants a shebang on the first line and nowhere else; the letters behind it stay where they are.
  const text = own === undefined ? mapped : { ...mapped, text: `##${mapped.text.slice(2)}` };
  const shell = own?.trim().split(/\s+/) ?? state?.shell.words ?? ['/bin/sh', '-c'];
  return [{ text, shell, isExpanded: false, isHanded: false }];
}

function textsHandedOn(run: Instruction, facts: Facts): readonly Given[] {
  if (run.heredocs.length === 0) return [];
  return facts.shellOf(run).commands.flatMap(({ words, input: text }) => {
    if (text === undefined) return [];
    const shell = withoutOperands(words.map((word) => word.text));
    return [{ text, shell, isExpanded: text.isExpanded, isHanded: true }];
  });
}

/** `bash -eso pipefail -- one` is `bash -eo pipefail` to one who reads the text. */
function withoutOperands([program = '', ...words]: readonly string[]): readonly string[] {
  const end = words.findIndex((word, index) => !/^[-+]\w/.test(word) && !/^[-+]\w*o$/.test(words[index - 1] ?? ''));
  const options = (end === -1 ? words : words.slice(0, end)).map((word) =>
    /^-[A-Za-z]+$/.test(word) ? word.replace('s', '') : word,
  );
  return [program, ...options.filter((option) => option !== '-')];
}

function scriptOf(
  { text, isExpanded, isHanded }: Given,
  shell: string,
  state: BuildState | undefined,
  names: DeclaredNames,
): Omit<ShellScript, 'instruction'> {
  const named = namedIn(text.text);
  const lines = [
    `#!/bin/${shell}`,
    ...declarations(
      isExpanded ? named : named.filter((name) => names.own.has(name) || inLayers(names.below, name) === true),
      state,
    ),
  ];
  return { body: text, header: lines.map((line) => `${line}\n`).join(''), headerLines: lines.length, isHanded };
}

const dialects: Readonly<Record<string, string>> = {
  sh: 'sh',
  bash: 'bash',
  dash: 'dash',
  ash: 'dash',
  busybox: 'dash',
  ksh: 'ksh',
  mksh: 'ksh',
};

/** With the options that change what the text means (`-o pipefail`, `-e`). Undefined for a shell that ShellCheck does not know. */
function dialectOf([program = '', ...options]: readonly string[]): string | undefined {
  const dialect = dialects[program.split('/').at(-1) ?? ''];
  if (dialect === undefined) return undefined;
  const kept = options.filter((option) => option !== '-c' && /^(?:[-+][A-Za-z]+|[a-z]+)$/.test(option));
  return [dialect, ...kept.filter((option) => option !== 'sh')]
    .map((word) => word.replace(/^(-[A-Za-z]*)c/, '$1'))
    .join(' ');
}

function namedIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g)].map(([, name = '']) => name))];
}

/**
 * So that variables of the Dockerfile which the text names count as set. A value that the shell would split or expand is one that
 * only the run knows, for then quotes matter; any other counts as one word, whatever it is.
 */
function declarations(set: readonly string[], state: BuildState | undefined): readonly string[] {
  const { splits = [], words = [] } = Object.groupBy(set, (name) =>
    /[\s*?[]/.test(state?.variable(name) ?? '') ? 'splits' : 'words',
  );
  return [
    ...(words.length === 0 ? [] : [`export ${words.map((name) => `${name}=x`).join(' ')}`]),
    ...(splits.length === 0 ? [] : [`read -r ${splits.join(' ')}`]),
  ];
}
