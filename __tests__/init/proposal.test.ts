import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/facts/context.ts';
import { newDockerignore } from '../../src/init/new-dockerignore.ts';
import { projectBelow, proposeDockerfile, type DockerfileProposal } from '../../src/init/proposal.ts';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/rules/index.ts';
import { factsOf } from '../support/rule-findings.ts';

type Files = Readonly<Record<string, string>>;

const today = '2026-11-24';
const app = 'from fastapi import FastAPI\n\napp = FastAPI()\nprint("loaded")\n';
const pinned = 'fastapi==0.121.0\nuvicorn==0.38.0\n';
const project = (more = '', dependencies = '"fastapi==0.121.0", "uvicorn==0.38.0"'): string =>
  `[project]\nname = "ships"\nversion = "1"\nrequires-python = ">=3.12"\ndependencies = [${dependencies}]\n${more}`;
const poetry = (more = '', uvicorn = 'uvicorn = "^0.38"\n'): string =>
  `[tool.poetry]\nname = "ships"\n\n[tool.poetry.dependencies]\npython = "^3.12"\nfastapi = "^0.121"\n${uvicorn}${more}`;

function proposed(files: Files, named?: string): DockerfileProposal {
  return proposeDockerfile(contextOf(files), { today, localPython: undefined, named });
}

function textOf(files: Files): string {
  const proposal = proposed(files);
  if ('problem' in proposal) throw new Error(proposal.problem);
  return proposal.text;
}

function problemOf(files: Files): string {
  const proposal = proposed(files);
  return 'problem' in proposal ? proposal.problem : `no problem:\n${proposal.text}`;
}

