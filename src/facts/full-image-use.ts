import { programName } from '../servers/index.ts';
import type { Facts } from './facts.ts';
import { normalizedName, allRequirements } from './requirements.ts';
import type { RunCommand } from './run-shell.ts';
import { shellInvocation } from './shell-invocation.ts';

/** Something in the image is seen to use, or may use, what Python's full image has beyond the slim one. */
export function needsFullImage(facts: Facts): boolean {
  const commands = facts.imageInstructions.flatMap((instruction): readonly (RunCommand | undefined)[] => {
    if (!['RUN', 'HEALTHCHECK', 'CMD', 'ENTRYPOINT'].includes(instruction.keyword)) return [];
    const shell = facts.shellOf(instruction);
    return shell.readable ? shell.commands : [undefined];
  });
  const installed = new Set(
    facts.imageInstructions.flatMap((instruction) =>
      facts.apt
        .commandsOf(instruction)
        .flatMap(({ packages }) => packages.map(({ text }) => text.replace(/[=/].*$/, ''))),
    ),
  );
  const hasCompiler = ['gcc', 'g++', 'build-essential', 'clang'].some((name) => installed.has(name));
  return (
    commands.some((command) => command === undefined || usesTool(command, installed)) ||
    ([...installed].some((name) => name.endsWith('-dev')) && !hasCompiler) ||
    (needsTools(facts) && !(hasCompiler && installed.has('git')))
  );
}

/** What buildpack-deps has, by the package that brings it to a slim image. */
const tools: Readonly<Record<string, string>> = {
  ar: 'binutils',
  autoconf: 'autoconf',
  automake: 'automake',
  cc: 'gcc',
  convert: 'imagemagick',
  curl: 'curl',
  file: 'file',
  'g++': 'g++',
  gcc: 'gcc',
  git: 'git',
  gpg: 'gnupg',
  hg: 'mercurial',
  ld: 'binutils',
  make: 'make',
  patch: 'patch',
  pg_config: 'libpq-dev',
  pkill: 'procps',
  ps: 'procps',
  ssh: 'openssh-client',
  'ssh-keyscan': 'openssh-client',
  svn: 'subversion',
  top: 'procps',
  unzip: 'unzip',
  wget: 'wget',
  xz: 'xz-utils',
};

/** A script may use anything. */
function usesTool({ words }: RunCommand, installed: ReadonlySet<string>): boolean {
  const [first] = words;
  const name = programName(first?.text ?? '');
  if (shellInvocation(words)?.kind === 'script' || name.endsWith('.sh')) return true;
  const brings = Object.hasOwn(tools, name) ? tools[name] : undefined;
  return brings !== undefined && !installed.has(brings) && !installed.has('build-essential');
}

/** Packages of the index that come as source only, so that each installation compiles them. */
const compiled: ReadonlySet<string> = new Set(
  [
    'psycopg2 mysqlclient uwsgi python-ldap pyodbc pycairo pygraphviz xmlsec pygobject pymssql cx-oracle psycopg-c dlib',
    'netifaces pycurl m2crypto gdal rtree fasttext annoy hnswlib pyaudio pocketsphinx python-snappy pylibmc gmpy backports-zstd',
    'llama-cpp-python flash-attn ibm-db jpype1 pysqlite3 bsddb3 python-xmlsec pyicu mod-wsgi ta-lib',
  ]
    .join(' ')
    .split(' ')
    .map(normalizedName),
);

/** A package is compiled, or fetched by git. */
function needsTools({ python }: Facts): boolean {
  const named = [
    ...python.requirementsFiles.flatMap(({ file }) => allRequirements(file)),
    ...(python.pyproject?.dependencies ?? []),
    ...python.pipInstalls.flatMap((install) => install.named.flatMap(({ requirement }) => requirement ?? [])),
  ];
  return (
    named.some(
      ({ name, specifier }) =>
        (name !== undefined && compiled.has(name)) || /\b(?:git|hg|svn)\+|^\{?\s*git\s*=/.test(specifier),
    ) ||
    python.pipInstalls.some(({ named: words }) =>
      words.some(({ word }) => /^(?:-e\s+)?(?:git|hg|svn)\+/.test(word.text)),
    )
  );
}
