import type { Files } from '../ports.ts';
import { endProcess } from '../process.ts';
import { runVariable } from '../run-id.ts';

/**
 * SIGKILL leaves no time to end one's children: a docker client then builds on, and gives its image a name when nobody looks any
 * more. It is known by a variable of its environment, which only this user may read; where there is no /proc, none is found.
 */
export function endClients(files: Files, isOfThem: (runId: string) => boolean): void {
  for (const { name } of files.list('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // A helper that docker has started may serve others too.
    if (files.readTextIfPresent(`/proc/${name}/comm`)?.startsWith('docker') !== true) continue;
    const environment = files.readTextIfPresent(`/proc/${name}/environ`)?.split('\0') ?? [];
    const run = environment.find((pair) => pair.startsWith(`${runVariable}=`))?.slice(runVariable.length + 1);
    if (run !== undefined && isOfThem(run)) endProcess(Number(name));
  }
}
