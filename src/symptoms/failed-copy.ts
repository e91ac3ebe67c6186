import { locationOf } from '../dockerfile/location.ts';
import type { Copy, CopySource } from '../facts/copies.ts';
import { contextPath } from '../facts/image-path.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import { failedPlace } from './place.ts';
import type { Symptoms } from './symptoms.ts';

/** A source of COPY or ADD that BuildKit did not find. */
export interface FailedCopy {
  /** As BuildKit says it: `/requirments.txt`, from the top of the context or of the other stage. */
  readonly path: string;
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
    found.set(path, { path, line: each.text.trim(), ...place });
  }
  return [...found.values()];
}

type Place = Pick<FailedCopy, 'copy' | 'source' | 'location'>;

/** By the step's own text where that is known, else by the line, else by the path. */
function placeOf(facts: Facts, path: string, step: string, line: number | undefined): Place | undefined {
  const copies = facts.stages.flatMap((stage) => facts.copiesIn(stage));
  const words = compact(step.replace(/^\[[^\]]*\]\s*/, ''));
  const named = copies.filter(({ instruction }) => compact(instruction.text) === words);
  const there = copies.filter(
    ({ instruction }) => line !== undefined && instruction.lines[0] <= line && line <= instruction.lines[1],
  );
  for (const copy of [...named, ...there, ...copies]) {
    const source = copy.sources.find(({ text }) => `/${contextPath(text)}` === path);
    if (source !== undefined) return { copy, source, location: source.location };
  }
  const [copy] = [...named, ...there];
  if (copy !== undefined) return { copy, location: locationOf(facts.dockerfile, copy.instruction.span) };
  const location = failedPlace(facts, line);
  return location === undefined ? undefined : { location };
}

function compact(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
