import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/facts/context.ts';
import { definesName } from '../../src/facts/python-module.ts';
import { readPyproject } from '../../src/facts/pyproject.ts';
import { allRequirements, readRequirementsFile } from '../../src/facts/requirements.ts';
import { derive, textAt } from './derive.ts';

describe('requirements files', () => {
  const text = `# a comment
--index-url https://example.com/simple
FastAPI[standard] == 0.1.0  # why
uvicorn>=0.1,<1 ; python_version >= "3.9"
a_b.c @ https://example.com/a.whl
./local
-e git+https://example.com/x.git@v1#egg=Thing
plain \\
    --hash=sha256:aa \\
    --hash=sha256:bb
-r more/dev.txt
-c constraints.txt
`;
  const context = contextOf({ 'requirements.txt': text, 'more/dev.txt': 'pytest\n-r ../requirements.txt\n' });
  const file = readRequirementsFile(context, 'requirements.txt');

  test('are read line by line, with what they include', () => {
    const all = file === undefined ? [] : allRequirements(file);
    expect(
      all.map(({ name, specifier, kind, hashed, location }) => [location.line, name, specifier, kind, hashed]),
    ).toEqual([
      [3, 'fastapi', '== 0.1.0', 'name', false],
      [4, 'uvicorn', '>=0.1,<1', 'name', false],
      [5, 'a-b-c', 'https://example.com/a.whl', 'address', false],
      [6, undefined, './local', 'path', false],
      [7, 'thing', 'git+https://example.com/x.git@v1#egg=Thing', 'editable', false],
      [8, 'plain', '', 'name', true],
      [1, 'pytest', '', 'name', false],
    ]);
    expect(file?.constraints).toEqual(['constraints.txt']);
  });

  test('that include each other come to an end', () => {
    expect(file?.includes.map(({ path, file: nested }) => [path, nested?.includes.map((each) => each.file)])).toEqual([
      ['more/dev.txt', [undefined]],
    ]);
  });

  test('a requirement has its own place, without its comment', () => {
    const first = file?.requirements[0];
    expect(first === undefined ? '' : textAt(text, first.location)).toBe('FastAPI[standard] == 0.1.0');
  });
});

test('pyproject.toml gives dependencies with their places', () => {
  const text = `[project]
name = "shop"
requires-python = ">=3.11"
dependencies = [
    "FastAPI[standard]>=0.1", # a [bracket]
    'uvicorn',
]
[tool.uv]
[tool.poetry.dependencies]
python = "^3.11"
redis = { version = "^5", extras = ["hiredis"] }
[tool.fastapi]
entrypoint = "shop.main:app"
`;
  const project = readPyproject(contextOf({ 'pyproject.toml': text }));
  expect(project?.dependencies.map(({ name, specifier }) => [name, specifier])).toEqual([
    ['fastapi', '>=0.1'],
    ['uvicorn', ''],
    ['redis', '^5'],
  ]);
  expect(project?.dependencies.map(({ location }) => textAt(text, location))).toEqual([
    'FastAPI[standard]>=0.1',
    'uvicorn',
    'redis',
  ]);
  expect(project).toMatchObject({ name: 'shop', requiresPython: '>=3.11', fastapiEntrypoint: 'shop.main:app' });
  expect([...(project?.tools ?? [])]).toEqual(['uv', 'poetry', 'fastapi']);
});

