import path from 'node:path';
import { readIgnoreFile } from '../dockerfile/ignore-file.ts';
import type { BuildContext, Listing } from './context.ts';
import type { Copy, CopySource } from './copies.ts';
import type { Facts } from './facts.ts';
import { contextPath, joinPath, pathInside } from './image-path.ts';
import { oncePer, oncePerObject } from './once.ts';
import type { Stage } from './stages.ts';
import { hasWildcard, wildcard } from './wildcard.ts';

/** COPY and ADD of a stage and of those below it replayed: which file of the repository is which file of the image. */
export interface ImageFiles {
  /** The file of the context that becomes this file of the image, relative to the context; undefined where none is known to. */
  repositoryPath(imagePath: string): string | undefined;
  /** Where a file of the context is in the image; undefined where it is not copied, or is ignored. */
  imagePath(repositoryPath: string): string | undefined;
  /** Every place where a file of the context is in the image. */
  imagePaths(repositoryPath: string): readonly string[];
  /**
   * COPY or ADD bring something into this folder, or into one above it, that is not in the context: from an image, an
   * address, an archive, a variable. What seems absent there may be present.
   */
  mayHoldMore(folder: string): boolean;
}

/**
 * How many COPYs are still looked at for one question: each stage may take a file twice from the one before, so without a
 * limit thirty stages would never end. What is not found then is not known to be absent (see `mayHoldMore`).
 */
interface Steps {
  left: number;
}

const mostSteps = 2000;

function begin(): Steps {
  return { left: mostSteps };
}

type ImageFacts = Pick<Facts, 'context' | 'copiesIn'>;

