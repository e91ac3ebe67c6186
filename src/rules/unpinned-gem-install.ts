import type { RunCommand } from '../facts/run-shell.ts';
import { programName } from '../servers/index.ts';
import { grammarOf, readArguments } from '../servers/options.ts';
import type { CommandWord } from '../servers/server.ts';
import { defineRule, dockerfile } from './rule.ts';
import { unpinnedClaim } from './unpinned-claim.ts';

export const unpinnedGemInstall = defineRule({
  id: 'unpinned-gem-install',
  aliases: ['DL3028'],
  severity: 'warning',
  summary: '`gem install` names gems without a version',
  why: 'Two builds of the same commit can bring different gems.',
  references: ['https://guides.rubygems.org/command-reference/#gem-install'],
  bad: [
    {
      title: 'no version',
      dockerfile: dockerfile`
        FROM ruby:3.3-slim
        RUN gem install bundler
        `,
    },
  ],
  good: [
    {
      title: 'behind a colon',
      dockerfile: dockerfile`
        FROM ruby:3.3-slim
        RUN gem install bundler:2.5.22
        `,
    },
    {
      title: '`--version`',
      dockerfile: dockerfile`
        FROM ruby:3.3-slim
        RUN gem install bundler --version '~> 2.5'
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['gem'],
  *check(instruction, { facts }) {
    for (const command of facts.shellOf(instruction).commands) {
      const claim = unpinnedClaim(
        'gem install',
        unpinnedIn(command),
        (name) => `Name the version that is meant, such as \`${name}:1.2.3\`.`,
      );
      if (claim !== undefined) yield claim;
    }
  },
});

const grammar = grammarOf({
  values: [
    ['--version', '-v'],
    ['--install-dir', '-i'],
    ['--bindir', '-n'],
    ['--source', '-s'],
    ['--platform'],
    ['--file', '-g'],
    ['--trust-policy', '-P'],
    ['--build-root'],
    ['--http-proxy', '-p'],
    ['--config-file'],
    // It is a matter of the gem, and belongs behind `--`; people write it before.
    ['--use-system-libraries'],
  ],
  flags: [['--no-document', '-N']],
  abbreviations: false,
});

function unpinnedIn({ words: [program, ...rest] }: RunCommand): readonly CommandWord[] {
  if (programName(program?.text ?? '') !== 'gem') return [];
  const end = rest.findIndex(({ text }) => text === '--');
  const { options, positionals } = readArguments(end === -1 ? rest : rest.slice(0, end), grammar);
  const [verb, ...gems] = positionals;
  if (verb === undefined || !/^(?:install|i)$/.test(verb.text)) return [];
  if (options.some(({ name }) => name === '--version')) return [];
  return gems.filter(({ text, known }) => !/:|\.gem$/.test(text) && (known || !text.startsWith('$')));
}
