import type { PipInstall } from '../facts/pip-install.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import { programName } from '../servers/index.ts';
import { grammarOf, readArguments } from '../servers/options.ts';
import type { CommandWord } from '../servers/server.ts';
import { defineRule, dockerfile } from './rule.ts';
import { unpinnedClaim } from './unpinned-claim.ts';

export const unpinnedPipInstall = defineRule({
  id: 'unpinned-pip-install',
  aliases: ['DL3013'],
  severity: 'warning',
  summary: '`pip install` names packages without a version',
  why: 'Two builds of the same commit can bring different packages, and the first to notice is whoever deploys the second. A requirements file with versions says it once, also for those who develop.',
  references: [
    'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
    'https://pip.pypa.io/en/stable/reference/requirement-specifiers/',
  ],
  bad: [
    {
      title: 'one of two',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN pip install --no-cache-dir fastapi==0.115.0 'uvicorn[standard]'
        `,
    },
    {
      title: 'a repository without a commit or a tag',
      dockerfile: dockerfile`
        FROM python:3.12
        RUN pip install --no-cache-dir git+https://github.com/encode/uvicorn.git
        `,
    },
  ],
  good: [
    {
      title: 'versions',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN pip install --no-cache-dir fastapi==0.115.0 'uvicorn[standard]~=0.30.6'
        `,
    },
    {
      title: 'a requirements file, or a constraints file',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN pip install --no-cache-dir -r requirements.txt
        RUN pip install --no-cache-dir -c constraints.txt uvicorn
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  *check(instruction, { facts }) {
    for (const install of facts.pipInstallsOf(instruction).values()) {
      if (install.tool !== 'pip' || saysElsewhere(install)) continue;
      const unpinned = install.named.flatMap(({ word, requirement }) =>
        isPinned(word) || (requirement?.kind === 'editable' && !isRepository(word.text)) ? [] : [word],
      );
      const claim = unpinnedClaim('pip install', unpinned, (name) =>
        isRepository(name)
          ? 'Name a tag or a commit behind an `@`.'
          : `Name the version that is meant, such as \`${name}==1.2.3\`, or install from a requirements file.`,
      );
      if (claim !== undefined) yield claim;
    }
    for (const command of facts.shellOf(instruction).commands) {
      const claim = unpinnedClaim(
        'pipx install',
        unpinnedByPipx(command),
        (name) => `Name the version that is meant, such as \`${name}==1.2.3\`.`,
      );
      if (claim !== undefined) yield claim;
    }
  },
});

const pipxGrammar = grammarOf({
  values: [
    ['--python'],
    ['--spec'],
    ['--suffix'],
    ['--index-url', '-i'],
    ['--pip-args', '-a'],
    ['--preinstall'],
    ['--backend'],
  ],
  flags: [
    ['--force', '-f'],
    ['--include-deps'],
    ['--editable', '-e'],
    ['--global'],
    ['--quiet', '-q'],
    ['--verbose', '-v'],
  ],
  abbreviations: true,
});

/** What `pipx install` names, each for an environment of its own. */
function unpinnedByPipx({ words: [program, ...rest] }: RunCommand): readonly CommandWord[] {
  if (programName(program?.text ?? '') !== 'pipx') return [];
  const { options, positionals } = readArguments(rest, pipxGrammar);
  const [verb, ...named] = positionals;
  if (verb?.text !== 'install' || options.some(({ name }) => name === '--spec')) return [];
  return named.filter((word) => !isPinned(word) && !/^\.(?:\[[^\]]*\])?$/.test(word.text));
}

/** The versions stand in a file: requirements, constraints, or the project's own. */
function saysElsewhere({ requirementsFiles, constraintsFiles, named, options }: PipInstall): boolean {
  return (
    requirementsFiles.length > 0 ||
    constraintsFiles.length > 0 ||
    options.some(({ name }) => name === '--group' || name === '--requirement' || name === '--constraint') ||
    named.some(({ word }) => /^\.(?:\[[^\]]*\])?$/.test(word.text))
  );
}

function isRepository(text: string): boolean {
  return /(?:^|@\s*)(?:git|hg|svn|bzr)\+/.test(text);
}

function isPinned({ text, known }: CommandWord): boolean {
  if (isRepository(text)) return /@[^/@]+$/.test(text.replace(/#.*$/, '').replace(/^.*?\+/, ''));
  if (/[=<>!~]=|[<>]/.test(text)) return true;
  if (/[/\\]|\.(?:whl|tar|tgz|zip)$|\.tar\.\w+$/.test(text)) return true;
  return !known && text.startsWith('$');
}
