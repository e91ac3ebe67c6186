import { StringDecoder } from 'node:string_decoder';

/** Joins what comes in pieces of bytes and hands on whole lines. */
export interface LineJoiner {
  take(piece: Buffer): void;
  /** Hands on what had no line break. */
  end(): void;
}

const longestLine = 64_000;

/** A progress bar draws over its line with `\r`: its last state is the line, as on a terminal. */
export function joinLines(onLine: (line: string) => void): LineJoiner {
  const decoder = new StringDecoder('utf8');
  let kept = '';
  const take = (text: string): void => {
    const lines = (kept + text).split('\n');
    kept = lines.pop() ?? '';
    for (const line of lines) onLine(lastState(line));
    if (kept.length > longestLine) {
      onLine(lastState(kept));
      kept = '';
    }
  };
  return {
    take: (piece) => take(decoder.write(piece)),
    end() {
      take(decoder.end());
      if (kept !== '') onLine(lastState(kept));
      kept = '';
    },
  };
}

function lastState(line: string): string {
  return line.split('\r').findLast((state) => state !== '') ?? '';
}

/** Keeps a log within an allowance of characters: its head and its tail, and says how many lines are missing between. */
export interface LogKeeper {
  push(line: string): void;
  lines(): readonly string[];
  characters(): number;
}

export function keepLog(allowance: number): LogKeeper {
  const head: string[] = [];
  const tail: string[] = [];
  let headCharacters = 0;
  let tailCharacters = 0;
  let omitted = 0;
  let dropped = 0; // from the front of `tail`, which is cut off only now and then
  return {
    push(line) {
      const cost = line.length + 1;
      if (tail.length === 0 && headCharacters + cost <= allowance / 2) {
        head.push(line);
        headCharacters += cost;
        return;
      }
      tail.push(line);
      tailCharacters += cost;
      while (tailCharacters > allowance / 2 && dropped < tail.length - 1) {
        tailCharacters -= (tail[dropped]?.length ?? 0) + 1;
        dropped += 1;
        omitted += 1;
      }
      if (dropped > 1000) {
        tail.splice(0, dropped);
        dropped = 0;
      }
    },
    lines() {
      const between = omitted === 0 ? [] : [`… ${omitted} lines left out …`];
      return [...head, ...between, ...tail.slice(dropped)];
    },
    characters: () => headCharacters + tailCharacters,
  };
}
