import type { Probe } from './probe.ts';

/** A server that gets SIGTERM ends well within this, and one that does not is killed at the end of the limit. */
const nearTheLimit = 0.95;

export const gracefulStop: Probe = {
  id: 'graceful-stop',
  summary: 'Does the server see SIGTERM, and end by itself',
  why: '`docker stop` sends SIGTERM to process 1 and kills what is left at the limit: exit code 137 after the whole time means that nobody listened.',
  settles: ['shell-form-start', 'shell-without-exec', 'entrypoint-without-exec'],
  settle({ container }) {
    const { stop } = container;
    // SIGTERM before the start is complete is lost whatever stands in the Dockerfile.
    if (stop === undefined || container.wait.ended !== 'ready') return undefined;
    const killed = stop.exitCode === 137 && stop.ms >= stop.timeoutMs * nearTheLimit;
    return {
      status: killed ? 'confirmed' : 'refuted',
      ...(killed ? { cost: { ms: stop.ms } } : {}),
      evidence: [
        { kind: 'measurement', what: 'time to stop', value: stop.ms, unit: 'ms' },
        { kind: 'measurement', what: 'exit code', value: stop.exitCode, unit: 'count' },
      ],
    };
  },
};
