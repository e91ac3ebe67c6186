import { isPython, programName } from '../servers/index.ts';
import { baseVariant, lowestImage, mayInstallMore } from './base-programs.ts';
import type { Facts } from './facts.ts';
import { joinPath, pathInside } from './image-path.ts';
import type { PipInstall } from './pip-install.ts';
import { environmentsCopiedTo, environmentsMadeIn, type CopiedEnvironment } from './virtual-environments.ts';

/** How the server's command finds the packages of a virtual environment. */
export interface EnvironmentUse {
  readonly copied: readonly CopiedEnvironment[];
  /** The folders of all environments that the image has. */
  readonly folders: readonly string[];
  /** The one whose `bin` the server's program is found in; undefined where it is in none, or where only the run can tell. */
  readonly usedFolder: string | undefined;
  /** The program is a bare name, and no environment's `bin` is on PATH for certain. */
  readonly isOffPath: boolean;
  /** Something besides the environments may have installed the server. */
  readonly mayBeElsewhere: boolean;
}

/** Undefined where the image has no environment, or where another program such as `uv run` sees to it. */
export function environmentUse(facts: Facts): EnvironmentUse | undefined {
  const { target, startCommand } = facts;
  const [program] = startCommand?.words ?? [];
  if (target === undefined || startCommand?.server === undefined || program === undefined) return undefined;
  const copied = environmentsCopiedTo(target, facts);
  const folders = [
    ...new Set([
      ...environmentsMadeIn(target, facts).map(({ folder }) => folder),
      ...copied.map(({ folder }) => folder),
    ]),
  ];
  if (folders.length === 0 || startCommand.launchers.some(isRunner) || isActivated(facts)) return undefined;
  const isIn = (whole: string): string | undefined =>
    folders.find((folder) => pathInside(joinPath(folder, 'bin'), whole) !== undefined);
  if (program.text.includes('/')) {
    const { workdir } = startCommand;
    const whole =
      workdir === undefined && !program.text.startsWith('/') ? undefined : joinPath(workdir ?? '/', program.text);
    return {
      copied,
      folders,
      usedFolder: whole === undefined ? undefined : isIn(whole),
      isOffPath: false,
      mayBeElsewhere: true,
    };
  }
  const path = pathOf(facts);
  const entry = path?.split(':').find((each) => each.startsWith('/') && isIn(joinPath('/', each)) !== undefined);
  const isOffPath = path !== undefined && entry === undefined && !path.replaceAll(/\$\{?PATH\}?/g, '').includes('$');
  return {
    copied,
    folders,
    usedFolder: entry === undefined ? undefined : isIn(joinPath('/', entry)),
    isOffPath,
    mayBeElsewhere: mayBeInstalledElsewhere(facts, folders),
  };
}

function isRunner(launcher: { readonly kind: string; readonly name?: string }): boolean {
  return launcher.kind === 'wrapper' && / run$|^uvx$/.test(launcher.name ?? '');
}

/** A shell that reads `activate`, or changes PATH by itself. */
function isActivated({ startCommand, context, dockerfile }: Facts): boolean {
  const texts = [
    startCommand?.entrypoint?.text,
    startCommand?.command?.text,
    ...(startCommand?.launchers ?? []).map((each) =>
      each.kind === 'shell' && each.path !== undefined ? context.readText(each.path) : undefined,
    ),
  ];
  return (
    texts.some((text) => text !== undefined && /\/activate\b|\bPATH=/.test(text)) ||
    /bashrc|\/etc\/profile|BASH_ENV/.test(dockerfile.text)
  );
}

/** With the variables replaced that the image sets; those that it does not set stay as they are. */
function pathOf({ startCommand }: Facts): string | undefined {
  const path = startCommand?.environment('PATH');
  return path?.text.replaceAll(/["']/g, '').replaceAll(/\$\{?(?<name>\w+)\}?/g, (whole, name: string) => {
    const value = name === 'PATH' ? undefined : startCommand?.environment(name);
    return value?.known === true ? value.text : whole;
  });
}

/** What builds and installs, and is no server. */
const tools: ReadonlySet<string> = new Set(
  'pip uv poetry pipenv pdm virtualenv setuptools wheel build hatch hatchling poetry-core'.split(' '),
);

function mayBeInstalledElsewhere(facts: Facts, folders: readonly string[]): boolean {
  const image = lowestImage(facts);
  if (image === undefined || baseVariant(image.reference) === undefined) return true;
  return (
    facts.imageInstructions.some((instruction) => {
      if (instruction.keyword === 'RUN') {
        const { commands, readable } = facts.shellOf(instruction);
        if (!readable || /\bln\s|\bpipx\b|--system\b|UV_SYSTEM_PYTHON/.test(instruction.text)) return true;
        const activated = /\/activate\b/.test(instruction.text);
        return commands.some((command) => {
          const name = programName(command.words[0]?.text ?? '');
          if (isPython(name) || /^pip[\d.]*$|^virtualenv$/.test(name) || name === '.' || name === 'source')
            return false;
          if (name === 'poetry' || name === 'pipenv' || name === 'pdm')
            return !folders.some((folder) => folder.endsWith('.venv'));
          return (
            (!activated && mayInstallMore(command)) ||
            command.words.some(({ text }) => /uvicorn|gunicorn|hypercorn|granian|fastapi/.test(text) && name !== 'uv')
          );
        });
      }
      const copy = facts.copyOf(instruction);
      if (copy === undefined || copy.from.kind === 'context') return false;
      if (copy.sources.every(({ text }) => /\/uvx?$/.test(text))) return false;
      return copy.destination === undefined || /^\/(?:$|root|usr|bin|sbin|opt$|home)/.test(copy.destination);
    }) ||
    facts.python.pipInstalls.some(
      (install) => facts.isInImage(install.instruction) && isForSystem(install, facts, folders),
    )
  );
}

/** It does not go into an environment, and installs more than tools. */
function isForSystem(
  { instruction, command, tool, named, requirementsFiles }: PipInstall,
  facts: Facts,
  folders: readonly string[],
): boolean {
  const [program] = command.words;
  const isInside =
    program?.text.includes('/') === true &&
    folders.some((folder) => pathInside(folder, joinPath(command.folder ?? '/', program.text)) !== undefined);
  if (isInside || tool === 'uv' || /\/activate\b/.test(instruction.text)) return false;
  // Behind an ENV that puts the environment on PATH, pip is the environment's.
  const path = facts.stateAt(instruction)?.environment('PATH')?.text ?? '';
  if (folders.some((folder) => path.includes(`${folder}/bin`))) return false;
  return (
    requirementsFiles.length > 0 ||
    named.some(({ requirement }) => requirement?.name === undefined || !tools.has(requirement.name))
  );
}
