import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { licensesOf } from './licenses.ts';
import { asAscii, asScript, builtinsAsked, compiledAtOnce, examplesWhenAsked } from './rewrites.ts';

const root = path.resolve(import.meta.dirname, '..');
const compiled = path.join(root, 'build');
const bundles = path.join(root, 'build', '.bundles');

/**
 * What each entry of src/ is called in dist/: the runner starts index.js, the launcher cli.js runs command.js, and either starts a thread
 * with openapi-worker.js.
 */
const entries = [
  { source: 'main.js', bundle: 'index.js' },
  { source: 'cli.js', bundle: 'command.js' },
  { source: 'openapi-worker.js', bundle: 'openapi-worker.js' },
] as const;

/** Fills `folder` with what runs alone, without node_modules. The same sources give the same bytes, wherever they lie. */
export function bundleInto(folder: string): void {
  rmSync(compiled, { recursive: true, force: true });
  program('typescript/bin/tsc', ['--project', 'tsconfig.build.json']);
  for (const name of readdirSync(path.join(compiled, 'rules'))) {
    const file = path.join(compiled, 'rules', name);
    writeFileSync(file, examplesWhenAsked(readFileSync(file, 'utf8')));
  }
  mkdirSync(folder, { recursive: true });
  const statistics: string[] = [];
  for (const { source, bundle } of entries) {
    const out = path.join(bundles, path.parse(source).name);
    const account = `${out}.json`;
    // ncc calls its output index.js whatever goes in, so each entry is bundled apart and put together here.
    program(
      '@vercel/ncc/dist/ncc/cli.js',
      `build build/${source} --target es2024 --minify --no-cache --quiet`
        .split(' ')
        .concat('--out', out, '--stats-out', account),
    );
    statistics.push(readFileSync(account, 'utf8'));
    const written = path.join(out, 'index.js');
    const text = builtinsAsked(compiledAtOnce(readFileSync(written, 'utf8')));
    writeFileSync(written, bundle === 'command.js' ? asScript(asAscii(text)) : text);
    if (bundle !== 'index.js') renameChunks(out, bundle);
    for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) moveInto(folder, out, name);
  }
  writeFileSync(path.join(folder, 'licenses.txt'), licensesOf(statistics));
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
  copyFileSync(path.join(root, 'script', 'launcher.js'), path.join(folder, 'cli.js'));
  chmodSync(path.join(folder, 'cli.js'), 0o755);
  const missing = unresolvedImports(folder);
  if (missing.length > 0) throw new Error(`the bundle would fail when it runs: ${missing.join('; ')}`);
}

function program(script: string, args: readonly string[]): void {
  execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/**
 * ncc numbers the chunks of each entry and calls them all `N.index.js`. Of what both entries load, each has its own form of it (names
 * are shortened as the entry uses them), so those of the second one are called after that entry.
 */
function renameChunks(folder: string, bundle: string): void {
  const naming = '=>""+e+".index.js"';
  const text = readFileSync(path.join(folder, 'index.js'), 'utf8');
  if (!readdirSync(folder).some((name) => /^\d+\.index\.js$/.test(name))) {
    renameSync(path.join(folder, 'index.js'), path.join(folder, bundle));
    return;
  }
  const [before, after, ...more] = text.split(naming);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('ncc names its chunks in another way now: look for the function that makes their names');
  for (const name of readdirSync(folder)) {
    if (/^\d+\.index\.js$/.test(name))
      renameSync(path.join(folder, name), path.join(folder, name.replace('index.js', bundle)));
  }
  writeFileSync(path.join(folder, bundle), `${before}${naming.replace('index.js', bundle)}${after}`);
  rmSync(path.join(folder, 'index.js'));
}

/** Two bundles may bring the same chunk; the same name for different bytes would break one of them. */
export function moveInto(folder: string, from: string, name: string): void {
  const source = path.join(from, name);
  const target = path.join(folder, name);
  if (statSync(source).isDirectory()) return;
  if (existsSync(target) && !readFileSync(target).equals(readFileSync(source)))
    throw new Error(`both bundles write ${name}, with different bytes: give one of the chunks another name`);
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(source, target);
}

/** ncc turns a module that it cannot find into an error at run time; here it becomes one of the build. */
export function unresolvedImports(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const { module } = parseSync(name, text);
      const imported = [
        ...module.staticImports.map((each) => each.moduleRequest.value),
        ...module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
        ...[...text.matchAll(/(?:\(import\.meta\.url\)|\b__builtin)\("([^"]+)"\)/g)].map((match) => match[1] ?? ''),
      ];
      return [
        ...imported
          .filter((each) => !isBuiltin(each) && !existsSync(path.resolve(folder, path.dirname(name), each)))
          .map((each) => `${name} imports ${each}, which is not in it`),
        ...[...text.matchAll(/\beval\("require"\)\("([^"]+)"\)|Cannot find module '([^'"+]+)'/g)].map(
          (match) => `${name} lacks the module ${match[1] ?? match[2]}`,
        ),
      ];
    });
}
