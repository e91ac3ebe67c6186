import type { ContainerObservation } from '../observation.ts';
import { isListening } from './listening.ts';
import { workersOf } from './start.ts';
import type { Symptoms } from './symptoms.ts';
import { headlineOf, shortName, type Traceback } from './traceback.ts';

type Loop = Pick<Symptoms, 'log' | 'tracebacks' | 'facts'>;

/** Where the number of workers is not known, this many deaths are more than one round of any sensible number. */
const manyDeaths = 8;

/**
 * No worker is left, or all of them have died twice: the next round will be the same. A supervisor starts them anew for ever,
 * so neither the container's end nor its log will say more.
 */
export function crashedForGood(loop: Loop, container: ContainerObservation): boolean {
  const deaths = deathsIn(loop);
  if (deaths === 0) return false;
  const workers = workersOf(loop.facts);
  if (deaths >= (workers === undefined ? manyDeaths : 2 * workers)) return true;
  if (workers === undefined || deaths < workers || isListening(container)) return false;
  const last = loop.tracebacks.slice(-workers);
  const [first] = last;
  // A service that is not up yet may be up in the next round; code that is wrong stays wrong.
  return (
    first !== undefined &&
    last.length === workers &&
    last.every((each) => headlineOf(each) === headlineOf(first)) &&
    !mayPass(first)
  );
}

/** All workers have died at least twice. */
export function isCrashLoop(loop: Loop): boolean {
  const workers = workersOf(loop.facts);
  return deathsIn(loop) >= (workers === undefined ? manyDeaths : 2 * workers);
}

/** How many processes have died, as far as the log tells; the same death may be told by several lines. */
export function deathsIn({ log, tracebacks }: Pick<Symptoms, 'log' | 'tracebacks'>): number {
  const told = [
    /^Process (?:Spawn|Fork)\w*Process-(\d+):/,
    /Child process \[(\d+)\] died/,
    /Worker \(pid: ?(\d+)\) (?:exited with code|was sent SIG)/,
  ].map((pattern) => new Set(log.flatMap((line) => pattern.exec(line)?.[1] ?? [])).size);
  const counted = [
    /Application startup failed\. Exiting\./,
    /Unexpected exit from worker-\d/,
    /\bexited: .+ \(exit status \d+; not expected\)/,
  ].map((pattern) => log.filter((line) => pattern.test(line)).length);
  return Math.max(...told, ...counted, restarts(tracebacks));
}

/** Tracebacks that go back to the program's very start, so that nobody can have caught them; the first one is no restart yet. */
function restarts(tracebacks: readonly Traceback[]): number {
  const uncaught = tracebacks.filter(({ frames }) => {
    const first = frames[0];
    return first?.function === '<module>' && /\/bin\/[^/.]+$|^<frozen runpy>$|\/runpy\.py$/.test(first.file);
  });
  return uncaught.length < 2 ? 0 : uncaught.length;
}

function mayPass(traceback: Traceback): boolean {
  return /OSError|Connection|Timeout|Operational|Interface|Unavailable|Selection|gaierror|herror|Redis|Kafka|AMQP|HTTP|Request|SSL/i.test(
    shortName(traceback),
  );
}
