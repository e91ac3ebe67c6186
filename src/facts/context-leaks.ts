import type { Copy, CopySource } from './copies.ts';
import type { BuildContext, Listing } from './context.ts';
import type { Facts } from './facts.ts';
import { placeFromContext, placeFromStage } from './image-files.ts';
import { oncePer } from './once.ts';
import { leakOfFile, leakOfFolder, type LeakKind } from './secret-files.ts';
import type { Stage } from './stages.ts';
import { copiesOfBuild, namedByCopies } from './whole-context.ts';

/** A secret or a bulky folder of the context that a COPY or ADD of a folder carries into the image. */
export interface ContextLeak {
  /** Relative to the context. */
  readonly path: string;
  readonly kind: LeakKind;
  readonly isFolder: boolean;
  /** Where it is in the image; at least one place. */
  readonly imagePaths: readonly string[];
  /** The instruction takes the folder around it. */
  readonly copy: Copy;
  readonly source: CopySource;
}

/** A file that went through more stages than this is not followed. */
const deepest = 8;
/** More are no further news, and a stranger's repository must not keep us busy. */
const mostCandidates = 200;
/** Nor must his Dockerfile, where each of thousands of stages copies from all others: no person writes one that takes more. */
const mostSteps = 5_000_000;
/** To follow a file costs that much more than to look at a stage. */
const stepsOfPlace = 5;

interface Candidate {
  readonly path: string;
  readonly kind: LeakKind;
  readonly isFolder: boolean;
}

/** In the order of the instructions, then of the paths. What a COPY names itself is meant to be there, and is none. */
export function contextLeaks(facts: Facts): readonly ContextLeak[] {
  const candidates = candidatesIn(facts);
  if (candidates.length === 0) return [];
  const copies = copiesOfBuild(facts);
  const named = new Set(namedByCopies(facts));
  let steps = mostSteps;
  const takers = oncePer((stage: Stage) => {
    steps -= copies.length + facts.stages.length;
    const holders = builtOn(stage, facts.stages);
    return copies.filter(({ from }) => from.kind === 'stage' && holders.has(from.stage));
  });
  /** Every place of the image where a file of a stage ends. */
  const reach = (stage: Stage, place: string, depth = 0): readonly string[] => {
    if (facts.graph.inImage.has(stage)) return [place];
    if (depth === deepest || steps < 0) return [];
    return takers(stage).flatMap((copy) =>
      copy.sources.flatMap((source) => {
        if ((steps -= stepsOfPlace) < 0) return [];
        const next = placeFromStage(copy, source, place);
        return next === undefined ? [] : reach(copy.stage, next, depth + 1);
      }),
    );
  };
  const known = new Set<string>();
  const leakOf = (candidate: Candidate, copy: Copy): ContextLeak | undefined => {
    for (const source of copy.sources) {
      const place = placeFromContext(copy, source, candidate.path, facts.context);
      const imagePaths = place === undefined ? [] : [...new Set(reach(copy.stage, place))];
      if (imagePaths.length === 0) continue;
      // The same file to the same place once more is no further news.
      const key = JSON.stringify([candidate.path, imagePaths]);
      if (known.has(key)) return undefined;
      known.add(key);
      return { ...candidate, imagePaths, copy, source };
    }
    return undefined;
  };
  return copies.flatMap((copy) =>
    copy.from.kind === 'context'
      ? candidates.flatMap((candidate) => (named.has(candidate.path) ? [] : (leakOf(candidate, copy) ?? [])))
      : [],
  );
}

/** A stage, and all that have its files because they are built FROM it. */
function builtOn(stage: Stage, stages: readonly Stage[]): ReadonlySet<Stage> {
  const found = new Set([stage]);
  for (let index = stage.index + 1; index < stages.length; index += 1) {
    const above = stages[index];
    if (above?.base.kind === 'stage' && found.has(above.base.stage)) found.add(above);
  }
  return found;
}

/** What lies in the context and is sent to the build. */
function candidatesIn({ context }: Facts): readonly Candidate[] {
  const { unvisited } = context.listing;
  const folders = unvisited
    .map((path) => ({ path, kind: leakOfFolder(path), isFolder: true }))
    .filter(({ path, kind }) => !innerFiles[kind].every((name) => context.isIgnored(`${path}/${name}`)));
  const single = leakingFiles(context).filter(({ path }) => !context.isIgnored(path));
  return [...folders, ...single].toSorted((a, b) => (a.path < b.path ? -1 : 1)).slice(0, mostCandidates);
}

/** Files that would be leaks if they were sent. The same for all Dockerfiles that share the listing. */
function leakingFiles(context: BuildContext): readonly Candidate[] {
  const known = leakingIn.get(context.listing);
  if (known !== undefined) return known;
  const found = context.listing.files.flatMap((path): readonly Candidate[] => {
    const kind = leakOfFile(path, context);
    return kind === undefined ? [] : [{ path, kind, isFolder: false }];
  });
  leakingIn.set(context.listing, found);
  return found;
}

const leakingIn = new WeakMap<Listing, readonly Candidate[]>();

/** Of a folder that was not entered, files by which to see whether .dockerignore lets its contents pass. */
const innerFiles: Readonly<Record<LeakKind, readonly string[]>> = {
  repository: ['HEAD', 'config', 'objects/pack/pack'],
  'node-modules': ['package/package.json'],
  virtualenv: ['pyvenv.cfg', 'bin/python', 'lib/python3/site-packages/package/module.py'],
  environment: [],
  key: [],
  credentials: [],
};
