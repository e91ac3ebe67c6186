import type { ContextLeak } from '../facts/context-leaks.ts';
import type { Facts } from '../facts/facts.ts';
import { ignoreAddition } from '../facts/ignore-additions.ts';
import { mayBeUsed } from '../facts/leak-use.ts';
import type { Evidence } from '../finding.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

const copyAll = dockerfile`
  FROM python:3.12-slim
  WORKDIR /app
  COPY . .
  `;

export const contextLeaks = defineRule({
  id: 'context-leaks',
  aliases: [],
  severity: 'warning',
  summary: 'secrets or working folders of the repository are copied into the image',
  why: 'Whoever can pull the image can read what is in it: passwords, private keys, the whole history. What a later `RUN` removes is still in the layer below, and virtual environments and node_modules of another machine seldom work at all.',
  references: [
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    'https://docs.docker.com/build/building/secrets/',
  ],
  bad: [
    {
      title: 'the history and the settings of the developer',
      dockerfile: copyAll,
      files: { '.git/HEAD': 'ref: refs/heads/main\n', '.env': 'PASSWORD=example\n', 'app.py': 'app = None\n' },
      fixed: copyAll,
      fixedFiles: {
        '.dockerignore': dockerfile`
          .env
          .git
          `,
      },
    },
    {
      title: 'a key that an existing .dockerignore does not name',
      dockerfile: copyAll,
      files: { '.dockerignore': '.git', 'keys/server.pem': '-----BEGIN PRIVATE KEY-----\n' },
      fixed: copyAll,
      fixedFiles: {
        '.dockerignore': dockerfile`
          .git
          keys/server.pem
          `,
      },
    },
    {
      title: 'through another stage',
      dockerfile: dockerfile`
        FROM python:3.12 AS build
        WORKDIR /src
        COPY . .
        FROM python:3.12-slim
        COPY --from=build /src /app
        `,
      files: { '.venv/pyvenv.cfg': 'home = /usr/bin\n', '.venv/bin/python': '' },
      fixed: dockerfile`
        FROM python:3.12 AS build
        WORKDIR /src
        COPY . .
        FROM python:3.12-slim
        COPY --from=build /src /app
        `,
      fixedFiles: { '.dockerignore': '.venv\n' },
    },
  ],
  good: [
    {
      title: 'left out by .dockerignore',
      dockerfile: copyAll,
      files: { '.dockerignore': '.git\n.env*\n', '.git/HEAD': 'ref: refs/heads/main\n', '.env': 'PASSWORD=example\n' },
    },
    {
      title: 'written to be shared',
      dockerfile: copyAll,
      files: { '.dockerignore': '.git\n', '.env.example': 'PASSWORD=\n', 'ca.pem': '-----BEGIN CERTIFICATE-----\n' },
    },
    {
      title: 'only in a stage from which something else is taken',
      dockerfile: dockerfile`
        FROM python:3.12 AS build
        WORKDIR /src
        COPY . .
        RUN pip wheel --no-deps --wheel-dir /wheels .
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        `,
      files: { '.git/HEAD': 'ref: refs/heads/main\n' },
    },
  ],
  on: 'file',
  *check({ facts }) {
    if (facts.leaks.length === 0) return;
    // The same for every COPY: one change of the .dockerignore mends them all.
    const fix = fixFor(facts);
    for (const [instruction, leaks] of Map.groupBy(facts.leaks, ({ copy }) => copy.instruction)) {
      const [first] = leaks;
      if (first === undefined) continue;
      const { keyword } = instruction;
      const written = instruction.text.slice(instruction.argumentsStart).trim();
      yield {
        at: first.source.location,
        title: `\`${keyword} ${written}\` carries ${listed(leaks.map(({ path }) => `\`${path}\``))} into the image`,
        advice: `Name ${leaks.length === 1 ? 'it' : 'them'} in ${facts.context.ignoreFile === undefined ? 'a `.dockerignore`' : `\`${facts.context.ignoreFile.path}\``}.`,
        // A probe looks for these paths in the image (probes/leaked-files.ts).
        evidence: leaks.slice(0, mostNamed).map((leak) => evidenceOf(leak, facts)),
        fix,
      };
    }
  },
});

const mostNamed = 20;

function evidenceOf({ path, imagePaths: [place = ''] }: ContextLeak, { context }: Facts): Evidence {
  const location = { path: context.reportPath(path), line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { kind: 'source', location, note: `becomes \`${place}\`` };
}

/** Three by name, the others by their number. */
function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? names.slice(0, 3) : names;
  const rest = names.length - shown.length;
  const parts = rest === 0 ? shown : [...shown, `${rest} more`];
  return parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function fixFor(facts: Facts): ClaimFix {
  const paths = [...new Set(facts.leaks.map(({ path }) => path))];
  return {
    title: facts.context.ignoreFile === undefined ? 'Write a .dockerignore' : 'Leave them out by .dockerignore',
    safety: mayBeUsed(facts.leaks, facts) ? 'unsafe' : 'safe',
    edits: [ignoreAddition(facts.context, paths.map(asPattern))],
  };
}

/** The characters that a pattern gives a meaning stand for themselves. */
function asPattern(path: string): string {
  return path.replaceAll(/[\\*?[\]]/g, String.raw`\$&`);
}
