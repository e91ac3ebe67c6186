import type { Probe } from './probe.ts';

export const healthCheck: Probe = {
  id: 'health-check',
  summary: 'Does the health check of the image pass while the server answers',
  why: 'The check is run once as the engine runs it, with the time that the image gives it. Where it fails, the diagnosis of the same name says why.',
  settles: ['broken-healthcheck'],
  settle({ container }) {
    const { healthCheck: ran } = container;
    if (ran === undefined || ran.timedOut || ran.exitCode !== 0) return undefined;
    return {
      status: 'refuted',
      evidence: [
        { kind: 'measurement', what: 'exit code of the health check', value: ran.exitCode, unit: 'count' },
        { kind: 'measurement', what: 'time of the health check', value: ran.ms, unit: 'ms' },
      ],
    };
  },
};
