import type { PathMeasure } from './docker.ts';

/** Reads a tar as it comes and remembers its headers; the files themselves pass by. */
export interface TarMeasure {
  readonly take: (chunk: Buffer) => void;
  readonly result: () => PathMeasure;
}

const blockBytes = 512;
const mostPaths = 1000;
/** A name or a record longer than this is not believed: the stream is not a tar. */
const longestHeaderBody = 1_000_000;

/**
 * Knows ustar with its prefix, pax records (`path`, `size`) and GNU's long names: what Go's archive/tar, and so
 * every engine, writes.
 */
export function measureTar(): TarMeasure {
  let waiting: Buffer = Buffer.alloc(0);
  let toSkip = 0;
  let next: { path?: string; size?: number } = {};
  let bytes = 0;
  let files = 0;
  const paths: string[] = [];

  /** One header, with the body that belongs to it where that is read; how many bytes it took, 0 when more must come. */
  const readEntry = (): number => {
    const header = waiting.subarray(0, blockBytes);
    if (header.every((byte) => byte === 0)) return blockBytes;
    const type = String.fromCharCode(header[156] ?? 0);
    const size = next.size ?? readNumber(header.subarray(124, 136));
    if (type === 'x' || type === 'L' || type === 'g' || type === 'K') {
      const body = padded(size);
      if (size > longestHeaderBody) throw new RangeError(`a tar header of ${size} bytes`);
      if (waiting.length < blockBytes + body) return 0;
      const text = waiting.subarray(blockBytes, blockBytes + size);
      if (type === 'x') next = { ...next, ...readPax(text) };
      if (type === 'L') next = { ...next, path: readText(text) };
      return blockBytes + body;
    }
    if (paths.length < mostPaths) paths.push(next.path ?? readPath(header));
    // Links, devices and folders have no body, whatever their size says.
    if (!/[1-6]/.test(type)) {
      files += 1;
      bytes += size;
      toSkip = padded(size);
    }
    next = {};
    return blockBytes;
  };

  return {
    take(chunk) {
      waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      for (;;) {
        const skipped = Math.min(toSkip, waiting.length);
        toSkip -= skipped;
        waiting = waiting.subarray(skipped);
        if (toSkip > 0 || waiting.length < blockBytes) return;
        const taken = readEntry();
        if (taken === 0) return;
        waiting = waiting.subarray(taken);
      }
    },
    result: () => ({ bytes, files, paths }),
  };
}

function padded(size: number): number {
  return Math.ceil(size / blockBytes) * blockBytes;
}

function readText(field: Buffer): string {
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? field.length : end).toString('utf8');
}

/** Octal digits; or, for what they cannot hold, a big-endian number behind a set top bit. */
function readNumber(field: Buffer): number {
  if (((field[0] ?? 0) & 0x80) !== 0) return Number(BigInt(`0x${field.subarray(4).toString('hex')}`));
  return Number.parseInt(readText(field).trim() || '0', 8);
}

function readPath(header: Buffer): string {
  const name = readText(header.subarray(0, 100));
  const isUstar = header.subarray(257, 263).toString('latin1') === 'ustar\0';
  const prefix = isUstar ? readText(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Records `LENGTH KEY=VALUE\n`, where LENGTH counts the bytes of the whole record. */
function readPax(body: Buffer): { path?: string; size?: number } {
  const found: { path?: string; size?: number } = {};
  for (let start = 0; start < body.length;) {
    const space = body.indexOf(' ', start);
    const length = Number.parseInt(body.subarray(start, space).toString('latin1'), 10);
    if (space < 0 || !(length > 0)) break;
    const record = body.subarray(space + 1, start + length - 1).toString('utf8');
    if (record.startsWith('path=')) found.path = record.slice('path='.length);
    if (record.startsWith('size=')) found.size = Number(record.slice('size='.length));
    start += length;
  }
  return found;
}