describe('the Dockerfile', () => {
  test('of a requirements file', () => {
    expect(textOf({ 'main.py': app, 'requirements.txt': pinned })).toBe(
      [
        'FROM python:3.13-slim',
        'ENV PYTHONUNBUFFERED=1',
        '',
        '# The folder of the application is the home of its user, who may write there.',
        'RUN useradd --create-home --home-dir /app --uid 10001 app',
        'WORKDIR /app',
        '',
        '# Before the source, whose changes do not install anything again.',
        'COPY requirements.txt ./',
        'RUN pip install --no-cache-dir -r requirements.txt',
        '',
        'COPY --chown=10001:10001 . .',
        '',
        'USER 10001',
        'EXPOSE 8000',
        'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]',
        '',
      ].join('\n'),
    );
  });

  const layouts: readonly (readonly [string, Files, readonly string[]])[] = [
    [
      'requirements that include others',
      {
        'main.py': app,
        'requirements/prod.txt': '-r base.txt\nuvicorn==0.38.0\n',
        'requirements/base.txt': '-c ../constraints.txt\nfastapi==0.121.0\n',
        'constraints.txt': 'idna==3.10\n',
      },
      [
        'COPY requirements/prod.txt requirements/base.txt ./requirements/',
        'COPY constraints.txt ./',
        'RUN pip install --no-cache-dir -r requirements/prod.txt',
      ],
    ],
    [
      'uvicorn that comes with FastAPI',
      { 'main.py': app, 'requirements.txt': 'fastapi[standard]==0.121.0\n' },
      ['CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]'],
    ],
    [
      'a package of a repository',
      { 'main.py': app, 'requirements.txt': `${pinned}ships @ git+https://example.com/ships@v1.0\n` },
      [
        String.raw`RUN apt-get update && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/*`,
      ],
    ],
    [
      'a project that pip installs',
      { 'src/ships/main.py': app, 'pyproject.toml': project() },
      ['FROM python:3.12-slim', 'ENV PYTHONUNBUFFERED=1 PYTHONPATH=/app/src', 'CMD ["uvicorn", "ships.main:app",'],
    ],
    [
      'a project that asks for its own version',
      {
        'src/ships/main.py': `from importlib.metadata import version\n${app}version("ships")\n`,
        'pyproject.toml': project('[build-system]\nrequires = ["hatchling"]\n'),
      },
      ['COPY --chown=10001:10001 . .\nRUN pip install --no-cache-dir --no-deps .'],
    ],
    [
      'a project of an old Python',
      { 'main.py': app, 'pyproject.toml': project().replace('>=3.12', '>=3.9,<3.11') },
      ['FROM python:3.10-slim', 'from pip._vendor import tomli as tomllib;'],
    ],
    [
      'a project whose requirements file installs the project itself',
      { 'main.py': app, 'requirements.txt': '-e .\n', 'pyproject.toml': project() },
      ['COPY pyproject.toml ./', 'RUN python -c'],
    ],
    [
      'uv',
      { 'main.py': app, 'pyproject.toml': project(), 'uv.lock': 'version = 1\n' },
      [
        'FROM python:3.12-slim AS build',
        'RUN uv sync --locked --no-dev --no-cache --compile-bytecode --no-install-project',
        'ENV PYTHONUNBUFFERED=1 PATH=/app/.venv/bin:$PATH',
        'COPY --from=build /app/.venv ./.venv',
      ],
    ],
    [
      'uv of a version of its own, and a project that asks for its own version',
      {
        'ships/__init__.py': 'import importlib.metadata\nversion = importlib.metadata.version(__package__)\n',
        'ships/main.py': app,
        'pyproject.toml': project(
          '[build-system]\nrequires = ["uv_build"]\n[tool.uv]\nrequired-version = ">=0.8,<1"\n',
        ),
        'uv.lock': 'version = 1\n',
      },
      [
        'RUN pip install --no-cache-dir "uv>=0.8,<1"',
        'COPY . .\nRUN uv sync --locked --no-dev --no-cache --compile-bytecode\n',
      ],
    ],
    [
      'Poetry',
      { 'main.py': app, 'pyproject.toml': poetry(), 'poetry.lock': '' },
      [
        'FROM python:3.12-slim AS lock',
        'RUN poetry export --only main --output requirements.txt',
        'COPY --from=lock /lock/requirements.txt ./',
      ],
    ],
    [
      'Poetry and FastAPI with its extras',
      {
        'main.py': app,
        'pyproject.toml': poetry('', '').replace('"^0.121"', '{ version = "^0.121", extras = ["standard"] }'),
        'poetry.lock': '',
      },
      ['RUN poetry export'],
    ],
    [
      'Poetry that locked uvicorn for another package',
      {
        'main.py': app,
        'pyproject.toml': poetry('', ''),
        'poetry.lock': '[[package]]\nname = "uvicorn"\ngroups = ["main"]\n',
      },
      ['RUN poetry export'],
    ],
    [
      'a factory',
      {
        'app/main.py': 'from fastapi import FastAPI\ndef create_app():\n    return FastAPI()\n',
        'requirements.txt': pinned,
      },
      ['CMD ["uvicorn", "app.main:create_app", "--factory", "--host", "0.0.0.0", "--port", "8000"]'],
    ],
    [
      'files that are named as seen from the folder of the module',
      {
        'backend/main.py': `import routes\n${app}StaticFiles(directory="static")\n`,
        'backend/routes.py': '',
        'backend/static/ship.svg': '',
        'requirements.txt': pinned,
      },
      ['ENV PYTHONUNBUFFERED=1 PYTHONPATH=/app/backend', 'WORKDIR /app/backend\nUSER 10001'],
    ],
    [
      'secrets and caches beside it',
      {
        'main.py': app,
        'requirements.txt': pinned,
        '.env': 'A=1\n',
        'deploy/.env.production': 'A=1\n',
        'certs/server.key': '-----BEGIN PRIVATE KEY-----\n',
        'service-account.json': '{"private_key": "x"}\n',
        '.git/HEAD': '',
        'env/pyvenv.cfg': 'version = 3.12.1\n',
        'web/node_modules/a/package.json': '{}',
      },
      ['FROM python:3.12-slim'],
    ],
  ];

  test.each(layouts)('of %s says what it must', (_, files, lines) => {
    const text = textOf(files);
    for (const line of lines) expect(text).toContain(line);
  });

  test.each(layouts)(
    'of %s, beside the .dockerignore that goes with it, leaves the rules nothing to say',
    (title, files) => {
      const ignore = newDockerignore(contextOf(files), undefined);
      const facts = factsOf(textOf(files), { ...files, '.dockerignore': ignore }, today);
      const found = lint({ facts, rules }).findings.map(({ check }) => check);
      expect(found).toEqual(title === 'a project of an old Python' ? ['outdated-python'] : []);
    },
  );

  test('is not made, and why', () => {
    const main = { 'main.py': app };
    expect(problemOf({ 'requirements.txt': pinned })).toBe(
      'no FastAPI or Starlette application is found here. Write one by hand, or name the application by `--app`.',
    );
    expect(problemOf({ 'a/main.py': app, 'b/main.py': app, 'requirements.txt': pinned })).toBe(
      'there are several applications, `a.main:app` (a/main.py), `b.main:app` (b/main.py). Name the one to be started by `--app a.main:app`.',
    );
    expect(problemOf(main)).toBe(
      'no file says which packages the application needs. Write them to `requirements.txt`, each with its version.',
    );
    expect(problemOf({ ...main, 'requirements.txt': 'fastapi==0.121.0\n' })).toBe(
      'uvicorn, which serves the application, is not among its dependencies. Add it to `requirements.txt`, with its version.',
    );
    expect(problemOf({ ...main, 'pyproject.toml': project('', '"fastapi"'), 'uv.lock': '' })).toMatch(
      /\. Run `uv add uvicorn`\.$/,
    );
    expect(problemOf({ ...main, 'pyproject.toml': poetry('', ''), 'poetry.lock': '' })).toMatch(
      /\. Run `poetry add uvicorn`\.$/,
    );
    expect(problemOf({ ...main, 'pyproject.toml': project('', '"fastapi"') })).toMatch(
      /\. Add it to `dependencies` in `pyproject\.toml`\.$/,
    );
    expect(problemOf({ ...main, 'pyproject.toml': poetry() })).toBe(
      '`poetry.lock` is missing, which says what is installed. Run `poetry lock` and commit it.',
    );
    expect(problemOf({ ...main, Pipfile: '' })).toMatch(/^`Pipfile` is not read\. /);
    expect(problemOf({ ...main, 'pyproject.toml': '[tool.ruff]\n' })).toMatch(
      /^`pyproject\.toml` does not say which packages/,
    );
    for (const line of ['-e .', './libs/ships', 'file:./ships.whl'])
      expect(problemOf({ ...main, 'requirements.txt': `${pinned}${line}\n` })).toMatch(
        /^`requirements\.txt` installs from folders/,
      );
    const workspace = project('[tool.uv.sources]\nships = { workspace = true }\n');
    expect(problemOf({ ...main, 'pyproject.toml': workspace, 'uv.lock': '' })).toMatch(
      /^`pyproject\.toml` installs from folders/,
    );
    const path = poetry('shared = { path = "../shared" }\n');
    expect(problemOf({ ...main, 'pyproject.toml': path, 'poetry.lock': '' })).toMatch(
      /^`pyproject\.toml` installs from folders/,
    );
  });

  test('is not made of what PowerShell writes in UTF-16', () => {
    const requirements = Buffer.from(`\uFEFF${pinned}`, 'utf16le').toString('utf8');
    expect(problemOf({ 'main.py': app, 'requirements.txt': requirements })).toBe(
      '`requirements.txt` cannot be read as text. Save it as UTF-8.',
    );
  });

  test('is not made where a name would be read otherwise', () => {
    const odd = { 'my $ships/main.py': app, 'requirements.txt': pinned };
    expect(problemOf(odd)).toMatch(/^`my \$ships` has a letter in its name /);
    expect(problemOf({ 'main.py': app, 'requirements.txt': `${pinned}-r a;b.txt\n`, 'a;b.txt': '' })).toMatch(
      /^`a;b\.txt` has/,
    );
  });

  test('is not made where its build would need the repository', () => {
    const scm = project('[build-system]\nrequires = ["hatchling", "hatch-vcs"]\n');
    const asking = `from importlib.metadata import version\n${app}version("ships")\n`;
    expect(problemOf({ 'ships/main.py': asking, 'pyproject.toml': scm })).toMatch(/takes from git/);
    expect(textOf({ 'ships/main.py': app, 'pyproject.toml': scm })).not.toContain('--no-deps');
  });

  test('uvicorn of a group is none of the application', () => {
    const groups = project('[dependency-groups]\ndev = ["uvicorn"]\n', '"fastapi"');
    expect(problemOf({ 'main.py': app, 'pyproject.toml': groups, 'uv.lock': '' })).toMatch(/^uvicorn, which serves/);
    const dev = poetry('[tool.poetry.group.dev.dependencies]\nuvicorn = "*"\n', '');
    expect(problemOf({ 'main.py': app, 'pyproject.toml': dev, 'poetry.lock': '' })).toMatch(/^uvicorn, which serves/);
  });

  test('is made for the application that is named', () => {
    const files = { 'a/main.py': app, 'b/main.py': app, 'requirements.txt': pinned };
    expect(proposed(files, 'b.main:app')).toMatchObject({ text: expect.stringContaining('"b.main:app"') });
    expect(proposed(files, 'c.main:app')).toEqual({
      problem: 'there is no module for `c.main:app` here. Name it as `package.module:name`.',
    });
  });

  test('comes with what a person has to know', () => {
    const files = {
      'main.py': app,
      'requirements.txt': pinned,
      '.python-version': '3.9',
      'flake.nix': '{}',
      '.dockerignore': '*.txt\n',
    };
    expect(proposed(files)).toMatchObject({
      about: 'Python 3.9, requirements.txt, uvicorn main:app',
      notes: [
        'Python 3.9, which `.python-version` says, is past its end of life. Take a newer one.',
        '`.dockerignore` keeps `requirements.txt` from the build. Take that line out of it.',
        '`flake.nix` is not read: the image is made of `requirements.txt`.',
      ],
    });
  });
});

