import { pieceOf } from './piece.ts';
import type { Address, Piece, SettingSource } from './server.ts';
import { sourceOf, wholeNumber } from './settings.ts';

/** `HOST:PORT`, `[::1]:8000`, `HOST`, `unix:PATH`, `fd://3`, as gunicorn and hypercorn take it. */
export function bindAddress(piece: Piece, by: SettingSource['by'], name: string, defaultPort: number): Address {
  const { text } = piece;
  const whole = sourceOf(by, name, piece);
  if (text.startsWith('unix:')) {
    return { kind: 'unix', name: text.slice('unix:'.length).replace(/^\/\/(?=\/)/, ''), source: whole };
  }
  if (text.startsWith('fd://')) return { kind: 'descriptor', name: text.slice('fd://'.length), source: whole };
  const start = text.startsWith('tcp://') ? 'tcp://'.length : 0;
  const split = hostAndPort(text, start);
  const host = pieceOf(piece, split.hostStart, split.hostEnd);
  const port = split.portStart === undefined ? undefined : pieceOf(piece, split.portStart, text.length);
  const number = port?.known === true ? wholeNumber(port.text) : undefined;
  return {
    kind: 'tcp',
    host: host.known
      ? { kind: 'given', value: host.text, source: sourceOf(by, name, host) }
      : { kind: 'unknown', source: sourceOf(by, name, host) },
    port:
      port === undefined && piece.known
        ? { kind: 'default', value: defaultPort }
        : number === undefined
          ? { kind: 'unknown', source: port === undefined ? whole : sourceOf(by, name, port) }
          : { kind: 'given', value: number, source: port === undefined ? whole : sourceOf(by, name, port) },
  };
}

interface Split {
  readonly hostStart: number;
  readonly hostEnd: number;
  readonly portStart?: number;
}

function hostAndPort(text: string, start: number): Split {
  const bracket = text.startsWith('[', start) ? text.indexOf(']', start) : -1;
  if (bracket !== -1) {
    const portStart = text[bracket + 1] === ':' ? bracket + 2 : undefined;
    return { hostStart: start + 1, hostEnd: bracket, ...(portStart === undefined ? {} : { portStart }) };
  }
  const colon = separator(text, start);
  return colon === -1
    ? { hostStart: start, hostEnd: text.length }
    : { hostStart: start, hostEnd: colon, portStart: colon + 1 };
}

/** The colon between host and port, not the one of `${PORT:-8000}`. */
function separator(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith('${', at)) depth += 1;
    else if (text[at] === '}' && depth > 0) depth -= 1;
    else if (text[at] === ':' && depth === 0) return at;
  }
  return -1;
}
