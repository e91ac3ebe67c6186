import { readIgnoreFile } from '../dockerfile/ignore-file.ts';
import type { Facts } from '../facts/facts.ts';
import { ignoreAddition } from '../facts/ignore-additions.ts';
import { once } from '../facts/once.ts';
import { namedByCopies, wholeContextSource } from '../facts/whole-context.ts';
import { defineRule, dockerfile } from './rule.ts';

export const missingDockerignore = defineRule({
  id: 'missing-dockerignore',
  aliases: [],
  severity: 'notice',
  summary: 'everything is copied, and no .dockerignore says what to leave out',
  why: 'Whatever lies in the folder on the day of the build is in the image: caches, notes, a local `.env`. Each change of such a file also makes the build run every later step anew.',
  references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  bad: [
    {
      title: '`COPY . .` of all there is',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        `,
      files: { 'app.py': 'app = None\n' },
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        `,
      fixedFiles: {
        '.dockerignore': dockerfile`
          .git
          .env
          .env.*
          !.env.example
          .venv
          venv
          node_modules
          **/__pycache__
          **/*.pyc
          .pytest_cache
          .mypy_cache
          .ruff_cache
          .coverage
          htmlcov
          `,
      },
    },
  ],
  good: [
    {
      title: 'a .dockerignore',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        `,
      files: { '.dockerignore': '.git\n', 'app.py': 'app = None\n' },
    },
    {
      title: 'single files and folders',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt ./
        COPY app ./app
        `,
      files: { 'app/main.py': 'app = None\n' },
    },
  ],
  on: 'file',
  *check({ facts }) {
    const { context } = facts;
    if (context.ignoreFile !== undefined) return;
    const copies = facts.stages
      .filter((stage) => facts.graph.used.has(stage))
      .flatMap((stage) => facts.copiesIn(stage))
      .flatMap((copy) => {
        const source = wholeContextSource(copy);
        return source === undefined ? [] : [{ copy, source }];
      });
    // Where something does leak, context-leaks names it at the same place, and its remedy is the same file.
    const [first, ...others] = facts.leaks.length > 0 ? [] : copies;
    if (first === undefined) return;
    yield {
      at: first.source.location,
      title: `\`${first.copy.instruction.keyword} ${first.source.text}\` takes everything, for there is no \`.dockerignore\``,
      advice: 'Write a `.dockerignore` beside the source, and name in it what the image does not need.',
      places: others.map(({ source }) => ({ at: source.location, note: 'takes everything too' })),
      fix: { title: 'Write a .dockerignore', safety: 'safe', edits: [ignoreAddition(context, patternsFor(facts))] },
    };
  },
});

/** What no image of a Python application needs, without what a COPY names itself. */
function patternsFor(facts: Facts): readonly string[] {
  const named = namedByCopies(facts);
  return usualPatterns().flatMap(({ text, file }) => (named.some((path) => file.ignores(path)) ? [] : [text]));
}

const usual: readonly string[] = [
  '.git',
  '.env',
  '.env.*',
  '!.env.example',
  '.venv',
  'venv',
  'node_modules',
  '**/__pycache__',
  '**/*.pyc',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  '.coverage',
  'htmlcov',
];

/** Read once for all Dockerfiles. */
const usualPatterns = once(() => usual.map((text) => ({ text, file: readIgnoreFile(text) })));
