import type { Facts } from '../facts/facts.ts';
import type { ContainerObservation, ProcessSeen } from '../observation.ts';
import { programName } from '../servers/index.ts';
import type { Probe } from './probe.ts';

export const workers: Probe = {
  id: 'workers',
  summary: 'How many workers of the server run',
  why: "The children of the server's own process are its workers, but for those that Python starts to keep its books. A server that was told of one worker, and has children all the same, may have them from the application: then nothing is told.",
  settles: ['single-worker'],
  settle({ container, facts }) {
    const seen = workersSeen(container, facts);
    if (seen === undefined) return undefined;
    return {
      status: seen === 1 ? 'confirmed' : 'refuted',
      evidence: [{ kind: 'measurement', what: 'workers of the server', value: seen, unit: 'count' }],
    };
  },
};

function workersSeen({ processes, runtime, wait }: ContainerObservation, { startCommand }: Facts): number | undefined {
  const server = startCommand?.server;
  if (server === undefined || runtime === undefined || wait.ended !== 'ready') return undefined;
  const serving = processes.filter(({ command }) => starts(command, server.program.text));
  const master = serving.find(({ parentPid }) => !serving.some(({ pid }) => pid === parentPid));
  if (master === undefined) return undefined;
  const children = processes.filter((process) => process.parentPid === master.pid && isWorker(process));
  // uvicorn serves one worker itself; the others start a child for each, also for one.
  const servesItself = server.server === 'uvicorn' || server.server === 'fastapi';
  if (!servesItself) return children.length === 0 ? undefined : children.length;
  if (children.length === 0) return 1;
  return server.workers.kind === 'given' && server.workers.value > 1 ? children.length : undefined;
}

/** The program is written in the command line of its process; a shell that starts it has it in a text. */
function starts(command: string, program: string): boolean {
  const words = command.split(' ');
  if (/^(?:ba|da|a|k|z)?sh$/.test(programName(words[0] ?? ''))) return false;
  return words.some((word) => programName(word.replace(/:$/, '')) === programName(program));
}

function isWorker({ command }: ProcessSeen): boolean {
  return !/resource_tracker|semaphore_tracker|forkserver/.test(command);
}
