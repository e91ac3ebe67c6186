import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedFiles, generatedFolders } from './generated-files.ts';

/** Paths of the files under `root` that are not what their sources make: changed, absent, or made no more. */
export function staleFiles(root: string): readonly string[] {
  const made = generatedFiles((file) => readFileSync(path.join(root, file), 'utf8'));
  const changed = [...made].filter(([file, text]) => textOf(path.join(root, file)) !== text).map(([file]) => file);
  const leftOver = generatedFolders
    .flatMap((folder) => globSync(`${folder}/**/*.*`, { cwd: root }))
    .filter((file) => !made.has(file));
  return [...changed, ...leftOver].toSorted();
}

/** Makes them what they must be. */
function generate(root: string): readonly string[] {
  const stale = staleFiles(root);
  const made = generatedFiles((file) => readFileSync(path.join(root, file), 'utf8'));
  for (const file of stale) {
    const text = made.get(file);
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    if (text === undefined) rmSync(target);
    else writeFileSync(target, text);
  }
  return stale;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // it has not been made yet
  }
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../..');
  if (process.argv.includes('--check')) {
    const stale = staleFiles(root);
    if (stale.length > 0) {
      console.error(`These files are not what their sources make: ${stale.join(', ')}. Run npm run generate.`);
      process.exitCode = 1;
    }
  } else for (const file of generate(root)) console.log(`written: ${file}`);
}