export function imageFiles(target: Stage, facts: ImageFacts): ImageFiles {
  const { context } = facts;
  const sources = sourcesIn(context);
  const replayed = (stage: Stage): Iterable<Copy> => copiesDownFrom(stage, facts);
  const find = (stage: Stage, imagePath: string, steps: Steps): string | undefined => {
    for (const copy of replayed(stage)) {
      const { from } = copy;
      if ((steps.left -= 1) < 0) return undefined;
      for (const source of copy.sources) {
        const found =
          from.kind === 'stage'
            ? findThroughStage(copy, source, imagePath, (inner) => find(from.stage, inner, steps))
            : from.kind === 'context'
              ? findInContext(copy, source, imagePath, sources)
              : undefined;
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  const places = (stage: Stage, repositoryPath: string, steps: Steps): readonly string[] => {
    const found: string[] = [];
    for (const copy of replayed(stage)) {
      const { from } = copy;
      if (from.kind === 'other') continue;
      if ((steps.left -= 1) < 0) break;
      const inner = from.kind === 'stage' ? places(from.stage, repositoryPath, steps) : [];
      for (const source of copy.sources) {
        const own =
          from.kind === 'stage'
            ? inner.flatMap((place) => placeFromStage(copy, source, place) ?? [])
            : [placeFromContext(copy, source, repositoryPath, context) ?? []].flat();
        found.push(...own);
      }
    }
    return found;
  };
  const imagePaths = oncePer((repositoryPath: string): readonly string[] =>
    context.isIgnored(repositoryPath)
      ? []
      : [...new Set(places(target, repositoryPath, begin()))].filter(
          (each) => find(target, each, begin()) === repositoryPath,
        ),
  );
  return {
    repositoryPath: oncePer((imagePath: string) => find(target, joinPath('/', imagePath), begin())),
    imagePath: (repositoryPath) => imagePaths(repositoryPath)[0],
    imagePaths,
    mayHoldMore: (folder) => holdsMore(target, folder, replayed),
  };
}

/**
 * Of a stage and of those below it, the last first: what it covers counts. One after the other, for most questions end soon; and not
 * down through all of thousands.
 */
function* copiesDownFrom(stage: Stage, facts: ImageFacts): Iterable<Copy> {
  let left = mostSteps;
  for (let each: Stage | undefined = stage; each !== undefined && left > 0; left -= 1) {
    yield* facts.copiesIn(each).toReversed();
    each = each.base.kind === 'stage' ? each.base.stage : undefined;
  }
}

/** The context, and what is asked of it again and again. */
interface Sources {
  readonly context: BuildContext;
  readonly matchesOf: (text: string) => readonly string[];
  readonly isExcluded: (copy: Copy, name: string) => boolean;
}

const sourcesOf = new WeakMap<BuildContext, Sources>();

function sourcesIn(context: BuildContext): Sources {
  const kept = sourcesOf.get(context);
  if (kept !== undefined) return kept;
  // `--exclude=` takes the patterns of .dockerignore.
  const excluded = oncePer((copy: Copy) => readIgnoreFile(copy.excludes.join('\n')));
  const sources: Sources = {
    context,
    matchesOf: oncePer((text: string) => matchesIn(text, context)),
    isExcluded: (copy, name) => copy.excludes.length > 0 && excluded(copy).ignores(name),
  };
  sourcesOf.set(context, sources);
  return sources;
}

/** What of a source's own tree an image path is: empty for the source itself. Undefined where it is not of this copy. */
function restOf(copy: Copy, source: CopySource, isFolder: boolean, imagePath: string): string | undefined {
  if (copy.destination === undefined || !source.known || source.remote) return undefined;
  if (!imagePath.startsWith(copy.destination)) return undefined;
  const name = copy.keepsParents ? contextPath(source.text) : path.posix.basename(contextPath(source.text));
  if (isFolder) return pathInside(copy.keepsParents ? joinPath(copy.destination, name) : copy.destination, imagePath);
  const place = copy.intoFolder || copy.keepsParents ? joinPath(copy.destination, name) : copy.destination;
  if (imagePath === place) return '';
  // Without a slash the destination of a single file may be a folder that is there already.
  return imagePath === joinPath(copy.destination, name) ? '' : undefined;
}

function findInContext(
  copy: Copy,
  source: CopySource,
  imagePath: string,
  { context, matchesOf, isExcluded }: Sources,
): string | undefined {
  for (const name of matchesOf(source.text)) {
    const kind = context.kindOf(name === '' ? '.' : name);
    if (kind === undefined) continue;
    const rest = restOf(copy, { ...source, text: name }, kind === 'folder', imagePath);
    if (rest === undefined) continue;
    const found = path.posix.join(name, rest);
    if (context.kindOf(found) === 'file' && !context.isIgnored(found) && !isExcluded(copy, found)) return found;
  }
  return undefined;
}

/** Where a path of the context comes to lie by this source of a copy; undefined where it is not of it. What .dockerignore says is not asked. */
export function placeFromContext(
  copy: Copy,
  source: CopySource,
  repositoryPath: string,
  context: BuildContext,
): string | undefined {
  const { matchesOf, isExcluded } = sourcesIn(context);
  if (copy.destination === undefined || !source.known || source.remote || isExcluded(copy, repositoryPath))
    return undefined;
  for (const name of matchesOf(source.text)) {
    const rest = pathInside(name, repositoryPath);
    if (rest !== undefined) return placeOf(copy, name, rest);
  }
  return undefined;
}

function placeOf(copy: Copy, name: string, rest: string): string {
  const destination = copy.destination ?? '/';
  if (copy.keepsParents) return joinPath(destination, path.posix.join(name, rest));
  if (rest !== '') return joinPath(destination, rest);
  return copy.intoFolder ? joinPath(destination, path.posix.basename(name)) : destination;
}

function findThroughStage(
  copy: Copy,
  source: CopySource,
  imagePath: string,
  find: (inner: string) => string | undefined,
): string | undefined {
  if (hasWildcard(source.text)) return undefined;
  const asFolder = restOf(copy, source, true, imagePath);
  const folder = asFolder === undefined ? undefined : find(joinPath(joinPath('/', source.text), asFolder));
  if (folder !== undefined) return folder;
  return restOf(copy, source, false, imagePath) === undefined ? undefined : find(joinPath('/', source.text));
}

/** The same for a place in the stage that is copied from. */
export function placeFromStage(copy: Copy, source: CopySource, inner: string): string | undefined {
  if (copy.destination === undefined || !source.known || hasWildcard(source.text)) return undefined;
  const name = joinPath('/', source.text);
  const rest = pathInside(name, inner);
  return rest === undefined ? undefined : placeOf(copy, name, rest);
}

/** The paths of the context that a source names; a wildcard may name many. */
function matchesIn(text: string, context: BuildContext): readonly string[] {
  const name = contextPath(text);
  if (!hasWildcard(name)) return [name];
  const pattern = wildcard(name);
  if (pattern === undefined) return [];
  return pathsOfDepth(context.listing)(name.split('/').length).filter((candidate) => pattern.test(candidate));
}

/** Files and folders so many names deep. */
const pathsOfDepth = oncePerObject(({ files }: Listing) =>
  oncePer((depth: number) => [...new Set(files.map((file) => file.split('/').slice(0, depth).join('/')))]),
);

function holdsMore(target: Stage, folder: string, replayed: (stage: Stage) => Iterable<Copy>): boolean {
  const waiting = [target];
  const seen = new Set<Stage>();
  const steps = begin();
  for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
    if (seen.has(stage)) continue;
    if (stage.index > mostSteps) return true;
    seen.add(stage);
    for (const copy of replayed(stage)) {
      // As many stages as one question may look at, and each of them through one door: else it was not found for want of steps.
      if ((steps.left -= seen.size) < 0) return true;
      if (copy.from.kind === 'stage') waiting.push(copy.from.stage);
      if (copy.destination === undefined) return true;
      // What another stage holds may lie anywhere in the folder that is copied from it.
      const touches =
        stage !== target ||
        pathInside(copy.destination, folder) !== undefined ||
        pathInside(folder, copy.destination) !== undefined;
      if (touches && (copy.from.kind === 'other' || copy.heredocs.length > 0 || copy.sources.some(isMore))) return true;
    }
  }
  return false;
}

function isMore(source: CopySource): boolean {
  return !source.known || source.remote || /\.(?:tar|tgz|tar\.\w+|tbz2?|txz)$/i.test(source.text);
}
