import { literal } from '../literal.ts';
import { baseName } from './secret-files.ts';
import type { ContextLeak } from './context-leaks.ts';
import type { Facts } from './facts.ts';
import { programName } from '../servers/index.ts';
import type { RunCommand } from './run-shell.ts';
import type { LeakKind } from './secret-files.ts';

/** More source files are not searched: then a use counts as possible. */
const mostSearched = 400;

/**
 * Whether the build or the application may need some of what leaks, so that leaving it out may change the image's behaviour:
 * something names it, or the Dockerfile does not make its own.
 */
export function mayBeUsed(leaks: readonly ContextLeak[], facts: Facts): boolean {
  const commands = facts.dockerfile.instructions.flatMap((instruction) =>
    instruction.keyword === 'RUN' ? facts.shellOf(instruction).commands : [],
  );
  const holds = (kind: LeakKind): boolean => leaks.some((leak) => leak.kind === kind);
  if (holds('repository') && (commands.some(readsRepository) || takesVersionFromRepository(facts))) return true;
  if (holds('node-modules') && !commands.some(installsNodePackages)) return true;
  const mentions = (leak: ContextLeak): boolean => facts.dockerfile.text.includes(baseName(leak.path));
  if (leaks.some((leak) => leak.kind === 'virtualenv' && mentions(leak)) && !commands.some(makesVirtualenv))
    return true;
  const files = leaks.filter(({ isFolder }) => !isFolder);
  return files.some(mentions) || (files.length > 0 && isNamedIn(facts, namesOf(files)));
}

function installsNodePackages({ words }: RunCommand): boolean {
  return /^(?:npm|yarn|pnpm|bun)$/.test(programName(words[0]?.text ?? ''));
}

/** One pattern for all of them, so that every source file is read once. */
function namesOf(files: readonly ContextLeak[]): RegExp {
  const names = [...new Set(files.map(({ path }) => baseName(path)))].map((name) => literal(name));
  const loaders = files.some(({ kind }) => kind === 'environment')
    ? ['dotenv', 'env_file', 'environs', 'decouple']
    : [];
  return new RegExp([...names, ...loaders].join('|'));
}

function readsRepository({ words: [program, ...rest] }: RunCommand): boolean {
  if (programName(program?.text ?? '') !== 'git') return false;
  const verb = rest.find(({ text }) => !text.startsWith('-'))?.text;
  return verb !== undefined && !['clone', 'config', 'init', 'lfs'].includes(verb);
}

function takesVersionFromRepository({ context }: Facts): boolean {
  const tools =
    /setuptools[-_]scm|hatch-vcs|versioningit|dynamic-versioning|dunamai|versioneer|use_scm_version|\bpbr\b|source\s*=\s*"scm"/;
  return ['pyproject.toml', 'setup.py', 'setup.cfg'].some((name) => context.textMatches(name, tools) === true);
}

function makesVirtualenv({ words }: RunCommand): boolean {
  const [program = '', ...rest] = words.map(({ text }) => text);
  const name = programName(program);
  return (
    name === 'virtualenv' ||
    name === 'poetry' ||
    name === 'pipenv' ||
    name === 'pdm' ||
    (name === 'uv' && (rest.includes('sync') || rest.includes('venv'))) ||
    (rest.includes('-m') && (rest.includes('venv') || rest.includes('virtualenv')))
  );
}

function isNamedIn({ context }: Facts, pattern: RegExp): boolean {
  const sources = context.listing.files.filter((file) => /\.(?:py|sh|toml|ini|cfg|ya?ml|json|conf)$/.test(file));
  return (
    context.listing.truncated ||
    sources.length > mostSearched ||
    sources.some((file) => context.textMatches(file, pattern) === true)
  );
}
