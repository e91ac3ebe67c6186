import { expand } from './expand.ts';
import { goQuoted } from './go-quoted.ts';
import { goInteger } from './go-values.ts';
import { imageProblem } from './image-problems.ts';
import type { Escape, Flag, GrammarProblem, Instruction } from './model.ts';
import { lastValue, mountFields, targetKeys } from './mount-fields.ts';
import { platformProblem } from './platform.ts';
import type { Span } from '../finding.ts';

/** Asked of one instruction after the other, in the order of the file. */
export type StageProblems = (instruction: Instruction) => GrammarProblem | undefined;

/**
 * Faults that only the instructions above show: images and platforms whose variables nobody sets, stages that are asked for
 * themselves, mounts without a place.
 */
export function stageProblems(escape: Escape): StageProblems {
  const file: File = { escape, globals: new Set(), stages: new Map(), stage: undefined };
  return (instruction) => {
    switch (instruction.keyword) {
      case 'FROM':
        return enterStage(file, instruction);
      case 'ARG':
        return file.stage === undefined ? globalProblem(file, instruction) : undefined;
      case 'WORKDIR':
        if (file.stage !== undefined) file.stage.folder = instruction.text.slice(instruction.argumentsStart);
        return undefined;
      case 'COPY':
        return copyProblem(file, instruction);
      case 'RUN':
        return runProblem(file, instruction);
      default:
        return undefined;
    }
  };
}

interface File {
  readonly escape: Escape;
  /** What ARG before the first FROM declares; `--build-arg` may give any of them a value. */
  readonly globals: Set<string>;
  /** By name. */
  readonly stages: Map<string, Stage>;
  /** The one that is read; undefined before the first FROM. */
  stage: Stage | undefined;
}

interface Stage {
  readonly name: string;
  /** The argument of the last WORKDIR; undefined where only the base has one, which is the root of nearly all images. */
  folder: string | undefined;
}

function enterStage(file: File, instruction: Instruction): GrammarProblem | undefined {
  const { words, flags } = instruction;
  const [image, , alias] = words;
  const name = alias?.text.toLowerCase() ?? '';
  const base = image === undefined ? undefined : file.stages.get(image.value);
  const stage = { name, folder: base?.folder };
  const problem =
    platformFlagProblem(file, flags) ??
    (image === undefined ? undefined : fromProblem(file, image.text, image.span)) ??
    (alias === undefined ? undefined : aliasProblem(alias.text, alias.span));
  file.stage = stage;
  if (name !== '') file.stages.set(name, stage);
  return problem;
}

function fromProblem(file: File, text: string, span: Span): GrammarProblem | undefined {
  const certain = certainText(file, text);
  if (certain === undefined) return undefined;
  if ('error' in certain)
    return error(span, certain.error, 'Declare the variable with ARG above FROM, or drop the condition.');
  const problem = imageProblem(certain.text);
  if (problem === undefined) return undefined;
  const { message, advice } = problem;
  return certain.text === ''
    ? error(span, `base name (${text}) should not be blank`, advice)
    : error(span, message, advice);
}

function platformFlagProblem(file: File, flags: readonly Flag[]): GrammarProblem | undefined {
  const flag = flags.find(({ name }) => name === 'platform');
  const value = flag?.value ?? '';
  if (flag === undefined || value === '') return undefined;
  const certain = certainText(file, value);
  if (certain === undefined) return undefined;
  const advice = 'Write a platform such as linux/amd64, or a variable that has a value such as $BUILDPLATFORM.';
  if ('error' in certain) return error(flag.span, certain.error, advice);
  if (certain.text === '') return error(flag.span, `empty platform value from expression ${value}`, advice);
  const problem = platformProblem(certain.text);
  return problem === undefined
    ? undefined
    : error(flag.span, `failed to parse platform ${value}: ${goQuoted(certain.text)}: ${problem}`, advice);
}

/** BuildKit looks for a build context of the stage's name, so the name must be one that an image may have. */
function aliasProblem(name: string, span: Span): GrammarProblem | undefined {
  if (imageProblem(name.toLowerCase()) === undefined) return undefined;
  const advice = 'Name the stage with letters and digits, and single `-`, `_` and `.` between them.';
  return error(span, `invalid context name ${name.toLowerCase()}: invalid reference format`, advice);
}

function globalProblem(file: File, { assignments }: Instruction): GrammarProblem | undefined {
  for (const { name, value, valueSpan } of assignments) {
    const certain = value === undefined ? undefined : certainText(file, value);
    if (certain !== undefined && 'error' in certain) {
      return error(valueSpan, certain.error, 'Declare the variable with ARG above this one, or drop the condition.');
    }
    file.globals.add(name);
  }
  return undefined;
}

/** Set by BuildKit before the first FROM. */
const automatic = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;

/** What stands there whatever `--build-arg` says, or BuildKit's refusal; undefined where a variable decides that may have a value. */
function certainText(
  { globals, escape }: File,
  text: string,
): { readonly text: string } | { readonly error: string } | undefined {
  let depends = false;
  const expansion = expand(
    text,
    (name) => {
      if (!globals.has(name) && !automatic.test(name)) return undefined;
      depends = true;
      return 'x';
    },
    escape,
  );
  if (depends) return undefined;
  if (expansion.known || expansion.error === undefined) return { text: expansion.text };
  return { error: `failed to process ${goQuoted(text)}: ${expansion.error}` };
}

/** Numbers, and names of stages, are other checks'. */
function copyProblem(file: File, { flags }: Instruction): GrammarProblem | undefined {
  const flag = flags.find(({ name }) => name === 'from');
  const value = flag?.value ?? '';
  if (flag === undefined || value === '' || goInteger(value) !== undefined) return undefined;
  return sourceProblem(file, value, flag.span);
}

function sourceProblem(file: File, name: string, span: Span): GrammarProblem | undefined {
  const small = name.toLowerCase();
  if (file.stages.has(small)) return undefined;
  const problem = imageProblem(name);
  return problem === undefined ? undefined : error(span, problem.message, problem.advice);
}

function runProblem(file: File, { flags }: Instruction): GrammarProblem | undefined {
  for (const flag of flags) {
    const fields = flag.name === 'mount' ? mountFields(flag.value ?? '') : undefined;
    if (fields === undefined) continue;
    const from = lastValue(fields, ['from']) ?? '';
    if (from !== '' && from.toLowerCase() === file.stage?.name) {
      const message = `circular dependency detected on stage: ${file.stage.name}`;
      return error(flag.span, message, 'Name another stage: this one has its files anyway.');
    }
    const problem = from === '' ? undefined : sourceProblem(file, from, flag.span);
    if (problem !== undefined) return problem;
    // A secret and a socket have a place of their own.
    const type = (lastValue(fields, ['type']) ?? 'bind').toLowerCase();
    if (!['bind', 'cache', 'tmpfs'].includes(type)) continue;
    const target = lastValue(fields, targetKeys) ?? '';
    const isFolder = ['', '.', './'].includes(target) && !['', '/'].includes(file.stage?.folder ?? '');
    if (isFolder || !['', '.', './', '/'].includes(target)) continue;
    return error(flag.span, 'invalid mount target "/"', 'Write the folder of the container as target=/path.');
  }
  return undefined;
}

function error(span: Span, message: string, advice: string): GrammarProblem {
  return { severity: 'error', message, advice, span };
}
