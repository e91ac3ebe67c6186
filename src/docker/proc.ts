import type { Files } from '../ports.ts';
import type { ProcessObservation, ProcessState } from './docker.ts';

/** The kernel's word on processes of this machine, read as files: no process is started, no root is needed. */
export interface Proc {
  /**
   * Whether this process id belongs to that container. The engine may live in a virtual machine or elsewhere, and then
   * the id it tells is another process here: only what names the container is believed.
   */
  belongsTo(pid: number, containerId: string): boolean;
  readUser(pid: number): number | undefined;
  /** A handler of its own stands for that signal. */
  catches(pid: number, signal: number): boolean | undefined;
  /** Processor time since its start. */
  readCpu(pid: number): number | undefined;
  /** As the container itself counts its processes. */
  insidePid(pid: number): number | undefined;
  readMemory(pid: number): Pick<ProcessObservation, 'memoryBytes' | 'memoryPeakBytes'> | undefined;
  readNet(pid: number, table: string): string | undefined;
}

export function openProc(files: Files): Proc {
  const read = (pid: number, name: string): string | undefined => files.readTextIfPresent(`/proc/${pid}/${name}`);
  const status = (pid: number, field: string): string | undefined =>
    new RegExp(`^${field}:\\s+(.*)$`, 'm').exec(read(pid, 'status') ?? '')?.[1];
  return {
    belongsTo(pid, containerId) {
      if (pid <= 0 || containerId.length < 64) return false;
      if (read(pid, 'cgroup')?.includes(containerId) === true) return true;
      // Without a control group of its own (a rootless engine), docker's own files under /etc name it.
      return read(pid, 'mountinfo')?.includes(`/containers/${containerId}/`) === true;
    },
    readUser(pid) {
      const effective = status(pid, 'Uid')?.split(/\s+/)[1];
      return effective === undefined ? undefined : insideNumber(Number(effective), read(pid, 'uid_map') ?? '');
    },
    catches(pid, signal) {
      const caught = status(pid, 'SigCgt');
      return caught === undefined ? undefined : (BigInt(`0x${caught}`) & (1n << BigInt(signal - 1))) !== 0n;
    },
    readCpu(pid) {
      // The name in parentheses may hold blanks; utime and stime are the 12th and 13th field behind it.
      const fields = /^.*\) (.*)$/s.exec(read(pid, 'stat') ?? '')?.[1]?.split(' ');
      const ticks = Number(fields?.[11]) + Number(fields?.[12]);
      return Number.isFinite(ticks) ? ticks * msPerTick : undefined;
    },
    insidePid(pid) {
      const inside = status(pid, 'NSpid')?.trim().split(/\s+/).at(-1);
      return inside === undefined ? undefined : Number(inside);
    },
    readMemory(pid) {
      const cgroup = read(pid, 'cgroup');
      return cgroup === undefined ? undefined : memoryOf(cgroup, (file) => files.readTextIfPresent(file));
    },
    readNet: (pid, table) => read(pid, `net/${table}`),
  };
}

export function observeProcess(proc: Proc, pid: number, containerId: string): ProcessObservation | undefined {
  if (!proc.belongsTo(pid, containerId)) return undefined;
  const uid = proc.readUser(pid);
  const catchesSigterm = proc.catches(pid, sigterm);
  return {
    ...(uid === undefined ? {} : { uid }),
    ...(catchesSigterm === undefined ? {} : { catchesSigterm }),
    ...proc.readMemory(pid),
  };
}

const sigabrt = 6;
const sigterm = 15;
/** Linux tells processor time in hundredths of a second, whatever the kernel's own clock. */
const msPerTick = 10;

/** What the kernel says of any process of the container. */
export function observeAny(proc: Proc, pid: number, containerId: string): ProcessState | undefined {
  if (!proc.belongsTo(pid, containerId)) return undefined;
  const cpuMs = proc.readCpu(pid);
  const insidePid = proc.insidePid(pid);
  return {
    ...(cpuMs === undefined ? {} : { cpuMs }),
    ...(insidePid === undefined ? {} : { insidePid }),
    catchesSigabrt: proc.catches(pid, sigabrt) === true,
  };
}

/** Rows `inside outside count`: what this machine calls 100000 may be root inside. */
function insideNumber(outside: number, uidMap: string): number {
  for (const row of uidMap.trim().split('\n')) {
    const [insideStart, outsideStart, length] = row.trim().split(/\s+/).map(Number);
    if (insideStart === undefined || outsideStart === undefined || length === undefined) continue;
    if (outside >= outsideStart && outside < outsideStart + length) return insideStart + outside - outsideStart;
  }
  return outside;
}

/** Both hierarchies name the same three things differently. */
function memoryOf(
  cgroup: string,
  read: (file: string) => string | undefined,
): Pick<ProcessObservation, 'memoryBytes' | 'memoryPeakBytes'> | undefined {
  const first = /^\d+:(?:[\w,=]*,)?memory(?:,[\w,=]*)?:(.*)$/m.exec(cgroup)?.[1];
  const second = /^0::(.*)$/m.exec(cgroup)?.[1];
  const [folder, usage, peak, reclaimable] =
    first === undefined
      ? [`/sys/fs/cgroup${second ?? ''}`, 'memory.current', 'memory.peak', 'inactive_file']
      : [`/sys/fs/cgroup/memory${first}`, 'memory.usage_in_bytes', 'memory.max_usage_in_bytes', 'total_inactive_file'];
  const held = count(read(`${folder}/${usage}`));
  if (held === undefined) return undefined;
  const cache = count(new RegExp(`^${reclaimable} (\\d+)$`, 'm').exec(read(`${folder}/memory.stat`) ?? '')?.[1]) ?? 0;
  const most = count(read(`${folder}/${peak}`));
  return { memoryBytes: Math.max(0, held - cache), ...(most === undefined ? {} : { memoryPeakBytes: most }) };
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+\s*$/.test(text) ? Number(text) : undefined;
}
