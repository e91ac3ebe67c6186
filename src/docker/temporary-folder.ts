import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemFiles, temporaryPrefix } from '../ports.ts';
import { runIdOf } from '../run-id.ts';

/** A folder that only this user may enter, for what docker takes by file: secrets and ids. It goes with its content. */
export interface TemporaryFolder extends Disposable {
  file(name: string): string;
  write(name: string, text: string): string;
  /** The file's text, empty where nobody wrote it. */
  read(name: string): string;
}

export function temporaryFolder(): TemporaryFolder {
  const prefix = temporaryPrefix(runIdOf(systemFiles));
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}-`));
  const file = (name: string): string => path.join(folder, name);
  return {
    file,
    write(name, text) {
      writeFileSync(file(name), text, { mode: 0o600 });
      return file(name);
    },
    read(name) {
      try {
        return readFileSync(file(name), 'utf8');
      } catch {
        return ''; // docker ended before it wrote the file
      }
    },
    [Symbol.dispose]() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
