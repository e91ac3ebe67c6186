import { expect, test } from 'vitest';
import { pipCacheKept as rule } from '../../src/rules/pip-cache-kept.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const run = (text: string, before = ''): string => `FROM python:3.12-slim\n${before}RUN ${text}\n`;

test.each([
  ['--no-cache-dir before the verb', 'pip --no-cache-dir install x', ''],
  ['an assignment before the command', 'PIP_NO_CACHE_DIR=1 pip install x', ''],
  ['an export in the same RUN', 'export PIP_NO_CACHE_DIR=true && pip install x', ''],
  ['env', 'env PIP_NO_CACHE_DIR=yes pip install x', ''],
  ['an ARG', 'pip install x', 'ARG PIP_NO_CACHE_DIR=on\n'],
  ['an ENV of the stage below', 'pip install x', 'FROM python:3.12 AS base\nENV PIP_NO_CACHE_DIR=1\nFROM base\n'],
  ['an ENV that only the build knows', 'pip install x', 'ARG OFF\nENV PIP_NO_CACHE_DIR=$OFF\n'],
  ["a mount in another user's home", '--mount=type=cache,target=/home/app/.cache/pip pip install x', ''],
  ['a mount of all caches in another home', '--mount=type=cache,target=/home/app/.cache pip install x', ''],
  ['a tmpfs above it', '--mount=type=tmpfs,target=/root pip install x', ''],
  [
    'a mount where PIP_CACHE_DIR points',
    '--mount=type=cache,target=/cache pip install x',
    'ENV PIP_CACHE_DIR=/cache/pip\n',
  ],
  ['a mount where --cache-dir points', '--mount=type=cache,dst=/tmp/c pip install --cache-dir /tmp/c x', ''],
  ['a mount by a variable', '--mount=type=cache,target=$PIP_CACHE_DIR pip install x', 'ENV PIP_CACHE_DIR=/var/pip\n'],
  ['pip cache purge', 'pip install x && python -m pip cache purge', ''],
  ['rm of all caches', 'pip install x && rm -rf /root/.cache/*', ''],
  ['rm by a variable', 'pip install x && rm -rf $HOME/.cache', ''],
  ['pip config', 'pip install x', 'RUN pip config set global.no-cache-dir true\n'],
  [
    'a configuration file from a heredoc',
    'pip install x',
    'COPY <<EOF /etc/pip.conf\n[global]\nno-cache-dir = true\nEOF\n',
  ],
  ['pip download', 'pip download x', ''],
  ['pip freeze', 'pip freeze', ''],
  ['another program', 'pipx install x && apt-get install pip', ''],
  ['uv: the option', 'uv sync --no-cache && uv pip install -n --system x', ''],
  ['uv: the variable', 'uv sync --frozen', 'ENV UV_NO_CACHE=1\n'],
  ['uv: a mount', '--mount=type=cache,target=/root/.cache/uv uv pip install --system x', ''],
  ['uv: cleaned', 'uv sync && uv cache clean', ''],
  ['uv: what installs nothing', 'uv lock && uv venv && uv run python -m compileall .', ''],
  ['poetry: the option', 'poetry --no-cache install', ''],
  ['poetry: its folder removed', 'poetry install && rm -rf $POETRY_CACHE_DIR', 'ENV POETRY_CACHE_DIR=/tmp/poetry\n'],
  [
    'poetry: a mount',
    '--mount=type=cache,target=$POETRY_CACHE_DIR poetry install',
    'ENV POETRY_CACHE_DIR=/tmp/poetry\n',
  ],
  ['poetry: its cache cleared', 'poetry install && poetry cache clear --all pypi', ''],
])('is silent: %s', (_, text, before) => {
  expect(findingsOf(rule, run(text, before))).toEqual([]);
});

test.each([
  ['pip3.11', 'pip3.11 install x', 'pip3.11 install x', ['DL3042']],
  ['a path', '/opt/venv/bin/pip install x', '/opt/venv/bin/pip install x', ['DL3042']],
  ['python -m pip', 'python3.12 -m pip install x', 'python3.12 -m pip install x', ['DL3042']],
  ['inside a long RUN', 'set -e; \\\n  cd /app; \\\n  pip install x', 'pip install x', ['DL3042']],
  ['an empty variable', 'PIP_NO_CACHE_DIR= pip install x', 'PIP_NO_CACHE_DIR= pip install x', ['DL3042']],
  ['a mount of another folder', '--mount=type=cache,target=/var/cache/apt pip install x', 'pip install x', ['DL3042']],
  ["uv's cache in pip's mount", '--mount=type=cache,target=/root/.cache/pip uv sync', 'uv sync', []],
  ['rm before', 'rm -rf /root/.cache && pip install x', 'pip install x', ['DL3042']],
  ['uv tool install', 'uv --directory /app tool install ruff', 'uv --directory /app tool install ruff', []],
  ['poetry add', 'poetry add x', 'poetry add x', []],
])('flags: %s', (_, text, marked, aliases) => {
  expect(markedBy(rule, run(text))).toEqual([marked]);
  expect(findingsOf(rule, run(text))[0]?.aliases).toEqual(aliases);
});

test.each(['0', 'off', 'false', 'no'])('PIP_NO_CACHE_DIR=%s is a notice: pip takes it for a yes', (value) => {
  const found = findingsOf(rule, run('pip install x', `ENV PIP_NO_CACHE_DIR=${value}\n`));
  expect(found.map(({ severity, title }) => [severity, title])).toEqual([
    ['notice', '`PIP_NO_CACHE_DIR` says no, and `pip install` takes it for a yes'],
  ]);
});

test("the same value of uv's variable leaves the cache where it is", () => {
  expect(findingsOf(rule, run('uv sync', 'ENV UV_NO_CACHE=0\n')).map(({ severity }) => severity)).toEqual(['warning']);
});

test.each([
  ['two in one RUN', 'pip install a && uv sync', 'pip install --no-cache-dir a && uv sync --no-cache'],
  [
    'the exec form',
    '["python", "-m", "pip", "install", "a"]',
    '["python", "-m", "pip", "install", "--no-cache-dir", "a"]',
  ],
  ['over lines', 'pip install \\\n    a', 'pip install --no-cache-dir \\\n    a'],
])('the fix is safe: %s', (_, text, expected) => {
  expect(findingsOf(rule, run(text)).map(({ fix }) => fix?.safety)).toEqual(['safe']);
  expect(mendedBy(rule, run(text))['Dockerfile']).toBe(run(expected));
});
