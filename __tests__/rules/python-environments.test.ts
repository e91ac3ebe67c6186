import { describe, expect, test } from 'vitest';
import { fullBaseImage } from '../../src/rules/full-base-image.ts';
import { movedVirtualenv } from '../../src/rules/moved-virtualenv.ts';
import { poetryDevDependencies } from '../../src/rules/poetry-dev-dependencies.ts';
import { unlockedUv } from '../../src/rules/unlocked-uv.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const start = 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]\n';

describe('moved-virtualenv', () => {
  const titles = (text: string): readonly string[] => findingsOf(movedVirtualenv, text).map(({ title }) => title);
  const build = 'FROM python:3.12-slim AS build\nWORKDIR /build\n';

  test('follows a folder that is copied by its contents', () => {
    const uv = `${build}RUN uv sync --locked\nFROM python:3.12-slim\nWORKDIR /srv\nCOPY --from=build /build .\n`;
    expect(titles(`${uv}ENV PATH=/srv/.venv/bin:$PATH\n${start}`)).toEqual([
      'the virtualenv was made in `/build/.venv`, and its `uvicorn` looks for Python there, not in `/srv/.venv`',
    ]);
    expect(titles(`${uv}CMD ["/srv/.venv/bin/uvicorn", "app:app"]\n`)).toHaveLength(1);
    expect(titles(`${uv}CMD ["/srv/.venv/bin/python", "-m", "uvicorn", "app:app"]\n`)).toEqual([]);
    expect(
      titles(`${uv}RUN sed -i s,/build,/srv, /srv/.venv/bin/uvicorn\nCMD ["/srv/.venv/bin/uvicorn", "a:a"]\n`),
    ).toEqual([]);
  });

  test('is silent where uv chose the Python, or made it to be moved', () => {
    const other = `${build}RUN uv venv --python 3.13 /v && uv pip install uvicorn\nFROM python:3.13-slim\nCOPY --from=build /v /v\nENV PATH=/v/bin:$PATH\n${start}`;
    expect(titles(other)).toEqual([]);
    expect(titles(other.replace('--python 3.13 ', ''))).toHaveLength(1);
    const moved = `${build}RUN uv venv --relocatable /v\nFROM python:3.12-slim\nCOPY --from=build /v /w\nENV PATH=/w/bin:$PATH\n${start}`;
    expect(titles(moved)).toEqual([]);
    expect(titles(moved.replace('--relocatable ', ''))).toHaveLength(1);
  });

  test('PATH by a variable, by activation, or a server installed beside it', () => {
    const made = 'FROM python:3.12-slim\nRUN python -m venv /opt/venv && /opt/venv/bin/pip install uvicorn\n';
    expect(titles(made + start)).toEqual(['`uvicorn` is looked for on `PATH`, which has no `/opt/venv/bin`']);
    expect(titles(`${made}CMD ["python", "-m", "uvicorn", "app:app"]\n`)).toEqual([
      '`python` is not the one of the virtualenv `/opt/venv`, whose packages it does not see',
    ]);
    for (const more of [
      'ENV VIRTUAL_ENV=/opt/venv\nENV PATH="$VIRTUAL_ENV/bin:$PATH"\n',
      'ENV PATH=$MORE:$PATH\n',
      'RUN pip install uvicorn\n',
      'RUN pip install -r requirements.txt\n',
      'RUN ./install.sh\n',
      'RUN ln -s /opt/venv/bin/uvicorn /usr/local/bin/\n',
      'COPY --from=build /usr/local /usr/local\n',
    ])
      expect([more, titles(made + more + start)]).toEqual([more, []]);
    expect(titles(`${made}CMD . /opt/venv/bin/activate && exec uvicorn app:app\n`)).toEqual([]);
    expect(titles(`${made.replace('python:3.12-slim', 'example/base')}${start}`)).toEqual([]);
  });
});

