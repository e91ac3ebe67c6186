import path from 'node:path';
import { locationOf } from '../../dockerfile/location.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import { placeFromContext } from '../../facts/image-files.ts';
import { joinPath } from '../../facts/image-path.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Edit, Location } from '../../finding.ts';
import { linePlace } from '../place.ts';

/**
 * Why a file is not in the image at a step. `absent`: the repository has none. `ignored`: .dockerignore keeps it from the build.
 * `later`: a COPY below brings it. `uncopied`: no COPY does.
 */
export type AbsentFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'ignored'; readonly file: string; readonly location?: Location; readonly edit?: Edit }
  | { readonly kind: 'later'; readonly file: string; readonly location: Location }
  | { readonly kind: 'uncopied'; readonly file: string };

/** `wanted` is as the step names it, from the folder that it works in. */
export function absentFile(facts: Facts, instruction: Instruction, folder: string, wanted: string): AbsentFile {
  const imagePath = joinPath(folder, wanted);
  const later = laterCopy(facts, instruction, imagePath);
  if (later !== undefined) return later;
  const file = inRepository(facts, imagePath);
  if (file === undefined) return { kind: 'absent' };
  return facts.context.isIgnored(file) ? ignored(facts, file) : { kind: 'uncopied', file };
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
