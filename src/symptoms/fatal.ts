import type { Facts } from '../facts/facts.ts';
import { startedScript } from './python/python-call.ts';
import type { Moment, ReadLog } from './seen.ts';
import { shortName, type Traceback } from '../traceback/traceback.ts';

/** Nothing that ends a process is followed by more than a server's last words. */
const mostLinesAfter = 40;

/** The exception that ended it, or that an answer came from; undefined where the log goes on as if nothing had happened. */
export function fatalTraceback({
  tracebacks,
  log,
  moment,
}: ReadLog & { readonly moment: Moment }): Traceback | undefined {
  const last = tracebacks.at(-1);
  const fatal = tracebacks.findLast((traceback) => !isWrapper(traceback) && !isTrapped(traceback, log));
  if (last === undefined || fatal === undefined || moment === 'answer') return fatal;
  const after = log.slice(lastLineOf(last) + 1).filter((line) => line.trim() !== '');
  if (after.length > mostLinesAfter || after.some(isSignOfLife)) return undefined;
  return fatal;
}

/** The log ends with an exception that went through the very beginning of the program: a thread that is left keeps the process alive. */
export function endedInMain({ tracebacks, log }: ReadLog, facts: Facts): boolean {
  const last = tracebacks.at(-1);
  const [first] = last?.frames ?? [];
  if (last === undefined || first?.function !== '<module>' || !isMain(first.file, facts)) return false;
  return log.slice(lastLineOf(last) + 1).every((line) => line.trim() === '');
}

/** A module that is imported has a beginning of its own, and may have caught and printed what it did not find. */
function isMain(file: string, facts: Facts): boolean {
  const script = startedScript(facts);
  const isScript =
    script !== undefined && facts.imageFiles?.imagePath(script)?.endsWith(file.replace(/^\.\//, '')) === true;
  return isScript || /^<frozen runpy>$|\/runpy\.py$|\/bin\/[^/]+$/.test(file);
}

/** passlib tells what it caught of bcrypt, in these words before it. */
function isTrapped({ firstLine }: Traceback, log: readonly string[]): boolean {
  return log[firstLine - 1]?.includes('(trapped) ') === true;
}

/** What a server raises about an exception that it has already told. */
function isWrapper(traceback: Traceback): boolean {
  const name = shortName(traceback);
  return (
    ['HaltServer', 'LifespanFailureError', 'KeyboardInterrupt', 'CancelledError', 'SystemExit'].includes(name) ||
    (name === 'RuntimeError' && /^While importing '[^']*', an ImportError was raised:/.test(traceback.message))
  );
}

function lastLineOf(traceback: Traceback): number {
  return Math.max(traceback.lastLine, ...traceback.members.map(lastLineOf)) + traceback.detail.length;
}

/** The application is up, or has answered, after all. */
function isSignOfLife(line: string): boolean {
  return /Application startup complete|ASGI server listening|Started worker-\d|HTTP\/[\d.]+" [1-4]\d\d\b/.test(line);
}
