import { sha256 } from './sha256.ts';

interface Files {
  /** Undefined where it cannot be read. */
  readTextIfPresent(file: string): string | undefined;
}

/** By this variable a docker client that outlives its run is known. */
export const runVariable = 'SEA_TRIAL_RUN';

/**
 * Unique among all runs of a machine, and it names its process, so that a later run can tell for certain whether that one is over:
 * the process id, when it started, and the machine with its processes (two containers on one engine count theirs apart).
 * Where /proc is not to be read, a random one, of which nothing can be told.
 */
export function runIdOf(files: Files): string {
  const [pid = '', start] = processIn(files, 'self') ?? [];
  const machine = machineOf(files);
  if (start === undefined || machine === undefined) return crypto.randomUUID().slice(0, 8);
  return `${Number(pid).toString(36)}-${Number(start).toString(36)}-${machine}`;
}

/** Whether what bears this id, alone or in front of a `-`, was left by a run whose process is gone. In doubt it is not. */
export function isOver(marked: string, files: Files): boolean {
  const [, pid = '', start, machine] = /^([0-9a-z]+)-([0-9a-z]+)-([0-9a-f]{12})(?:-|$)/.exec(marked) ?? [];
  if (start === undefined || machine !== machineOf(files)) return false;
  const now = processIn(files, `${Number.parseInt(pid, 36)}`);
  return now === undefined || Number(now[1]).toString(36) !== start;
}

/** Process 1 can be read wherever any process can; where it cannot, nobody's absence would mean anything. */
function machineOf(files: Files): string | undefined {
  const boot = files.readTextIfPresent('/proc/sys/kernel/random/boot_id')?.trim();
  const [, first] = processIn(files, '1') ?? [];
  if (boot === undefined || boot === '' || first === undefined) return undefined;
  return sha256(`${boot} ${files.readTextIfPresent('/proc/sys/kernel/hostname') ?? ''} ${first}`).slice(0, 12);
}

/** Its number, and when it started in ticks since the machine did. */
function processIn(files: Files, name: string): readonly [string, string] | undefined {
  // The program's name in parentheses may hold blanks; the start is the 20th field behind it.
  const [, pid, rest] = /^(\d+) \(.*\) (.*)$/s.exec(files.readTextIfPresent(`/proc/${name}/stat`) ?? '') ?? [];
  const start = rest?.split(' ')[19];
  return pid === undefined || start === undefined || !/^\d+$/.test(start) ? undefined : [pid, start];
}
