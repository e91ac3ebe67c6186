import { missingProgram } from './missing-program.ts';
import type { Symptoms } from '../symptoms.ts';

/**
 * A program that the start names and that did not begin. `unknown`: on no folder of PATH. `absent`: nothing lies at its path.
 * `unread`: it is there, and what shall read it, an interpreter or a loader, is not. `foreign`: the kernel does not know what it is.
 * `locked`: it may not be executed. `folder`: it is one.
 */
export interface RefusedProgram {
  readonly program: string;
  readonly kind: 'unknown' | 'absent' | 'unread' | 'foreign' | 'locked' | 'folder';
  /** What said so. */
  readonly line: string;
}

type Sentence = readonly [RefusedProgram['kind'], RegExp];

/** runc's, in the engine's answer; it tells an absent program from one that cannot be run. */
const engine: readonly Sentence[] = [
  ['folder', /exec: "((?:[^"\\]|\\.)+)": is a directory/],
  ['locked', /exec: "((?:[^"\\]|\\.)+)": (?:stat \S+: )?permission denied/],
  ['absent', /exec: "((?:[^"\\]|\\.)+)": stat .+: no such file or directory/],
  ['unknown', /exec: "((?:[^"\\]|\\.)+)": executable file not found in \$PATH/],
];

/** Of the container's first process, of the shells, of tini. */
const inside: readonly Sentence[] = [
  ['unread', /^exec (\S.*): no such file or directory$/],
  ['foreign', /^exec (\S.*): exec format error$/],
  ['locked', /^exec (\S.*): permission denied$/],
  ['unread', /^(?:\S+: )?(?:line )?\d+: (?:exec: )?(\S+): cannot execute: required file not found$/],
  ['unread', /^(?:\S+: )(?:line \d+: )?(\S+): \S+: bad interpreter: No such file or directory$/],
  ['foreign', /^(?:\S+: )(?:line )?\d+: (?:exec: )?(\S+): (?:cannot execute binary file: )?Exec format error$/],
  ['folder', /^(?:\S+: )(?:line )?\d+: (?:exec: )?(\S+): Is a directory$/],
  ['locked', /^(?:\S+: )(?:line )?\d+: (?:exec: )?(\S+): (?:cannot execute: )?Permission denied$/],
  ['locked', /\[FATAL tini \(\d+\)\] exec (\S+) failed: Permission denied/],
  ['foreign', /\[FATAL tini \(\d+\)\] exec (\S+) failed: Exec format error/],
  ['absent', /^\S*sh: (?:\d+: )?(?:cannot open|can't open) '?([^\s:']+)'?:? ?(?:No such file.*)?$/],
  ['absent', /^\S*sh: (\S*\/\S+|\S+\.sh): No such file or directory$/],
];

/** These end it at once, so only the last words can be the reason. */
const lastWords = 4;

/** What the start, or the failed step of the build, could not begin; undefined where something else ended it. */
export function refusedProgram(symptoms: Symptoms): RefusedProgram | undefined {
  const { moment, container, log } = symptoms;
  if (moment === 'build') return search(endOf(log), [...engine, ...inside]) ?? missed(symptoms);
  if (container === undefined || (moment !== 'create' && moment !== 'exit')) return undefined;
  const said = [...container.create.stderr.split('\n'), container.state?.error ?? ''];
  const found = search(said, engine);
  if (found !== undefined) return found;
  const exitCode = container.state?.exitCode;
  if (moment === 'create' || exitCode === 0) return undefined;
  return search(endOf(log), inside) ?? missed(symptoms);
}

/** The last line first. */
function endOf(log: readonly string[]): readonly string[] {
  return log
    .filter((line) => line.trim() !== '')
    .slice(-lastWords)
    .toReversed();
}

function missed(symptoms: Symptoms): RefusedProgram | undefined {
  const missing = missingProgram(symptoms);
  // dash says `not found` of a path too, whatever is missing there: the file or what shall read it.
  return missing === undefined
    ? undefined
    : { ...missing, kind: missing.program.includes('/') && !/env:/.test(missing.line) ? 'absent' : 'unknown' };
}

function search(lines: readonly string[], sentences: readonly Sentence[]): RefusedProgram | undefined {
  for (const line of lines) {
    for (const [kind, sentence] of sentences) {
      const program = sentence.exec(line.trim())?.[1];
      if (program !== undefined) return { program: program.replaceAll(/\\(.)/g, '$1'), kind, line: line.trim() };
    }
  }
  return undefined;
}
