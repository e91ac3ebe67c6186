import type { ImageReference } from '../dockerfile/image-reference.ts';
import type { Instruction } from '../dockerfile/model.ts';
import { isPython, programName } from '../servers/index.ts';
import { officialName } from './base-image.ts';
import type { Copy } from './copies.ts';
import type { Facts } from './facts.ts';
import type { RunCommand } from './run-shell.ts';
import { lineage } from './stages.ts';

/** How much a base image brings: `full` is built on buildpack-deps, with compilers, git and curl; `slim` has none of them. */
export type BaseVariant = 'full' | 'slim' | 'alpine';

/** Undefined where it is not known what the image brings. */
export function baseVariant(reference: ImageReference): BaseVariant | undefined {
  const { tag = '' } = reference;
  const official = officialName(reference);
  const isUv = `${reference.registry}/${reference.repository}` === 'ghcr.io/astral-sh/uv';
  if (official === 'alpine') return 'alpine';
  if (official === 'debian' || official === 'ubuntu') return 'slim';
  if (official !== 'python' && !(isUv && /^(?:[\d.]+-)?python/.test(tag))) return undefined;
  if (/(?:^|-)(?:windowsservercore|nanoserver)/.test(tag)) return undefined;
  if (/(?:^|-)slim(?:-|$)/.test(tag)) return 'slim';
  return /(?:^|-)alpine/.test(tag) ? 'alpine' : 'full';
}

/** The image that the target begins with, below all its stages. */
export function lowestImage({
  target,
}: Pick<Facts, 'target'>): { readonly text: string; readonly reference: ImageReference } | undefined {
  const base = target === undefined ? undefined : lineage(target).at(-1)?.base;
  return base?.kind === 'image' ? base : undefined;
}

/**
 * The base image, where it surely has no program of this name and nothing in the Dockerfile may bring it: no package, no script,
 * no copied file.
 */
export function imageWithout(program: 'curl' | 'wget', facts: Facts): string | undefined {
  const image = lowestImage(facts);
  const variant = image === undefined ? undefined : baseVariant(image.reference);
  if (image === undefined || variant === undefined || variant === 'full') return undefined;
  if (variant === 'alpine' && program === 'wget') return undefined; // BusyBox has one
  const isBrought = facts.imageInstructions.some((instruction) => mayBring(program, instruction, facts));
  return isBrought ? undefined : image.text;
}

function mayBring(program: string, instruction: Instruction, facts: Facts): boolean {
  if (instruction.keyword === 'RUN') {
    const { commands, readable } = facts.shellOf(instruction);
    return !readable || instruction.text.includes(program) || commands.some(mayInstallMore);
  }
  const copy = facts.copyOf(instruction);
  return copy !== undefined && mayCopy(program, copy);
}

/** Programs that bring no others but what they are told to, and those are named. */
const plainPrograms: ReadonlySet<string> = new Set(
  [
    'apt-get apt apk pip pip3 uv poetry pipenv pdm useradd groupadd adduser addgroup usermod chown chmod chgrp mkdir rm rmdir',
    'touch ln mv echo printf test [ [[ true false set export cd cat sed grep awk find head tail sort tr cut exit if then : sleep',
    'which command type env umask date id whoami pwd ls alembic update-ca-certificates locale-gen update-locale ldconfig',
  ]
    .join(' ')
    .split(' '),
);

/** A script, an unknown tool, a package that is a variable: it may put any program into the image. */
export function mayInstallMore(command: RunCommand): boolean {
  const [first, ...rest] = command.words;
  const name = programName(first?.text ?? '');
  if (name === '' || command.handsOn === true) return false;
  if (!plainPrograms.has(name) && !isPython(name)) return true;
  const isPackageManager = name === 'apt-get' || name === 'apt' || name === 'apk';
  return (
    rest.some(({ text }) => /playwright|\.sh$/.test(text)) ||
    (isPackageManager && rest.some(({ text, known }) => !known || /\.(?:deb|apk)$/.test(text)))
  );
}

function mayCopy(program: string, { sources, from, destination }: Copy): boolean {
  if (sources.some(({ text, known, remote }) => !known || remote || text.includes(program))) return true;
  if (from.kind === 'context')
    return destination === undefined || /^\/(?:$|usr$|usr\/local$|(?:usr\/(?:local\/)?)?s?bin$)/.test(destination);
  // A folder of programs, or one above it; a single file has a name of its own.
  return sources.some(({ text }) => /^\/?(?:\.|usr|usr\/local|(?:usr\/(?:local\/)?)?s?bin|opt)?\/?\*?\.?$/.test(text));
}
