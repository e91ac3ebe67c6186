import type { RunCommand } from '../facts/run-shell.ts';
import { programName } from '../servers/index.ts';
import { grammarOf, readArguments } from '../servers/options.ts';
import type { CommandWord } from '../servers/server.ts';
import { defineRule, dockerfile } from './rule.ts';
import { unpinnedClaim } from './unpinned-claim.ts';

export const unpinnedNpmInstall = defineRule({
  id: 'unpinned-npm-install',
  aliases: ['DL3016'],
  severity: 'warning',
  summary: '`npm install` names packages without a version',
  why: 'Two builds of the same commit can bring different packages, for npm takes whatever is tagged `latest` that day.',
  references: ['https://docs.npmjs.com/cli/v10/commands/npm-install'],
  bad: [
    {
      title: 'a tool for the build',
      dockerfile: dockerfile`
        FROM node:22-slim
        RUN npm install -g pnpm
        `,
    },
  ],
  good: [
    {
      title: 'a version',
      dockerfile: dockerfile`
        FROM node:22-slim
        RUN npm install -g pnpm@9.12.2
        `,
    },
    {
      title: 'what package.json and its lock file say',
      dockerfile: dockerfile`
        FROM node:22-slim
        RUN npm install
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['npm'],
  *check(instruction, { facts }) {
    for (const command of facts.shellOf(instruction).commands) {
      const unpinned = packagesOf(command).filter((word) => !isPinned(word));
      const claim = unpinnedClaim('npm install', unpinned, (name) =>
        isRepository(name)
          ? 'Name a tag or a commit behind a `#`.'
          : `Name the version that is meant, such as \`${name}@1.2.3\`.`,
      );
      if (claim !== undefined) yield claim;
    }
  },
});

const grammar = grammarOf({
  values: [
    ['--loglevel'],
    ['--registry'],
    ['--prefix', '-C'],
    ['--cache'],
    ['--userconfig'],
    ['--globalconfig'],
    ['--tag'],
    ['--omit'],
    ['--include'],
    ['--workspace', '-w'],
    ['--before'],
    ['--install-strategy'],
    ['--script-shell'],
    ['--fetch-retries'],
    ['--fetch-timeout'],
    ['--network-timeout'],
    ['--maxsockets'],
    ['--cpu'],
    ['--os'],
    ['--libc'],
  ],
  flags: [['--global', '-g']],
  abbreviations: false,
});

function packagesOf({ words: [program, ...rest] }: RunCommand): readonly CommandWord[] {
  if (programName(program?.text ?? '') !== 'npm') return [];
  const [verb, ...packages] = readArguments(rest, grammar).positionals;
  return verb !== undefined && /^(?:install|i|add)$/.test(verb.text) ? packages : [];
}

function isRepository(text: string): boolean {
  return /^git(?:\+\w+)?:\/\//.test(text);
}

/** A folder, an archive or an address of one says itself what is installed. */
function isPinned({ text, known }: CommandWord): boolean {
  if (isRepository(text)) return text.includes('#');
  if (/^(?:\/|\.{1,2}(?:\/|$)|~\/|file:|https?:\/\/)|\.(?:tar|tar\.gz|tgz)$/.test(text)) return true;
  if (!known && text.startsWith('$')) return true;
  return text.slice(1).includes('@') || (/^[^@/]+\/[^/]+$/.test(text) && text.includes('#'));
}
