import { stripVTControlCharacters } from 'node:util';

/** `cause`: raised from it on purpose; `context`: raised while it was being handled. */
export type ChainKind = 'cause' | 'context';

/** What a line of the log may be to a traceback. `prefix` is what a supervisor or a group's frame puts before it. */
export type TracebackLine =
  | {
      readonly kind: 'header';
      readonly prefix: string;
      /** What stood before it, where that is an exception's line. */ readonly ends?: ExceptionLine;
    }
  | {
      readonly kind: 'frame';
      readonly prefix: string;
      readonly file: string;
      readonly line: number;
      readonly function?: string;
    }
  | { readonly kind: 'chain'; readonly how: ChainKind }
  /** Around the members of an exception group. */
  | { readonly kind: 'members'; readonly at: 'begin' | 'between' | 'end' };

export interface ExceptionLine {
  readonly exception: string;
  readonly message: string;
  /** Surely an exception, even where other lines stand between it and its stack. */
  readonly certain: boolean;
}

/** Control sequences and the carriage return of a Windows line end taken off. */
export function unstyled(line: string): string {
  const plain = line.includes('\u001B') || line.includes('\u009B') ? stripVTControlCharacters(line) : line;
  return plain.replace(/\r$/, '');
}

/** honcho, foreman and their like write the time and the name of the process before each line of what they run. */
export function withoutProcessName(line: string): string {
  return line.replace(/^\d\d:\d\d:\d\d (?!system )[\w.-]+ +\| /, '');
}

export function readTracebackLine(line: string): TracebackLine | undefined {
  // Most lines of a log are none of these; asking for the rare words first keeps long logs cheap.
  if (line.includes(' (most recent call last):')) return readHeader(line);
  if (line.includes('  File "')) return readFrame(line);
  if (line.includes(' above exception')) return readChain(line);
  if (/^[\s|]*\+-\+?-+(?: [\d.]+ -+)?$/.test(line)) {
    return { kind: 'members', at: line.includes('+-+') ? 'begin' : /\d/.test(line) ? 'between' : 'end' };
  }
  return undefined;
}

/** The last line of a traceback: `ValueError: no`, `ships.Sunk`. */
export function readException(line: string): ExceptionLine | undefined {
  const [, exception, colon, message] = /^([A-Za-z_][\w.]*(?:\.<locals>\.\w+)?)(?:(: ?)(.*))?$/.exec(line) ?? [];
  if (exception === undefined || isLogLevel(exception)) return undefined;
  const known = /(?:Error|Exception|Warning|Exit|Interrupt|Group|Failure|Fault|Timeout|Stop\w*Iteration)$/.test(
    exception,
  );
  if (colon === undefined && !known && !exception.includes('.') && !/^[A-Z]/.test(exception)) return undefined;
  return {
    exception,
    message: message ?? '',
    certain: known || (exception.includes('.') && /\.[A-Z]\w*$/.test(exception)),
  };
}

/** A line by which a server, a logger or a worker begins something new: no further line of a message. */
export function beginsSomethingNew(line: string): boolean {
  return (
    /^(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL|TRACE)\b\s*[:\]]/.test(line) ||
    /^\[(?:\d{4}-|[A-Z]+\])/.test(line) ||
    /^\d{4}-\d\d-\d\d[ T]/.test(line) ||
    /^Process \S+:$/.test(line) ||
    line.trim() === ''
  );
}

function isLogLevel(word: string): boolean {
  return /^(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL|TRACE)$/.test(word);
}

function readHeader(line: string): TracebackLine | undefined {
  const [, before] = /^(.*?)(?:Exception Group )?Traceback \(most recent call last\):\s*$/.exec(line) ?? [];
  if (before === undefined) return undefined;
  // hypercorn quotes a whole traceback in the message of another exception.
  const ends = readException(before.trimEnd());
  if (ends?.certain === true) return { kind: 'header', prefix: '', ends };
  return { kind: 'header', prefix: before };
}

function readFrame(line: string): TracebackLine | undefined {
  const [, prefix, file, number, name] = /^(.*?) {2}File "([^"]+)", line (\d+)(?:, in (.+))?$/.exec(line) ?? [];
  if (prefix === undefined || file === undefined) return undefined;
  return {
    kind: 'frame',
    prefix,
    file,
    line: Number(number),
    ...(name === undefined ? {} : { function: name }),
  };
}

function readChain(line: string): TracebackLine | undefined {
  if (line.includes('The above exception was the direct cause of')) return { kind: 'chain', how: 'cause' };
  if (line.includes('During handling of the above exception')) return { kind: 'chain', how: 'context' };
  return undefined;
}
