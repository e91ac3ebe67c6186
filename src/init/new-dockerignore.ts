import { readIgnoreFile } from '../dockerfile/ignore-file.ts';
import type { BuildContext } from '../facts/context.ts';
import type { Facts } from '../facts/facts.ts';
import { contextPath } from '../facts/image-path.ts';
import { mayBeUsed } from '../facts/leak-use.ts';
import { leakOfFile } from '../facts/secret-files.ts';
import { copiesOfBuild, namedByCopies } from '../facts/whole-context.ts';
import { hasWildcard, wildcard } from '../facts/wildcard.ts';

/**
 * What no image of a Python application needs, and what lies in this context of that kind under another name. A Dockerfile that is
 * there already (`facts`) loses nothing that it copies by name, or that its build may read.
 */
export function newDockerignore(context: BuildContext, facts: Facts | undefined): string {
  const needed = facts === undefined ? [] : neededBy(facts);
  const fits = (pattern: string): boolean => {
    const ignored = readIgnoreFile(pattern);
    return !needed.some((name) => ignored.ignores(name));
  };
  const groups = usual.map(({ title, patterns }) => ({ title, patterns: patterns.filter(fits) }));
  const standing = readIgnoreFile(groups.flatMap(({ patterns }) => patterns).join('\n'));
  const found = leftOver(context).filter((name) => !standing.ignores(name) && fits(name));
  return [...groups, { title: 'Found in this folder', patterns: found }]
    .filter(({ patterns }) => patterns.length > 0)
    .map(({ title, patterns }) => `# ${title}\n${patterns.join('\n')}\n`)
    .join('\n');
}

const usual: readonly { readonly title: string; readonly patterns: readonly string[] }[] = [
  {
    title: 'Version control and editors',
    patterns: ['.git', '.github', '.gitignore', '.gitattributes', '.idea', '.vscode'],
  },
  { title: 'Secrets stay on the machine', patterns: ['**/.env', '**/.env.*', '!**/.env.example'] },
  {
    title: 'Virtual environments and caches',
    patterns: [
      '.venv',
      'venv',
      '**/node_modules',
      '**/__pycache__',
      '**/*.py[cod]',
      '**/.pytest_cache',
      '**/.mypy_cache',
      '**/.ruff_cache',
      '.coverage',
      'htmlcov',
    ],
  },
  { title: 'Not needed to run', patterns: ['Dockerfile*', '.dockerignore'] },
];

/** Virtual environments and secrets that bear names of their own. */
function leftOver(context: BuildContext): readonly string[] {
  const { files, unvisited } = context.listing;
  const secrets = files.filter((file) => leakOfFile(file, context) !== undefined);
  return [...unvisited, ...secrets].filter((name) => !/[[\]*?\\!#\s]/.test(name)).slice(0, mostFound);
}

const mostFound = 50;

/** An environment file is never meant to be in an image, whoever may read it. */
function neededBy(facts: Facts): readonly string[] {
  const used = Map.groupBy(facts.leaks, ({ kind }) => kind)
    .entries()
    .filter(([kind, leaks]) => kind !== 'environment' && mayBeUsed(leaks, facts))
    .flatMap(([, leaks]) => leaks.map((leak) => leak.path));
  return [...namedByCopies(facts), ...matchedByCopies(facts), ...used];
}

function matchedByCopies(facts: Facts): readonly string[] {
  const patterns = copiesOfBuild(facts)
    .filter(({ from }) => from.kind === 'context')
    .flatMap(({ sources }) => sources.map(({ text }) => contextPath(text)))
    .filter((text) => hasWildcard(text) && text !== '*')
    .flatMap((text) => wildcard(text) ?? []);
  return facts.context.listing.files.filter((file) => patterns.some((pattern) => pattern.test(file)));
}
