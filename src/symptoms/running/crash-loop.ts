import type { ContainerObservation } from '../../observation.ts';
import { isServerProgram } from '../../servers/index.ts';
import { isListening, quietForMs } from './listening.ts';
import { workersOf } from '../start.ts';
import type { ReadLog, Seen } from '../seen.ts';
import { headlineOf, shortName, type Traceback } from '../../traceback/traceback.ts';

type Loop = ReadLog & Pick<Seen, 'facts'>;

/** Where the number of workers is not known, this many deaths are more than one round of any sensible number. */
const manyDeaths = 8;
/** Within this time a server ends whose only worker is dead; where it does not, something holds it. */
const leastQuietMs = 2_000;
const notLoaded = /Error loading ASGI app\./;

/**
 * No worker is left, or all of them have died twice: the next round will be the same. A supervisor starts them anew for ever,
 * so neither the container's end nor its log will say more.
 */
export function crashedForGood(loop: Loop, container: ContainerObservation, running: boolean): boolean {
  if (startsItselfAnew(loop)) return true;
  const deaths = deathsIn(loop);
  if (deaths === 0) return false;
  const reloads = loop.log.some((line) => line.includes('Started reloader process ['));
  const workers = reloads ? 1 : workersOf(loop.facts);
  if (deaths >= (workers === undefined ? manyDeaths : Math.max(2, 2 * workers))) return true;
  const watchedOver = reloads || (workers !== undefined && workers > 1);
  // A server without workers ends of itself, and the container with it: that says more, where it comes.
  if (!watchedOver)
    return endsDead(loop) && !isListening(container) && (!running || quietForMs(container) >= leastQuietMs);
  if (deaths < (workers ?? manyDeaths) || isListening(container)) return false;
  return isSame(loop, workers ?? manyDeaths, running);
}

/** Each worker imports the program's own module, which starts workers as it is imported: Python stops that, whenever it is tried. */
export function startsItselfAnew({ log }: Pick<ReadLog, 'log'>): boolean {
  return log.some((line) => /^\s*An attempt has been made to start a new process before the/.test(line));
}

/** The log ends with what ended the only worker. */
function endsDead({ log, tracebacks }: Loop): boolean {
  const end = log.findLastIndex((line) => line.trim() !== '');
  if (/Application startup failed\. Exiting\.|Error loading ASGI app\./.test(log[end] ?? '')) return true;
  const last = tracebacks.at(-1);
  return (
    last !== undefined &&
    /^Process (?:Spawn|Fork)\w*Process-\d+:/.test(log[last.firstLine - 1] ?? '') &&
    end <= last.lastLine + last.detail.length
  );
}

/** While there is time, a service that is not up yet may be up in the next round; code that is wrong stays wrong. */
function isSame({ log, tracebacks }: Loop, workers: number, running: boolean): boolean {
  if (log.filter((line) => notLoaded.test(line)).length >= workers) return true;
  const last = tracebacks.slice(-workers);
  const [first] = last;
  return (
    first !== undefined &&
    last.length === workers &&
    last.every((each) => headlineOf(each) === headlineOf(first)) &&
    !(running && mayPass(first))
  );
}

/** How many processes have died, as far as the log tells; the same death may be told by several lines. */
export function deathsIn({ log, tracebacks }: ReadLog): number {
  const told = [
    /^Process (?:Spawn|Fork)\w*Process-(\d+):/,
    /Child process \[(\d+)\] died/,
    /Worker \(pid: ?(\d+)\) (?:exited with code|was sent SIG)/,
  ].map((pattern) => new Set(log.flatMap((line) => pattern.exec(line)?.[1] ?? [])).size);
  const counted = [
    /Application startup failed\. Exiting\./,
    notLoaded,
    /Unexpected exit from worker-\d/,
    /\bexited: .+ \(exit status \d+; not expected\)/,
  ].map((pattern) => log.filter((line) => pattern.test(line)).length);
  return Math.max(...told, ...counted, restarts(tracebacks));
}

/** A server's own beginning, so that nobody can have caught it; the first one is no restart yet. */
function restarts(tracebacks: readonly Traceback[]): number {
  const uncaught = tracebacks.filter(({ frames }) => {
    const [first] = frames;
    return first?.function === '<module>' && /\/bin\/[^/.]+$/.test(first.file) && isServerProgram(first.file);
  });
  return uncaught.length < 2 ? 0 : uncaught.length;
}

function mayPass(traceback: Traceback): boolean {
  return /OSError|Connection|Timeout|Operational|Interface|Unavailable|Selection|gaierror|herror|Redis|Kafka|AMQP|HTTP|Request|SSL/i.test(
    shortName(traceback),
  );
}
