import { killedAtLimit, saidWhileStopping } from '../symptoms/running/stopping.ts';
import type { Evidence } from '../finding.ts';
import type { ContainerObservation, StopObservation } from '../observation.ts';
import type { Probe } from './probe.ts';

export const gracefulStop: Probe = {
  id: 'graceful-stop',
  summary: 'Does the server see SIGTERM, and end by itself',
  why: '`docker stop` sends SIGTERM to process 1 and kills what is left at the limit: exit code 137 after the whole time means that nobody listened. A quick end proves nothing where process 1 is not the server: what counts then is whether the server says goodbye.',
  settles: ['shell-form-start', 'shell-without-exec', 'entrypoint-without-exec'],
  settle({ container }) {
    const { stop } = container;
    // SIGTERM before the start is complete is lost whatever stands in the Dockerfile.
    if (stop === undefined || container.wait.ended !== 'ready') return undefined;
    const killed = killedAtLimit(container);
    const said = saidWhileStopping({ container });
    // A shutdown that began and hangs has seen its signal: that is another flaw.
    const reached = said.some((line) => begins.test(line));
    const dropped = stop.exitCode === 143 && talks(container) && !reached;
    if (killed && reached) return undefined;
    return {
      status: killed || dropped ? 'confirmed' : 'refuted',
      ...(killed ? { cost: { ms: stop.ms } } : {}),
      evidence: [
        { kind: 'measurement', what: 'time to stop', value: stop.ms, unit: 'ms' },
        {
          kind: 'command',
          argv: firstProcess(container),
          exitCode: stop.exitCode,
          tail: said.slice(dropped ? -6 : -1).join('\n'),
        },
        ...finished(stop),
      ],
    };
  },
};

/** That a request on its way was finished all the same. */
function finished({ inFlight }: StopObservation): readonly Evidence[] {
  if (inFlight?.outcome.kind !== 'answered') return [];
  const { request, outcome, ms } = inFlight;
  return [{ kind: 'exchange', request, outcome: `${outcome.status}, asked before SIGTERM`, ms }];
}

/** Who got the signal. */
function firstProcess({ processes, image }: ContainerObservation): readonly string[] {
  const first = processes.find(({ parentPid }) => !processes.some(({ pid }) => pid === parentPid));
  return first === undefined ? [...image.entrypoint, ...image.command] : first.command.split(' ');
}

/** The first words of a server that ends in order. */
const begins = /\bShutting down\b|Finished server process|Handling signal: (?:term|int)|Shutting down granian/;

/** uvicorn and gunicorn say how they begin and end; a server that is silent at its start is so at its end. */
function talks({ log }: Parameters<typeof killedAtLimit>[0]): boolean {
  return log.some(({ text }) => /Started (?:server|parent) process \[|Starting gunicorn/.test(text));
}
