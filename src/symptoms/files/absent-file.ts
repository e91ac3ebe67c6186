import path from 'node:path';
import { locationOf } from '../../dockerfile/location.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import { placeFromContext } from '../../facts/image-files.ts';
import { contextPath, joinPath } from '../../facts/image-path.ts';
import { lineage } from '../../facts/stages.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Edit, Location } from '../../finding.ts';
import { linePlace } from '../place.ts';

/**
 * Why a file is not in the image at a step. `absent`: the repository has none. `ignored`: .dockerignore keeps it from the build.
 * `later`: a COPY below brings it. `elsewhere`: a COPY above brings it to another path of the image. `unset`: one would, were it not
 * for a build argument that has no value in the stage. `uncopied`: no COPY does.
 */
export type AbsentFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'ignored'; readonly file: string; readonly location?: Location; readonly edit?: Edit }
  | { readonly kind: 'later'; readonly file: string; readonly location: Location }
  | { readonly kind: 'elsewhere'; readonly file: string; readonly imagePath: string; readonly location: Location }
  | {
      readonly kind: 'unset';
      readonly file: string;
      readonly variable: string;
      readonly location: Location;
      readonly edit: Edit;
    }
  | { readonly kind: 'uncopied'; readonly file: string };

/** `wanted` is as the step names it, from the folder that it works in. */
export function absentFile(facts: Facts, instruction: Instruction, folder: string, wanted: string): AbsentFile {
  const imagePath = joinPath(folder, wanted);
  const later = laterCopy(facts, instruction, imagePath);
  if (later !== undefined) return later;
  const file = inRepository(facts, imagePath);
  if (file === undefined) return { kind: 'absent' };
  if (facts.context.isIgnored(file)) return ignored(facts, file);
  return (
    copiedElsewhere(facts, instruction, file) ?? copiedByUnset(facts, instruction, file) ?? { kind: 'uncopied', file }
  );
}

/** A line above the step that copies a file of the context to where the step looks for it. */
export function copyAbove(facts: Facts, instruction: Instruction, file: string, wanted: string): Edit {
  const destination = path.posix.normalize(wanted) === file && !file.includes('/') ? '.' : wanted;
  const { path: name, line } = locationOf(facts.dockerfile, instruction.span);
  return {
    location: { path: name, line, column: 1, endLine: line, endColumn: 1 },
    text: `COPY ${file} ${destination}\n`,
  };
}

function laterCopy(facts: Facts, instruction: Instruction, imagePath: string): AbsentFile | undefined {
  const place = facts.placeOf(instruction);
  if (place === undefined) return undefined;
  for (const copy of facts.copiesIn(place.stage)) {
    if (copy.from.kind !== 'context' || (facts.placeOf(copy.instruction)?.position ?? 0) < place.position) continue;
    const file = facts.context.listing.files.find(
      (each) =>
        path.posix.basename(each) === path.posix.basename(imagePath) &&
        !facts.context.isIgnored(each) &&
        copy.sources.some((source) => placeFromContext(copy, source, each, facts.context) === imagePath),
    );
    if (file !== undefined)
      return { kind: 'later', file, location: locationOf(facts.dockerfile, copy.instruction.span) };
  }
  return undefined;
}

function copiedElsewhere(facts: Facts, instruction: Instruction, file: string): AbsentFile | undefined {
  const stage = facts.placeOf(instruction)?.stage;
  const copies = stage === undefined ? [] : lineage(stage).flatMap((each) => facts.copiesIn(each));
  for (const copy of copies) {
    if (copy.from.kind !== 'context' || copy.instruction.span.start > instruction.span.start) continue;
    for (const source of copy.sources) {
      const imagePath = placeFromContext(copy, source, file, facts.context);
      if (imagePath !== undefined)
        return { kind: 'elsewhere', file, imagePath, location: locationOf(facts.dockerfile, copy.instruction.span) };
    }
  }
  return undefined;
}

/** An ARG above the first FROM has no value in a stage that does not declare it again. */
function copiedByUnset(facts: Facts, instruction: Instruction, file: string): AbsentFile | undefined {
  const stage = facts.placeOf(instruction)?.stage;
  for (const copy of stage === undefined ? [] : facts.copiesIn(stage)) {
    const { start } = copy.instruction.span;
    if (copy.from.kind !== 'context' || copy.destination !== undefined || start > instruction.span.start) continue;
    if (!copy.sources.some(({ text }) => contextPath(text) === file || file.startsWith(`${contextPath(text)}/`)))
      continue;
    const word = copy.instruction.words.at(-1)?.text ?? '';
    const names = [...word.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name);
    const variable = names.find(
      (name) =>
        name !== undefined && isGlobal(name, facts) && facts.stateAt(copy.instruction)?.variable(name) === undefined,
    );
    if (variable === undefined) continue;
    const location = locationOf(facts.dockerfile, copy.instruction.span);
    const above = { path: location.path, line: location.line, column: 1, endLine: location.line, endColumn: 1 };
    return { kind: 'unset', file, variable, location, edit: { location: above, text: `ARG ${variable}\n` } };
  }
  return undefined;
}

function isGlobal(name: string, { dockerfile: { instructions } }: Facts): boolean {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  return instructions
    .slice(0, Math.max(0, first))
    .some(({ keyword, assignments }) => keyword === 'ARG' && assignments.some((each) => each.name === name));
}

/** The one whose path is the end of the image's, the longest such; else the only one of that name. */
function inRepository({ context }: Facts, imagePath: string): string | undefined {
  const named = context.listing.files.filter((file) => path.posix.basename(file) === path.posix.basename(imagePath));
  const ending = named.filter((file) => imagePath.endsWith(`/${file}`)).toSorted((a, b) => b.length - a.length);
  return ending[0] ?? (named.length === 1 ? named[0] : undefined);
}

function ignored(facts: Facts, file: string): AbsentFile {
  const { ignoreFile } = facts.context;
  const line = ignoreFile?.patterns.decidingLine(file);
  if (ignoreFile === undefined || line === undefined) return { kind: 'ignored', file };
  const lines = ignoreFile.text.split(/\r?\n/);
  const last = linePlace(facts, ignoreFile.path, lines.findLastIndex((text) => text.trim() !== '') + 1);
  const location = linePlace(facts, ignoreFile.path, line)?.location;
  return {
    kind: 'ignored',
    file,
    ...(location === undefined ? {} : { location }),
    ...(last === undefined
      ? {}
      : { edit: { location: { ...last.location, column: last.location.endColumn }, text: `\n!${file}` } }),
  };
}