test('the one project below is taken where the folder itself is none', () => {
  const below = (files: Files): string | undefined => projectBelow(contextOf(files));
  const backend = { 'backend/app/main.py': app, 'backend/requirements.txt': pinned, 'frontend/package.json': '{}' };
  expect(below(backend)).toBe('backend');
  expect(below({ ...backend, 'pyproject.toml': project() })).toBeUndefined();
  expect(below({ ...backend, 'other/main.py': app, 'other/requirements.txt': pinned })).toBeUndefined();
  expect(below({ 'app/main.py': app })).toBeUndefined();
});

describe('the .dockerignore', () => {
  const ofDockerfile = (dockerfile: string, files: Files): readonly string[] =>
    newDockerignore(contextOf(files), factsOf(dockerfile, files))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));

  test('names what lies there under a name of its own', () => {
    const files = {
      'env/pyvenv.cfg': '',
      'certs/server.key': '-----BEGIN PRIVATE KEY-----\n',
      'certs/server.pem': '-----BEGIN CERTIFICATE-----\n',
      '.netrc': '',
      'odd [name].key': 'PRIVATE KEY-----',
    };
    expect(newDockerignore(contextOf(files), undefined)).toMatch(
      /\n# Found in this folder\nenv\n\.netrc\ncerts\/server\.key\n$/,
    );
  });

  test.each<[string, string, Files, string]>([
    ['a file that COPY names', 'COPY .env.production /app/.env\n', { '.env.production': '' }, '**/.env.*'],
    ['what a pattern of COPY takes', 'COPY .env* /app/\n', { '.env': '' }, '**/.env'],
    ['a folder that is mounted', 'RUN --mount=type=bind,source=.git,target=.git true\n', { '.git/HEAD': '' }, '.git'],
    ['the repository, where the build asks git', 'COPY . .\nRUN git describe\n', { '.git/HEAD': '' }, '.git'],
    [
      'the repository, where the version comes from it',
      'COPY . .\nRUN pip install .\n',
      { '.git/HEAD': '', 'pyproject.toml': '[tool.setuptools_scm]\n' },
      '.git',
    ],
    ['packages that the image takes along', 'COPY . .\n', { 'node_modules/a/package.json': '{}' }, '**/node_modules'],
    ['a virtual environment that is copied', 'COPY .venv /app/.venv\n', { '.venv/pyvenv.cfg': '' }, '.venv'],
  ])('lets pass %s', (_, instructions, files, pattern) => {
    expect(ofDockerfile('FROM python:3.12-slim\nCOPY . .\n', {})).toContain(pattern);
    expect(ofDockerfile(`FROM python:3.12-slim\nWORKDIR /app\n${instructions}`, files)).not.toContain(pattern);
  });

  test('keeps an environment file back, though a library may read it', () => {
    const files = { '.env': 'A=1', 'main.py': 'from dotenv import load_dotenv\n', 'requirements.txt': pinned };
    expect(ofDockerfile('FROM python:3.12-slim\nCOPY . .\n', files)).toContain('**/.env');
  });
});
