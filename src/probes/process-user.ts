import type { Probe } from './probe.ts';

export const processUser: Probe = {
  id: 'process-user',
  summary: 'Which user does process 1 of the container run as',
  why: "The kernel's own word from /proc/<pid>/status, else the user that docker lists: a USER in a base image counts, an entrypoint that drops root counts too.",
  settles: ['root-user'],
  settle({ container }) {
    const { runtime } = container;
    if (runtime === undefined) return undefined;
    const uid = runtime.uid ?? (runtime.user === 'root' || runtime.user === '0' ? 0 : undefined);
    if (uid === undefined) return undefined;
    return {
      status: uid === 0 ? 'confirmed' : 'refuted',
      evidence: [{ kind: 'measurement', what: 'uid of process 1', value: uid, unit: 'count' }],
    };
  },
};
