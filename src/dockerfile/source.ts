import path from 'node:path';
import type { Files } from '../ports.ts';
import type { Dockerfile } from './model.ts';
import { parseDockerfile } from './parse.ts';

const largestBytes = 2_000_000;

/** A Dockerfile of the disk, or why it is none: a half sentence to stand behind its path. */
export type Loaded = { readonly dockerfile: Dockerfile } | { readonly error: string };

export function loadDockerfile(files: Files, file: string, reportPath: string): Loaded {
  const found = files.stat(file);
  if (found === undefined) return { error: 'does not exist' };
  if (leadsOut(files, file)) return { error: 'is a symbolic link that leads out of the repository, so it is not read' };
  if (found.kind === 'folder') return { error: 'is a folder' };
  if (found.kind !== 'file') return { error: 'is not a regular file' };
  if (found.bytes > largestBytes) return { error: `is larger than 2 MB (${found.bytes} bytes)` };
  try {
    return dockerfileOf(files.readBytes(file), reportPath);
  } catch (error) {
    return { error: `cannot be read: ${reasonOf(error)}` };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'EACCES' ? 'permission denied' : error.message;
}

/** A pull request may bring a link to any file of the machine, and reports quote what they read. */
function leadsOut(files: Files, file: string): boolean {
  const real = files.realPath(file);
  if (real === undefined || real === file) return false;
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (files.stat(path.join(folder, '.git')) !== undefined) {
      const root = files.realPath(folder) ?? folder;
      return !real.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
    }
    if (folder === path.dirname(folder)) return false;
  }
}

/** Of bytes that came from anywhere, standard input for one. */
export function dockerfileOf(bytes: Buffer, reportPath: string): Loaded {
  if (bytes.length > largestBytes) return { error: `is larger than 2 MB (${bytes.length} bytes)` };
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return { error: 'is UTF-16, which BuildKit does not read; save it as UTF-8' };
  }
  const zero = bytes.indexOf(0);
  if (zero >= 4) {
    const line = bytes.subarray(0, zero).filter((byte) => byte === 0x0a).length + 1;
    if (/^[\s\x21-\x7e]{4}/.test(bytes.toString('latin1', 0, 4)))
      return { error: `is not text: it has a byte of zero in line ${line}` };
  }
  if (zero !== -1) {
    const begins = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    return { error: `is not text: it begins with the bytes ${begins}` };
  }
  return { dockerfile: parseDockerfile(bytes.toString('utf8'), reportPath) };
}
