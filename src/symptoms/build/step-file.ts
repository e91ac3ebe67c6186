import { joinPath } from '../../facts/image-path.ts';
import { placeFromContext } from '../../facts/image-files.ts';
import type { Copy } from '../../facts/copies.ts';
import { lineage } from '../../facts/stages.ts';
import { instructionAt } from '../place.ts';
import type { StartedFile } from '../start/started-file.ts';
import type { Symptoms } from '../symptoms.ts';

/** A file of the repository that the failed step of the build ran. */
export interface StepFile extends StartedFile {
  /** The COPY that brings it into the stage. */
  readonly copy?: Copy;
}

/** Undefined where the program is no file of the repository, or where only the build can tell. */
export function stepFile(program: string, { facts, build }: Symptoms): StepFile | undefined {
  const instruction = instructionAt(facts, build?.failure.line);
  const stage = instruction === undefined ? undefined : facts.placeOf(instruction)?.stage;
  if (instruction === undefined || stage === undefined) return undefined;
  const { commands } = facts.shellOf(instruction);
  const folder = commands.find(({ words }) => words.some(({ text }) => text === program))?.folder ?? workdirAt();
  if (folder === undefined && !program.startsWith('/')) return undefined;
  const imagePath = joinPath(folder ?? '/', program);
  const path = facts.filesIn(stage).repositoryPath(imagePath);
  if (path === undefined) return undefined;
  const bringing = lineage(stage)
    .toReversed()
    .flatMap((each) => facts.copiesIn(each))
    .filter((each) => each.sources.some((source) => placeFromContext(each, source, path, facts.context) === imagePath));
  const copy = bringing.findLast((each) => each.instruction.span.start < instruction.span.start);
  // What only a later COPY brings was not there yet.
  if (copy === undefined && bringing.length > 0) return undefined;
  return {
    path,
    name: facts.context.reportPath(path),
    imagePath,
    text: facts.context.readText(path),
    ...(copy === undefined ? {} : { copy }),
  };

  function workdirAt(): string | undefined {
    const workdir = instruction === undefined ? undefined : facts.stateAt(instruction)?.workdir;
    return workdir?.known === true ? workdir.text : undefined;
  }
}
