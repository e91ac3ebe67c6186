import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messagesIn, type Message } from './messages.ts';

/** Of all our sources, by the path of the file. */
export function sourceMessages(): readonly Message[] {
  const folder = path.resolve(import.meta.dirname, '..');
  const files = globSync('**/*.ts', { cwd: folder }).map((file) => file.split(path.sep).join('/'));
  return files.toSorted().flatMap((file) => messagesIn(file, readFileSync(path.join(folder, file), 'utf8')));
}
