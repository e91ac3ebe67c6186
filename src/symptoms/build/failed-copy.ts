import { folded } from '../../facts/build-steps.ts';
import { posix } from 'node:path';
import { locationOf } from '../../dockerfile/location.ts';
import type { Copy, CopyOrigin, CopySource } from '../../facts/copies.ts';
import { contextPath } from '../../facts/image-path.ts';
import type { Facts } from '../../facts/facts.ts';
import { mountsOf } from '../../facts/mounts.ts';
import type { Location } from '../../finding.ts';
import { failedPlace, instructionAt } from '../place.ts';
import type { Symptoms } from '../symptoms.ts';

/** A source of COPY, of ADD or of a mount that BuildKit did not find. */
export interface FailedCopy {
  /** As BuildKit says it: `/requirments.txt`, from the top of the context or of the other stage. */
  readonly path: string;
  /** Where it was looked for. */
  readonly from: CopyOrigin;
  readonly copy?: Copy;
  readonly source?: CopySource;
  readonly location?: Location;
  readonly line: string;
}

const notFound = /failed to calculate checksum of ref \S+: "(?<path>[^"]+)": not found/;
const noMatch =
  /(?:lstat|stat|failed to (?:stat|compute cache key)[^"]*?) ?"?(?<path>\/[^":\s]+)"?: no such file or directory/;

/** Several steps may fail at once, each of itself; the one that the build quotes comes first. */
export function failedCopies({ build, facts }: Symptoms): readonly FailedCopy[] {
  if (build === undefined) return [];
  const { message, line } = build.failure;
  const errors = build.steps.flatMap(({ name, error }) => (error === undefined ? [] : [{ name, text: error }]));
  const said = [{ name: build.failure.step ?? '', text: message, line }, ...errors];
  const found = new Map<string, FailedCopy>();
  for (const each of said) {
    const path = (notFound.exec(each.text) ?? noMatch.exec(each.text))?.groups?.['path'];
    if (path === undefined || found.has(path)) continue;
    const place = placeOf(facts, path, each.name, 'line' in each ? each.line : undefined);
    if (place === undefined && !/COPY|ADD/.test(each.name)) continue;
    found.set(path, { path, line: each.text.trim(), from: place?.copy?.from ?? { kind: 'context' }, ...place });
  }
  return [...found.values()];
}

/** Written as a path that leaves the context; BuildKit then looks for it inside. */
export function isOutside({ from, source }: FailedCopy): boolean {
  return from.kind === 'context' && source !== undefined && posix.normalize(source.text).startsWith('../');
}

type Place = Pick<FailedCopy, 'copy' | 'source' | 'location'> & Partial<Pick<FailedCopy, 'from'>>;

/** By the step's own text where that is known, else by the line, else by the path. */
function placeOf(facts: Facts, path: string, step: string, line: number | undefined): Place | undefined {
  const copies = facts.stages.flatMap((stage) => facts.copiesIn(stage));
  const words = folded(step.replace(/^\[[^\]]*\]\s*/, ''));
  const named = copies.filter(({ instruction }) => folded(instruction.text) === words);
  const there = copies.filter(
    ({ instruction }) => line !== undefined && instruction.lines[0] <= line && line <= instruction.lines[1],
  );
  for (const copy of [...named, ...there, ...copies]) {
    const source = copy.sources.find(({ text }) => `/${contextPath(text)}` === path);
    if (source !== undefined) return { copy, source, location: source.location };
  }
  const [copy] = [...named, ...there];
  if (copy !== undefined) return { copy, location: locationOf(facts.dockerfile, copy.instruction.span) };
  const mounted = mountAt(facts, line, path);
  if (mounted !== undefined) return mounted;
  const location = failedPlace(facts, line);
  return location === undefined ? undefined : { location };
}

/** `RUN --mount=from=build,source=/wheels` fails in the words of a COPY. */
function mountAt(facts: Facts, line: number | undefined, path: string): Place | undefined {
  const instruction = instructionAt(facts, line);
  const stage = instruction === undefined ? undefined : facts.placeOf(instruction)?.stage;
  if (instruction === undefined || stage === undefined) return undefined;
  const mount = mountsOf(instruction).find(({ source }) => source !== undefined && `/${contextPath(source)}` === path);
  if (mount === undefined) return undefined;
  const named = mount.from === undefined ? undefined : facts.graph.stageNamed(mount.from, stage);
  return {
    location: locationOf(facts.dockerfile, mount.flag.span),
    from:
      mount.from === undefined
        ? { kind: 'context' }
        : named === undefined
          ? { kind: 'other', text: mount.from }
          : { kind: 'stage', stage: named },
  };
}
