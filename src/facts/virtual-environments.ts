import { isPython, programName } from '../servers/index.ts';
import { grammarOf, readArguments } from '../servers/options.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Copy } from './copies.ts';
import type { Facts } from './facts.ts';
import { joinPath, pathInside } from './image-path.ts';
import type { RunCommand } from './run-shell.ts';
import { lineage, type Stage } from './stages.ts';
import { isGiven, isSwitchedOn, toolCommand, variableOf } from './tool-command.ts';

/** A virtual environment of Python that a RUN makes. */
export interface VirtualEnvironment {
  /** Absolute. */
  readonly folder: string;
  readonly instruction: Instruction;
  readonly stage: Stage;
  /** Its scripts find their Python wherever they lie. */
  readonly relocatable: boolean;
  /** Which Python it has was chosen by the command, not by the base image. */
  readonly ownPython: boolean;
}

/** The same, as another stage has it. */
export interface CopiedEnvironment {
  readonly environment: VirtualEnvironment;
  readonly copy: Copy;
  readonly folder: string;
}

/** Of a stage and of those below it. */
export function environmentsMadeIn(stage: Stage, facts: Facts): readonly VirtualEnvironment[] {
  return lineage(stage).flatMap((each) => ownEnvironments(each, facts));
}

const readStages = new WeakMap<Stage, readonly VirtualEnvironment[]>();

function ownEnvironments(stage: Stage, facts: Facts): readonly VirtualEnvironment[] {
  const kept = readStages.get(stage);
  if (kept !== undefined) return kept;
  const made = stage.instructions.flatMap((instruction) =>
    instruction.keyword === 'RUN'
      ? facts.shellOf(instruction).commands.flatMap((command) => {
          const environment = madeBy(command, instruction, facts);
          return environment === undefined ? [] : [{ ...environment, instruction, stage }];
        })
      : [],
  );
  readStages.set(stage, made);
  return made;
}

/** Each of a thousand stages may copy from the one before it, and stand on it too: nobody writes that, and it would take for ever. */
const mostSteps = 5000;

/** What a stage takes over from the stages that it copies from; a folder is copied by its contents. */
export function environmentsCopiedTo(stage: Stage, facts: Facts): readonly CopiedEnvironment[] {
  let steps = mostSteps;
  return lineage(stage).flatMap((each) =>
    facts.copiesIn(each).flatMap((copy) => {
      const { from, destination } = copy;
      if (from.kind !== 'stage' || destination === undefined || steps < 0) return [];
      const made = environmentsMadeIn(from.stage, facts);
      steps -= made.length + from.stage.index;
      return made.flatMap((environment) =>
        copy.sources.flatMap(({ text, known }) => {
          const rest = known ? pathInside(joinPath('/', text), environment.folder) : undefined;
          if (rest === undefined) return [];
          const folder = joinPath(destination, copy.keepsParents ? environment.folder.slice(1) : rest);
          return [{ environment, copy, folder }];
        }),
      );
    }),
  );
}

type Made = Pick<VirtualEnvironment, 'folder' | 'relocatable' | 'ownPython'>;

function madeBy(command: RunCommand, instruction: Instruction, facts: Facts): Made | undefined {
  const [first] = command.words;
  const name = programName(first?.text ?? '');
  const inFolder = (relative: string, more: Partial<Made> = {}): Made | undefined =>
    relative.includes('$') || (command.folder === undefined && !relative.startsWith('/'))
      ? undefined
      : { folder: joinPath(command.folder ?? '/', relative), relocatable: false, ownPython: false, ...more };
  const isOn = (variable: string): boolean => isSwitchedOn(variable, command, instruction, facts);
  const uvChoosesPython =
    facts.context.kindOf('.python-version') !== undefined ||
    variableOf('UV_PYTHON', command, instruction, facts) !== undefined ||
    isOn('UV_MANAGED_PYTHON');
  if (isPython(name) || name === 'virtualenv') return byPython(command, name, inFolder);
  const uvVenv = toolCommand(command, 'uv', ['venv'], uvGrammar);
  if (uvVenv !== undefined) {
    const [folder] = uvVenv.positionals;
    if (uvVenv.open) return undefined;
    return inFolder(folder?.text ?? '.venv', {
      relocatable: isGiven(uvVenv, '--relocatable') || isOn('UV_VENV_RELOCATABLE'),
      ownPython: uvChoosesPython || isGiven(uvVenv, '--python', '--managed-python'),
    });
  }
  const uvSync = toolCommand(command, 'uv', ['sync'], uvGrammar);
  if (uvSync !== undefined) {
    if (isGiven(uvSync, '--directory', '--project', '--active', '--help')) return undefined;
    const folder = variableOf('UV_PROJECT_ENVIRONMENT', command, instruction, facts) ?? '.venv';
    const made = inFolder(folder, { ownPython: uvChoosesPython || isGiven(uvSync, '--python', '--managed-python') });
    // There uv installs beside the packages of the system.
    return made === undefined || /^\/usr(?:\/local)?$/.test(made.folder) ? undefined : made;
  }
  if (name === 'poetry' && command.words.some(({ text }) => text === 'install' || text === 'sync'))
    return isOn('POETRY_VIRTUALENVS_IN_PROJECT') || /virtualenvs\.in-project\s+true/.test(facts.dockerfile.text)
      ? inFolder('.venv')
      : undefined;
  if (name === 'pipenv' && command.words.some(({ text }) => text === 'install' || text === 'sync'))
    return isOn('PIPENV_VENV_IN_PROJECT') ? inFolder('.venv') : undefined;
  return undefined;
}

/** `python -m venv FOLDER`, `virtualenv FOLDER`. */
function byPython(
  { words }: RunCommand,
  name: string,
  inFolder: (relative: string, more?: Partial<Made>) => Made | undefined,
): Made | undefined {
  let start = 1;
  if (name !== 'virtualenv') {
    start = words.findIndex(({ text }) => text === '-m') + 2;
    const module = words[start - 1]?.text;
    if (start < 2 || (module !== 'venv' && module !== 'virtualenv')) return undefined;
  }
  const { options, positionals, open } = readArguments(words.slice(start), venvGrammar);
  const folder = positionals.at(-1);
  if (open || folder === undefined) return undefined;
  return inFolder(folder.text, { ownPython: options.some((option) => option.name === '--python') });
}

const venvGrammar = grammarOf({
  values: [
    ['--prompt'],
    ['--python', '-p'],
    ['--creator'],
    ['--seeder'],
    ['--activators'],
    ['--pip'],
    ['--setuptools'],
  ],
  flags: [],
  abbreviations: false,
});

const uvGrammar = grammarOf({
  values: [
    ['--python', '-p'],
    ['--prompt'],
    ['--extra'],
    ['--group'],
    ['--no-group'],
    ['--only-group'],
    ['--package'],
    ['--index'],
    ['--default-index'],
    ['--index-url', '-i'],
    ['--extra-index-url'],
    ['--find-links', '-f'],
    ['--link-mode'],
    ['--cache-dir'],
    ['--directory'],
    ['--project'],
    ['--config-file'],
    ['--no-install-package'],
    ['--exclude-newer'],
  ],
  flags: [['--help', '-h']],
  abbreviations: false,
});
