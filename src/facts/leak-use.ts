import type { ContextLeak } from './context-leaks.ts';
import type { Facts } from './facts.ts';
import { programName } from '../servers/index.ts';
import type { RunCommand } from './run-shell.ts';

/** More source files are not searched: then a use counts as possible. */
const mostSearched = 400;

/**
 * Whether the build or the application may need what leaks, so that leaving it out may change the image's behaviour: something
 * names it, or the Dockerfile does not make its own.
 */
export function mayBeUsed(leak: ContextLeak, facts: Facts): boolean {
  const commands = facts.dockerfile.instructions.flatMap((instruction) =>
    instruction.keyword === 'RUN' ? facts.shellOf(instruction).commands : [],
  );
  switch (leak.kind) {
    case 'repository':
      return commands.some(readsRepository) || takesVersionFromRepository(facts);
    case 'node-modules':
      return !commands.some(({ words }) => /^(?:npm|yarn|pnpm|bun)$/.test(programName(words[0]?.text ?? '')));
    case 'virtualenv':
      return facts.dockerfile.text.includes(baseName(leak.path)) && !commands.some(makesVirtualenv);
    case 'environment':
      return isNamed(leak, facts) || isNamedIn(facts, /dotenv|env_file|environs|decouple/i);
    case 'key':
    case 'credentials':
      return isNamed(leak, facts);
  }
}

function readsRepository({ words: [program, ...rest] }: RunCommand): boolean {
  if (programName(program?.text ?? '') !== 'git') return false;
  const verb = rest.find(({ text }) => !text.startsWith('-'))?.text;
  return verb !== undefined && !['clone', 'config', 'init', 'lfs'].includes(verb);
}

function takesVersionFromRepository({ context }: Facts): boolean {
  const tools = /setuptools[-_]scm|hatch-vcs|versioningit|dynamic-versioning|dunamai|versioneer|use_scm_version|\bpbr\b|source\s*=\s*"scm"/;
  return ['pyproject.toml', 'setup.py', 'setup.cfg'].some((name) => context.textMatches(name, tools) === true);
}

function makesVirtualenv({ words }: RunCommand): boolean {
  const [program = '', ...rest] = words.map(({ text }) => text);
  const name = programName(program);
  return (
    name === 'virtualenv' || name === 'poetry' || name === 'pipenv' || name === 'pdm' ||
    (name === 'uv' && (rest.includes('sync') || rest.includes('venv'))) ||
    (rest.includes('-m') && (rest.includes('venv') || rest.includes('virtualenv')))
  );
}

function isNamed({ path }: ContextLeak, facts: Facts): boolean {
  const name = baseName(path);
  return facts.dockerfile.text.includes(name) || isNamedIn(facts, new RegExp(name.replaceAll(/[^\w]/g, String.raw`\$&`)));
}

function isNamedIn({ context }: Facts, pattern: RegExp): boolean {
  const sources = context.listing.files.filter((file) => /\.(?:py|sh|toml|ini|cfg|ya?ml|json|conf)$/.test(file));
  return (
    context.listing.truncated ||
    sources.length > mostSearched ||
    sources.some((file) => context.textMatches(file, pattern) === true)
  );
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
