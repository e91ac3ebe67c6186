import type { LogLine } from '../observation.ts';
import type { Client } from './client.ts';
import { epochMilliseconds } from './rfc3339.ts';
import { isMissing, unexpected } from './trouble.ts';

/** GitHub ends a job after six hours; whoever follows a log ends it by his signal long before. */
const followDeadlineMs = 6 * 3_600_000;
/** Of one line, so much is handed on. */
const longestLine = 32_000;

export async function followLog(
  client: Client,
  id: string,
  onLine: (line: LogLine) => void,
  signal: AbortSignal,
): Promise<void> {
  const clientsOwn: string[] = [];
  const result = await client.docker(['logs', '--follow', '--timestamps', id], {
    deadlineMs: followDeadlineMs,
    signal,
    onStdoutLine: readLogLines('stdout', onLine, () => {}),
    onStderrLine: readLogLines('stderr', onLine, (line) => clientsOwn.push(line)),
  });
  if (result.exitCode === 0 || signal.aborted) return;
  const trouble = { ...result, stderr: clientsOwn.join('\n') };
  if (!isMissing(trouble)) throw unexpected(`the log of the container ${id} cannot be read`, trouble);
}

const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)(?= |$)/;

/** Reads lines as `--timestamps` writes them. A line before the first stamp is the docker client's own word. */
export function readLogLines(
  stream: LogLine['stream'],
  onLine: (line: LogLine) => void,
  onOther: (line: string) => void,
): (line: string) => void {
  let last: number | undefined;
  return (line) => {
    const stamp = timestamp.exec(line)?.[0];
    const at = stamp === undefined ? undefined : epochMilliseconds(stamp);
    if (stamp === undefined || at === undefined) {
      // A line too long was cut into pieces on the way: what follows the first bears no stamp.
      if (last === undefined) onOther(line);
      else onLine({ at: last, stream, text: cut(line) });
      return;
    }
    last = at;
    onLine({ at, stream, text: cut(joinPieces(line.slice(stamp.length + 1)).replace(/\r$/, '')) });
  };
}

const pieceBytes = 16_384;
/** A character that was cut in two is read as up to three times as many bytes. */
const pieceSlackBytes = 8;

/** The engine keeps a long line in pieces of 16 kB and stamps each: these stamps are no part of what was written. */
function joinPieces(text: string): string {
  if (text.length < pieceBytes / 4) return text;
  let joined = '';
  let start = 0;
  for (const inner of text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z /g)) {
    const bytes = Buffer.byteLength(text.slice(start, inner.index));
    if (Math.abs(bytes - pieceBytes) > pieceSlackBytes) continue;
    joined += text.slice(start, inner.index);
    start = inner.index + inner[0].length;
  }
  return joined + text.slice(start);
}

/** Copied: a slice of a string keeps the whole of it in memory, a megabyte for each line that is kept. */
function cut(text: string): string {
  return text.length <= longestLine ? text : `${Buffer.from(text.slice(0, longestLine)).toString()}…`;
}
