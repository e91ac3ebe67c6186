import { describe, expect, test } from 'vitest';
import { sourceBeforeDependencies as rule } from '../../src/rules/source-before-dependencies.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const files = {
  'requirements.txt': 'fastapi==0.1\n',
  'pyproject.toml': '[project]\nname = "a"\n',
  'poetry.lock': '',
  'uv.lock': '',
  'package.json': '{}',
  Pipfile: '',
  'app.py': '',
};
const from = 'FROM python:3.12-slim\nWORKDIR /app\n';

test.each([
  ['ADD', 'ADD . /app\nRUN pip install -r requirements.txt\n', 'ADD . /app'],
  ['all by a wildcard', 'COPY * ./\nRUN pip install -r requirements.txt\n', 'COPY * ./'],
  [
    'with steps between',
    'COPY ./ .\nENV A=1\nRUN true\nRUN python -m pip install -r /app/requirements.txt\n',
    'COPY ./ .',
  ],
  ['uv sync', 'COPY . .\nRUN uv sync --frozen --no-dev\n', 'COPY . .'],
  ['uv pip', 'COPY . .\nRUN uv pip install --system -r requirements.txt\n', 'COPY . .'],
  ['poetry', 'COPY . .\nRUN poetry install --only main\n', 'COPY . .'],
  ['pipenv', 'COPY . .\nRUN pipenv sync --system\n', 'COPY . .'],
  ['npm', 'COPY . .\nRUN npm ci\n', 'COPY . .'],
  ['in a folder of the stage', 'COPY . /src\nRUN cd /src && pip install -r requirements.txt\n', 'COPY . /src'],
  [
    'the list was copied before, and used too late',
    'COPY requirements.txt .\nCOPY . .\nRUN pip install -r requirements.txt\n',
    'COPY . .',
  ],
  ['another tool installed before', 'RUN npm ci\nCOPY . .\nRUN pip install -r requirements.txt\n', 'COPY . .'],
])('flags: %s', (_, text, marked) => {
  expect(markedBy(rule, from + text, files)).toEqual([marked]);
});

test.each([
  ['the project itself', 'COPY . .\nRUN pip install . && pip install -e .[dev]\n'],
  ['the project beside a list', 'COPY . .\nRUN pip install -r requirements.txt -e .\n'],
  ['packages by name', 'COPY . .\nRUN pip install uvicorn\n'],
  [
    'a list that is not of the context',
    'COPY . .\nRUN pip install -r https://example.com/r.txt && pip install -r /etc/other.txt\n',
  ],
  [
    'a list by a bind mount',
    'COPY . .\nRUN --mount=type=bind,source=requirements.txt,target=/r.txt pip install -r /r.txt\n',
  ],
  ['a folder of the source', 'COPY src requirements.txt ./\nRUN pip install -r requirements.txt\n'],
  [
    'the same tool installed before',
    'COPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nRUN pip install -r requirements.txt\n',
  ],
  ['only the project of poetry', 'COPY . .\nRUN poetry install --only-root\n'],
  ['a tool for all', 'COPY . .\nRUN npm install -g pm2\n'],
  ['another stage', 'COPY . .\nFROM python:3.12-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n'],
  ['a stage that is not built', 'COPY . .\nRUN pip install -r requirements.txt\nFROM python:3.12-slim\n'],
])('is silent: %s', (_, text) => {
  expect(findingsOf(rule, from + text, files)).toEqual([]);
});

test('a list that names the repository itself needs the source', () => {
  const text = `${from}COPY . .\nRUN pip install -r requirements.txt\n`;
  expect(findingsOf(rule, text, { ...files, 'requirements.txt': 'fastapi==0.1\n-e .\n' })).toEqual([]);
});

const mended = (text: string, more: Readonly<Record<string, string>> = {}): string =>
  mendedBy(rule, from + text, { ...files, ...more })['Dockerfile']?.slice(from.length) ?? '';

describe('the fix', () => {
  test('is unsafe', () => {
    const text = `${from}COPY . .\nRUN pip install -r requirements.txt\n`;
    expect(findingsOf(rule, text, files).map(({ fix }) => fix?.safety)).toEqual(['unsafe']);
  });

  test('moves the RUN with its comments above the copy with its own, and keeps the flags', () => {
    expect(mended('# the source\nCOPY --chown=app . /app\n# the list\nRUN pip install \\\n  -r requirements.txt')).toBe(
      'COPY --chown=app requirements.txt /app/\n# the list\nRUN pip install \\\n  -r requirements.txt\n# the source\nCOPY --chown=app . /app\n',
    );
  });

  test('copies every file that the list includes', () => {
    const more = {
      'r/prod.txt': '-r base.txt\n-c ../c.txt\nuvicorn==1\n',
      'r/base.txt': 'fastapi==1\n',
      'c.txt': 'x==1\n',
    };
    expect(mended('COPY . .\nRUN pip install -r r/prod.txt\n', more)).toBe(
      'COPY r/prod.txt r/base.txt ./r/\nCOPY c.txt .\nRUN pip install -r r/prod.txt\nCOPY . .\n',
    );
  });

  test('copies nothing twice', () => {
    expect(mended('COPY requirements.txt .\nCOPY . .\nRUN pip install -r requirements.txt\n')).toBe(
      'COPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\n',
    );
  });

  test.each([
    ['another command in the RUN', 'COPY . .\nRUN pip install -r requirements.txt && python build.py\n'],
    ['a step between', 'COPY . .\nARG INDEX\nRUN pip install -r requirements.txt\n'],
    ['a tool that needs more than its list', 'COPY . .\nRUN poetry install\n'],
    ['files that are left out', 'COPY --exclude=*.md . .\nRUN pip install -r requirements.txt\n'],
  ])('is not offered: %s', (_, text) => {
    expect(findingsOf(rule, from + text, files).map(({ fix }) => fix)).toEqual([undefined]);
  });
});
