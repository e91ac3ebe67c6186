import path from 'node:path';
import type { Files } from '../ports.ts';

const names = /^(?:Dockerfile|Containerfile)(?:\..+)?$|.\.(?:Dockerfile|Containerfile)$/i;
const unvisited = new Set(['.git', 'node_modules', '.venv', 'venv', '__pycache__']);

/** The Dockerfiles in a folder and below, as paths relative to it, sorted. */
export function findDockerfiles(files: Files, root: string): readonly string[] {
  const found: string[] = [];
  const waiting = ['']; // no recursion: folders may be nested without end
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const { name, kind } of files.list(path.join(root, folder))) {
      const relative = path.join(folder, name);
      if (kind === 'folder' && !unvisited.has(name)) waiting.push(relative);
      if (kind === 'file' && names.test(name) && !name.endsWith('.dockerignore')) found.push(relative);
    }
  }
  return found.toSorted();
}
