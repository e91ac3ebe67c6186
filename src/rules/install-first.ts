import path from 'node:path';
import { offsetOf } from '../dockerfile/location.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import type { Copy } from '../facts/copies.ts';
import type { DependencyInstall } from '../facts/dependency-installs.ts';
import type { Facts } from '../facts/facts.ts';
import { contextPath, joinPath } from '../facts/image-path.ts';
import { mountsOf } from '../facts/mounts.ts';
import { readRequirementsFile, type RequirementsFile } from '../facts/requirements.ts';
import { lineAbove } from './command-edit.ts';
import type { ClaimFix } from './rule.ts';

/**
 * Moves an installation above the copy of everything, with a copy of what it reads before it.
 * Only for `pip install -r` right behind the copy, where nothing else happens in that RUN: of other steps nobody knows whether
 * they need the source.
 */
export function installFirst(
  copy: Copy,
  installs: readonly DependencyInstall[],
  facts: Facts,
  file: Dockerfile,
): ClaimFix | undefined {
  const [install] = installs;
  const { stage, instruction, destination } = copy;
  const next = stage.instructions[stage.instructions.indexOf(instruction) + 1];
  if (install?.pip === undefined || installs.length > 1 || next !== install.instruction || destination === undefined)
    return undefined;
  if (mountsOf(next).length > 0 || next.heredocs.length > 0 || facts.shellOf(next).commands.length > 1)
    return undefined;
  if (
    copy.sources.length > 1 ||
    instruction.exec !== undefined ||
    instruction.flags.some(({ name }) => !['chown', 'chmod', 'link'].includes(name))
  )
    return undefined;
  const needed = [...new Set(install.manifests.flatMap((name) => allNeeded(name, install, facts)))];
  const files = facts.filesIn(stage);
  if (needed.some((name) => files.repositoryPath(joinPath(destination, name)) !== name)) return undefined;
  const named = new Set(
    facts
      .copiesIn(stage)
      .filter((each) => each.instruction.span.start < instruction.span.start)
      .flatMap(({ sources }) => sources.map(({ text }) => contextPath(text))),
  );
  const missing = needed.filter((name) => !named.has(name));
  const { at } = lineAbove(next, file, '');
  const start = offsetOf(file, at.line, 1);
  const block = file.text.slice(start, next.span.end);
  const end = file.text.indexOf('\n', next.span.end);
  return {
    title: 'Install before the source is copied',
    safety: 'unsafe',
    edits: [
      lineAbove(instruction, file, [...copyLines(missing, copy, file), block].join('\n')),
      { at: { start, end: end === -1 ? file.text.length : end + 1 }, text: '' },
    ],
  };
}

/** A requirements file and all that it includes or is constrained by. */
function allNeeded(name: string, install: DependencyInstall, facts: Facts): readonly string[] {
  const file = readRequirementsFile(facts.context, name);
  const constraints = install.pip?.constraintsFiles.flatMap(({ repositoryPath }) => repositoryPath ?? []) ?? [];
  return [...(file === undefined ? [name] : allIncluded(file)), ...constraints];
}

function allIncluded(file: RequirementsFile): readonly string[] {
  const included = file.includes.flatMap((include) =>
    include.file === undefined ? [include.path] : allIncluded(include.file),
  );
  return [file.path, ...file.constraints, ...included];
}

/** One COPY for each folder, with the flags of the one that takes everything. */
function copyLines(names: readonly string[], { instruction }: Copy, file: Dockerfile): readonly string[] {
  const flags = instruction.flags.map(({ span }) => `${file.text.slice(span.start, span.end)} `).join('');
  const target = instruction.words.at(-1)?.text ?? '.';
  return [...Map.groupBy(names, (name) => path.posix.dirname(name))].map(([folder, inside]) => {
    const base = target.replace(/\/+$/, '');
    const plain = target === '.' || target.endsWith('/') ? target : `${target}/`;
    return `COPY ${flags}${inside.join(' ')} ${folder === '.' ? (inside.length > 1 && plain === '.' ? './' : plain) : `${base}/${folder}/`}`;
  });
}
