import type { Instruction } from '../dockerfile/model.ts';
import type { Mapped } from '../dockerfile/segments.ts';
import { shellTextOf } from '../dockerfile/shell-text.ts';
import { nestingOf } from '../dockerfile/shell.ts';
import type { Facts } from '../facts/facts.ts';
import type { Stage } from '../facts/stages.ts';
import type { BuildState } from '../facts/state.ts';

/** The shell text of one RUN, as ShellCheck is to read it. */
export interface ShellScript {
  /** Under which the finding stands: the ONBUILD, where it is one that registers the RUN. */
  readonly instruction: Instruction;
  /** The body alone, and where each letter of it stands. */
  readonly body: Mapped;
  /** The lines before the body: which shell it is, and what the Dockerfile has set. */
  readonly header: string;
  readonly headerLines: number;
}

/** Every RUN in shell form, in the dialect of its stage; those of another interpreter are left out. Linear in the file's length. */
export function shellScripts(facts: Facts): readonly ShellScript[] {
  const scripts: ShellScript[] = [];
  const declared = new Map<Stage, Set<string>>();
  for (const instruction of facts.dockerfile.instructions) {
    const place = facts.placeOf(instruction);
    const names = place === undefined ? new Set(proxies) : namesOf(place.stage, declared);
    for (const { name } of instruction.assignments) {
      if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') names.add(name);
    }
    const run = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
    if (run?.keyword !== 'RUN') continue;
    const script = scriptOf(run, facts.stateAt(run), names);
    if (script !== undefined) scripts.push({ instruction, ...script });
  }
  return scripts;
}

/** BuildKit hands these on without an ARG, in small letters too. */
const proxies = ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy', 'all_proxy'];

/** What is set where the stage has come to; a stage begins with what the one below it ended with. */
function namesOf(stage: Stage, declared: Map<Stage, Set<string>>): Set<string> {
  const known = declared.get(stage);
  if (known !== undefined) return known;
  const below = stage.base.kind === 'stage' ? declared.get(stage.base.stage) : undefined;
  const names = new Set(below ?? proxies);
  declared.set(stage, names);
  return names;
}

/** ShellCheck's time doubles with each `$(` inside another: at twenty-two it does not come back. */
const deepestNesting = 8;

type Script = Omit<ShellScript, 'instruction'>;

function scriptOf(run: Instruction, state: BuildState | undefined, names: ReadonlySet<string>): Script | undefined {
  const mapped = shellTextOf(run);
  if (mapped === undefined || mapped.text.trim() === '' || nestingOf(mapped.text) > deepestNesting) return undefined;
  const own = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(.*)/.exec(mapped.text)?.[1];
  const words = own?.trim().split(/\s+/) ?? state?.shell.words ?? ['/bin/sh', '-c'];
  const shell = dialectOf(words);
  if (shell === undefined) return undefined;
  // ShellCheck wants a shebang on the first line and nowhere else; the letters behind it stay where they are.
  const body = own === undefined ? mapped : { ...mapped, text: `##${mapped.text.slice(2)}` };
  const lines = [`#!/bin/${shell}`, ...declarations(body.text, state, names)];
  return { body, header: lines.map((line) => `${line}\n`).join(''), headerLines: lines.length };
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

/**
 * Variables of the Dockerfile that the text names, so that they count as set. A value that the shell would split or expand is one that
 * only the run knows, for then quotes matter; any other counts as one word, whatever it is.
 */
function declarations(text: string, state: BuildState | undefined, names: ReadonlySet<string>): readonly string[] {
  const named = new Set([...text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g)].map(([, name = '']) => name));
  const set = [...named].filter((name) => names.has(name));
  const splits = set.filter((name) => /[\s*?[]/.test(state?.variable(name) ?? ''));
  const words = set.filter((name) => !splits.includes(name));
  return [
    ...(words.length === 0 ? [] : [`export ${words.map((name) => `${name}=x`).join(' ')}`]),
    ...(splits.length === 0 ? [] : [`read -r ${splits.join(' ')}`]),
  ];
}
