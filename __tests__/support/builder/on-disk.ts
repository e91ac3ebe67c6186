import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Tree } from './tree.ts';

/** Writes a tree over another one as a checkout does: folders that are empty then are gone. `.git` stays. */
export function checkOut(tree: Tree, folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== '.git') rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  for (const [name, { kind, text, isExecutable }] of tree) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (kind === 'link') symlinkSync(text, file);
    else {
      writeFileSync(file, text);
      chmodSync(file, isExecutable ? 0o755 : 0o644);
    }
  }
}
