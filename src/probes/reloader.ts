import type { Probe } from './probe.ts';

export const reloader: Probe = {
  id: 'reloader',
  summary: 'Does a process of the container watch the source for changes',
  why: "The command lines of the running processes: the reloader's own child has another one than the server that it serves.",
  settles: ['reload-in-image'],
  settle({ container }) {
    const { processes, runtime } = container;
    if (runtime === undefined) return undefined;
    return {
      status: processes.some(({ command }) => /(?:^|\s)(?:--reload\b|fastapi\s+dev\b)/.test(command))
        ? 'confirmed'
        : 'refuted',
      evidence: [{ kind: 'measurement', what: 'processes in the container', value: runtime.processes, unit: 'count' }],
    };
  },
};
