import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { version as sourceVersion } from '../src/version.ts';
import { majorTagOf, notesOf, packageVersions, troublesOf } from './releases.ts';

// `npm run release -- v1.2.3` says what speaks against a release. With a folder it is filled: notes.md, and in assets/ what people
// download. The workflow learns by outputs which tag follows, and to which commit.
const root = path.resolve(import.meta.dirname, '..');
const [tag, folder] = process.argv.slice(2);
if (tag === undefined) throw new Error('which version: npm run release -- v1.2.3');

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const changelog = read('CHANGELOG.md');
const troubles = troublesOf(tag, {
  changelog,
  versions: {
    'package.json': packageVersions(read('package.json')),
    'package-lock.json': packageVersions(read('package-lock.json')),
    'src/version.ts': [sourceVersion],
  },
});
for (const trouble of troubles) console.error(trouble);
if (troubles.length > 0) process.exitCode = 1;
else if (folder === undefined) console.log(notesOf(changelog, tag));
else prepare(tag, path.resolve(folder));

function prepare(name: string, target: string): void {
  const assets = path.join(target, 'assets');
  mkdirSync(assets, { recursive: true });
  writeFileSync(path.join(target, 'notes.md'), notesOf(changelog, name) ?? '');
  run('npm', 'pack', '--silent', '--pack-destination', assets);
  // By git, the same commit gives the same bytes.
  run(
    'git',
    'archive',
    '--output',
    path.join(assets, `sea-trial-dist-${name}.tar.gz`),
    'HEAD',
    'action.yml',
    'dist',
    'LICENSE',
  );
  const outputs = {
    commit: run('git', 'rev-parse', 'HEAD').trim(),
    major: majorTagOf(name, run('git', 'tag', '--list').split('\n')) ?? '',
  };
  for (const [key, value] of Object.entries(outputs)) {
    console.log(`${key}=${value}`);
    const file = process.env['GITHUB_OUTPUT'];
    if (file !== undefined) appendFileSync(file, `${key}=${value}\n`);
  }
}

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
