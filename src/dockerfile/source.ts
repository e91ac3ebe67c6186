import type { Files } from '../ports.ts';
import type { Dockerfile } from './model.ts';
import { parseDockerfile } from './parse.ts';

const largestBytes = 2_000_000;

/** A Dockerfile of the disk, or why it is none: a half sentence to stand behind its path. */
export type Loaded = { readonly dockerfile: Dockerfile } | { readonly error: string };

export function loadDockerfile(files: Files, file: string, path: string): Loaded {
  const found = files.stat(file);
  if (found === undefined) return { error: 'does not exist' };
  if (found.kind === 'folder') return { error: 'is a folder' };
  if (found.kind !== 'file') return { error: 'is not a regular file' };
  if (found.bytes > largestBytes) return { error: `is larger than 2 MB (${found.bytes} bytes)` };
  try {
    return dockerfileOf(files.readBytes(file), path);
  } catch (error) {
    return { error: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Of bytes that came from anywhere, standard input for one. */
export function dockerfileOf(bytes: Buffer, path: string): Loaded {
  if (bytes.length > largestBytes) return { error: `is larger than 2 MB (${bytes.length} bytes)` };
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return { error: 'is UTF-16, which BuildKit does not read; save it as UTF-8' };
  }
  if (bytes.includes(0)) {
    const begins = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    return { error: `is not text: it begins with the bytes ${begins}` };
  }
  return { dockerfile: parseDockerfile(bytes.toString('utf8'), path) };
}