describe('unlocked-uv', () => {
  const files = { 'pyproject.toml': '[project]\nname = "a"\n', 'uv.lock': '' };

  test('mends only where the lock file is there', () => {
    const mounted =
      'FROM python:3.12-slim\nWORKDIR /app\nRUN --mount=type=bind,source=uv.lock,target=uv.lock uv sync\n';
    expect(mendedBy(unlockedUv, mounted, files)['Dockerfile']).toContain('uv sync --locked\n');
    const late = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY pyproject.toml .\nRUN uv sync\nCOPY . .\n';
    expect(mendedBy(unlockedUv, late, files)['Dockerfile']).toBe(late);
    const exec = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN ["uv", "sync", "--no-dev"]\n';
    expect(mendedBy(unlockedUv, exec, files)['Dockerfile']).toContain('"sync", "--locked", "--no-dev"');
  });

  test('knows what locks otherwise, and what hides', () => {
    for (const run of ['UV_FROZEN=1 uv sync', 'uv --quiet sync --frozen', 'uv sync $OPTIONS', 'uv lock', 'uv run x'])
      expect([run, markedBy(unlockedUv, `FROM python:3.12-slim\nRUN ${run}\n`, files)]).toEqual([run, []]);
    expect(markedBy(unlockedUv, 'FROM python:3.12-slim\nRUN UV_FROZEN=0 uv --quiet sync\n', files)).toHaveLength(1);
  });

  test('marks the first package without a version', () => {
    const run = 'FROM python:3.12-slim\nRUN uv pip install --system a==1 \\\n  bb cc\n';
    expect(markedBy(unlockedUv, run)).toEqual(['bb']);
    expect(markedBy(unlockedUv, run.replace('a==1', '-c c.txt'))).toEqual([]);
  });
});

describe('poetry-dev-dependencies', () => {
  const files = (groups: string): Readonly<Record<string, string>> => ({ 'pyproject.toml': groups });
  const dev = '[tool.poetry.group.dev.dependencies]\npytest = "*"\n';
  const install = (rest: string): string =>
    `FROM python:3.12-slim\nENV POETRY_VIRTUALENVS_CREATE=0\nRUN poetry install${rest}\n`;
  const count = (rest: string, groups: string): number =>
    findingsOf(poetryDevDependencies, install(rest), files(groups)).length;

  test('knows which groups are installed', () => {
    expect(count('', dev)).toBe(1);
    expect(count(' --without dev', dev)).toBe(0);
    expect(count(' --only=main', dev)).toBe(0);
    expect(count('', `[tool.poetry.group.dev]\noptional = true\n${dev}`)).toBe(0);
    expect(count(' --with dev', `[tool.poetry.group.dev]\noptional = true\n${dev}`)).toBe(1);
    expect(count('', '[tool.poetry.group.server.dependencies]\nuvicorn = "*"\n')).toBe(0);
    expect(count(' $OPTIONS', dev)).toBe(0);
  });

  test('keeps a group that is not for development', () => {
    const both = files(`${dev}[tool.poetry.group.server.dependencies]\nuvicorn = "*"\n`);
    expect(mendedBy(poetryDevDependencies, install(''), both)['Dockerfile']).toBe(install(' --without dev'));
  });
});

describe('full-base-image', () => {
  const flagged = (text: string, files: Readonly<Record<string, string>> = {}): boolean =>
    findingsOf(fullBaseImage, text, files).length > 0;

  test('knows the variants of the official image alone', () => {
    const tags = [
      'python:3.12',
      'python:3.12.1-trixie',
      'python:3.12-slim-bookworm',
      'python:3-alpine',
      'me/python:3',
      'node:22',
    ];
    expect(tags.filter((tag) => flagged(`FROM ${tag}\n`))).toEqual(['python:3.12', 'python:3.12.1-trixie']);
  });

  test('is silent where something of it is used, or may be', () => {
    for (const run of [
      'git clone x',
      'make',
      './build.sh',
      'bash setup.sh',
      'pip install git+https://example.org/x',
      'pip install psycopg2',
      'apt-get install -y libpq-dev',
    ])
      expect([run, flagged(`FROM python:3.12\nRUN ${run}\n`)]).toEqual([run, false]);
    expect(flagged('FROM python:3.12\nRUN apt-get install -y git && git clone x\n')).toBe(true);
    expect(flagged('FROM python:3.12\nRUN pip install psycopg2-binary\n')).toBe(true);
  });

  test('does not touch a digest or a tag that is a variable as a whole', () => {
    const text = 'ARG TAG=3.12-bookworm\nFROM python:$TAG\n';
    expect([flagged(text), mendedBy(fullBaseImage, text)['Dockerfile']]).toEqual([true, text]);
  });

  test('does not touch a name of the release that is written on two lines', () => {
    const text = 'FROM python:3.12-\\\nbookworm AS base\n';
    expect([flagged(text), mendedBy(fullBaseImage, text)['Dockerfile']]).toEqual([true, text]);
    expect(mendedBy(fullBaseImage, 'FROM python:\\\n3.12-bookworm\n')['Dockerfile']).toBe(
      'FROM python:\\\n3.12-slim-bookworm\n',
    );
  });
});
