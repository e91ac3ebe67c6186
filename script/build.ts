import { readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { bundleInto } from './bundle.ts';

// `node script/build.ts` writes dist/; with `--check` it writes nothing and names the files of dist/ that a build would change.
const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const fresh = path.join(root, 'build', '.dist');
bundleInto(fresh);
if (process.argv.includes('--check')) {
  const stale = differences(dist, fresh);
  if (stale.length > 0) {
    console.error(`dist/ is not what its sources make: ${stale.join(', ')}. Run npm run build and commit dist/.`);
    process.exitCode = 1;
  }
} else {
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

function differences(committed: string, built: string): readonly string[] {
  const names = new Set([...filesOf(committed), ...filesOf(built)]);
  return [...names].toSorted().filter((name) => contents(committed, name) !== contents(built, name));
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch {
    return []; // there is no dist/ yet
  }
}

/** The bytes, and whether the file can be started. */
function contents(folder: string, name: string): string | undefined {
  try {
    const file = path.join(folder, name);
    return `${statSync(file).mode & 0o100}${readFileSync(file, 'latin1')}`;
  } catch {
    return undefined; // this folder has no such file
  }
}
