import type { Frame } from '../../traceback/traceback.ts';
import { readThreads } from '../running/threads.ts';
import type { Symptoms } from '../symptoms.ts';

/** A signal by which native code ends a process: a fault that Python cannot catch. */
export interface NativeFault {
  /** `SIGSEGV`. */
  readonly signal: string;
  /** Outwards from the line that was being run, where Python's fault handler told it. */
  readonly frames: readonly Frame[];
  /** The lines of the log that tell it. */
  readonly lines: readonly string[];
}

const codes: Readonly<Record<number, string>> = {
  132: 'SIGILL',
  134: 'SIGABRT',
  135: 'SIGBUS',
  136: 'SIGFPE',
  139: 'SIGSEGV',
};
const faults: Readonly<Record<string, string>> = {
  'Segmentation fault': 'SIGSEGV',
  Aborted: 'SIGABRT',
  'Bus error': 'SIGBUS',
  'Floating point exception': 'SIGFPE',
  'Floating-point exception': 'SIGFPE',
  'Illegal instruction': 'SIGILL',
};
const fatalError =
  /^Fatal Python error: (?<fault>Segmentation fault|Aborted|Bus error|Floating[ -]point exception|Illegal instruction)/;

/** What ended the process, or what all its workers die of; undefined where it was something else. */
export function nativeFault({ container, log, moment, gaveUp }: Symptoms): NativeFault | undefined {
  if (container === undefined || !(moment === 'exit' || gaveUp)) return undefined;
  const start = log.findIndex((line) => fatalError.test(line));
  const dumped = faults[fatalError.exec(log[start] ?? '')?.groups?.['fault'] ?? ''];
  const worker = log.find((line) => /was sent SIG(?:SEGV|ABRT|BUS|ILL|FPE)!/.test(line));
  const told = /SIG\w+/.exec(worker ?? '')?.[0];
  const code = moment === 'exit' ? codes[container.state?.exitCode ?? 0] : undefined;
  // A shell tells of its child, and may end well.
  const child = log
    .slice(-6)
    .find((line) => /(?:^|\s)(?:Segmentation fault|Bus error|Illegal instruction)\b/.test(line));
  const signal =
    dumped ?? told ?? code ?? faults[/Segmentation fault|Bus error|Illegal instruction/.exec(child ?? '')?.[0] ?? ''];
  if (signal === undefined) return undefined;
  const threads = start === -1 ? [] : readThreads(log.slice(start, start + 400));
  const [first] = [...threads.filter(({ isCurrent }) => isCurrent), ...threads];
  return {
    // Of an abort in process 1 the C library makes a segmentation fault.
    signal,
    frames: first?.frames ?? [],
    lines: [log[start], worker, child].flatMap((line) => (line === undefined || line === '' ? [] : [line])),
  };
}