describe('what a module defines', () => {
  test.each([
    ['app = FastAPI()', 'yes'],
    ['app: FastAPI = FastAPI()', 'yes'],
    ['other = app = FastAPI()', 'yes'],
    ['app, other = make()', 'yes'],
    ['async def app(scope, receive, send): ...', 'yes'],
    ['class app: ...', 'yes'],
    ['from .web import (\n    router,\n    application as app,\n)', 'yes'],
    ['from web import app', 'yes'],
    ['import web.app as app', 'yes'],
    ['if DEBUG:\n    app = FastAPI()', 'unknown'],
    ['from web import *', 'unknown'],
    ['def __getattr__(name): ...', 'unknown'],
    ['"""\napp = FastAPI()\n"""', 'no'],
    ['# app = FastAPI()', 'no'],
    ['application = FastAPI()\napplication.app = 1', 'no'],
    ['app == 1', 'no'],
    ['print("app = 1")', 'no'],
    ['from web import app as application', 'no'],
  ])('%j: %s', (source, expected) => {
    expect(definesName(source, 'app')).toBe(expected);
  });

  test('of a very long line is found out in no time', () => {
    const began = performance.now();
    definesName(`${'a, '.repeat(30_000)}\n${'from x import (\n'.repeat(5000)}`, 'app');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('pip install', () => {
  test('is understood with its files, through cd, venvs, mounts and stages', () => {
    const text = `FROM python:3.12 AS build
WORKDIR /src
COPY requirements/ reqs/
RUN cd reqs && /venv/bin/pip3 --no-cache-dir install -r base.txt 'gunicorn==1' -e .
RUN --mount=type=bind,source=requirements,target=/mnt uv pip install --system -r /mnt/base.txt
FROM python:3.12
COPY --from=build /venv /venv
RUN python -m pip install --upgrade pip $EXTRA
`;
    const { python } = derive(text, { 'requirements/base.txt': 'fastapi\n' });
    expect(
      python.pipInstalls.map((install) => [
        install.tool,
        install.requirementsFiles.map(({ repositoryPath }) => repositoryPath),
        install.named.map(({ word, requirement }) => [word.text, requirement?.kind]),
        install.options.map(({ name }) => name),
      ]),
    ).toEqual([
      [
        'pip',
        ['requirements/base.txt'],
        [
          ['gunicorn==1', 'name'],
          ['.', 'editable'],
        ],
        ['--no-cache-dir', '--requirement', '--editable'],
      ],
      ['uv', ['requirements/base.txt'], [], ['--system', '--requirement']],
      [
        'pip',
        [],
        [
          ['pip', 'name'],
          ['$EXTRA', undefined],
        ],
        ['--upgrade'],
      ],
    ]);
    expect(python.requirementsFiles.map(({ file }) => file.path)).toEqual(['requirements/base.txt']);
    expect(python.declared('Fast.API')).toEqual([]);
    expect(python.declared('FastAPI')).toMatchObject([
      { specifier: '', location: { path: 'requirements/base.txt', line: 1 } },
    ]);
  });
});

describe('the application module', () => {
  const head = 'FROM python:3.12\nWORKDIR /code\n';
  const state = (instructions: string, files: Readonly<Record<string, string>>): unknown => {
    const app = derive(head + instructions, files).appModule;
    return app?.state === 'found' ? [app.path, app.attribute] : app?.state;
  };

  test.each([
    ['COPY . .\nCMD ["uvicorn", "app.main:app"]', ['app/main.py', 'yes']],
    ['COPY . .\nCMD ["uvicorn", "app.main:application"]', ['app/main.py', 'no']],
    ['COPY . .\nCMD ["uvicorn", "app:app"]', ['app/__init__.py', 'no']],
    ['COPY . .\nENV PYTHONPATH=/code/app\nCMD ["uvicorn", "main:app"]', ['app/main.py', 'yes']],
    ['COPY . .\nWORKDIR app\nCMD ["gunicorn", "--chdir", "/code", "app.main:app"]', ['app/main.py', 'yes']],
    ['COPY . .\nCMD ["fastapi", "run", "app/main.py"]', ['app/main.py', 'unknown']],
    ['COPY app .\nCMD ["uvicorn", "app.main:app"]', 'absent'],
    ['COPY . .\nCMD ["uvicorn", "nowhere:app"]', 'absent'],
    ['COPY . .\nRUN git clone x\nCMD ["uvicorn", "nowhere:app"]', 'unknown'],
    ['COPY . .\nRUN echo x > main.py\nCMD ["uvicorn", "main:app"]', 'unknown'],
    ['COPY . .\nRUN pip install .\nCMD ["uvicorn", "shop:app"]', 'unknown'],
    ['COPY missing .\nCMD ["uvicorn", "nowhere:app"]', 'unknown'],
    ['COPY . .\nCMD exec uvicorn $APP', 'unknown'],
    ['COPY . .\nCMD ["python", "main.py"]', undefined],
  ])('%j', (instructions, expected) => {
    expect(state(instructions, { 'app/__init__.py': '', 'app/main.py': 'app = 1\n' })).toEqual(expected);
  });
});
