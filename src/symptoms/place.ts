import path from 'node:path';
import { locationOf } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import { isForeign, type Frame, type Traceback } from '../traceback/traceback.ts';

/** A frame of the user's own code, and where it stands in the repository. */
export interface OwnFrame {
  readonly frame: Frame;
  /** Relative to the context. */
  readonly path: string;
  readonly location: Location;
}

/** The deepest frame that the repository holds, line by line as the log quotes it. */
export function ownPlace(traceback: Traceback, facts: Facts): OwnFrame | undefined {
  for (const frame of traceback.frames.toReversed()) {
    const found = placeOfFrame(frame, facts);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Undefined where the file is not the repository's, or its line is another one by now. */
export function placeOfFrame(frame: Frame, facts: Facts): OwnFrame | undefined {
  for (const name of repositoryPaths(frame, facts)) {
    const location = linePlace(facts, name, frame.line);
    if (location === undefined) continue;
    if (frame.source !== undefined && !sameLine(location.text, frame.source)) continue;
    return { frame, path: name, location: location.location };
  }
  return undefined;
}

/** A line of a file of the context, from its first to its last character that is not blank. */
export function linePlace(
  facts: Facts,
  name: string,
  line: number,
): { readonly location: Location; readonly text: string } | undefined {
  const whole = facts.context.readText(name)?.split(/\r\n|\n|\r/)[line - 1];
  if (whole === undefined) return undefined;
  const text = whole.trim();
  const column = whole.length - whole.trimStart().length + 1;
  return {
    text,
    location: { path: facts.context.reportPath(name), line, column, endLine: line, endColumn: column + text.length },
  };
}

/** The instruction at a line that the build named. */
export function instructionAt(facts: Facts, line: number | undefined): Instruction | undefined {
  if (line === undefined) return undefined;
  return facts.dockerfile.instructions.find(({ lines }) => lines[0] <= line && line <= lines[1]);
}

/** The instruction that the build stopped at. */
export function failedPlace(facts: Facts, line: number | undefined): Location | undefined {
  const instruction = instructionAt(facts, line);
  return instruction === undefined ? undefined : locationOf(facts.dockerfile, instruction.span);
}

function repositoryPaths(frame: Frame, facts: Facts): readonly string[] {
  if (!isForeign(frame.file)) {
    const workdir = facts.finalState?.workdir;
    const absolute = path.posix.resolve(workdir?.known === true ? workdir.text : '/', frame.file);
    const copied = facts.imageFiles?.repositoryPath(absolute);
    return copied === undefined ? [] : [copied];
  }
  // The project itself may be installed (`pip install .`): then its quoted line is the only proof.
  const installed = /(?:site|dist)-packages\/(.+\.py)$/.exec(frame.file)?.[1];
  if (installed === undefined || frame.source === undefined) return [];
  return facts.context.listing.files.filter((file) => file === installed || file.endsWith(`/${installed}`)).slice(0, 4);
}

/** Python quotes only the first line of a statement that goes over several, and trims it. */
function sameLine(text: string, source: string): boolean {
  return text === source.trim() || text.replaceAll(/\s+/g, ' ') === source.trim().replaceAll(/\s+/g, ' ');
}
