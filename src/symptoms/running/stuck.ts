import type { ContainerObservation } from '../../observation.ts';
import type { Facts } from '../../facts/facts.ts';
import { linePlace, placeOfFrame, type OwnFrame } from '../place.ts';
import { ownFrames, readThreads, type Thread } from './threads.ts';

/** Where the threads of a silent server stand, as its fault handler told. */
export interface Stuck {
  readonly threads: readonly Thread[];
  /** The line of the repository that is being run or waited in; absent where it waits in an `await`, or in a library of its own accord. */
  readonly own?: OwnFrame;
  /** That line's text. */
  readonly text: string;
  /** A module is still being imported. */
  readonly isImporting: boolean;
}

export function stuckAt(container: ContainerObservation, facts: Facts): Stuck | undefined {
  if (container.threads === undefined) return undefined;
  const threads = readThreads(container.threads);
  const own = ownFrames(threads)
    .map((frame) => placeOfFrame(frame, facts))
    .find((found) => found !== undefined);
  const text = own === undefined ? '' : (linePlace(facts, own.path, own.frame.line)?.text ?? '');
  const importing = threads.some(({ frames }) =>
    frames.some(({ function: name, file }) => name === 'import_module' && file.includes('importlib')),
  );
  return { threads, ...(own === undefined ? {} : { own }), text, isImporting: importing };
}

/** The part of the time that counts as sleeping. */
const idleShare = 0.05;

/** No process takes processor time; undefined where that could not be read. */
export function isAsleep({ processes }: ContainerObservation): boolean | undefined {
  const read = processes.flatMap(({ cpu }) => (cpu === undefined ? [] : [cpu]));
  return read.length === 0 ? undefined : read.every(({ ms, overMs }) => ms <= overMs * idleShare);
}

/** `time.sleep(90)`: it ends of itself, and later than the time that was given; undefined where no length is written. */
export function sleepMs(text: string): number | undefined {
  const seconds = /\bsleep\(\s*([\d_]+(?:\.\d+)?)\s*\)/.exec(text)?.[1];
  return seconds === undefined ? undefined : Number(seconds.replaceAll('_', '')) * 1000;
}
