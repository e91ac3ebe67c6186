import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextInFolder } from '../../src/facts/context-files.ts';
import { contextOf } from '../../src/facts/context.ts';
import { deriveFacts } from '../../src/facts/facts.ts';
import { lint } from '../../src/lint/lint.ts';
import { systemFiles } from '../../src/ports.ts';

/** `line:check severity` of every finding. */
function told(text: string, context: Parameters<typeof deriveFacts>[0]['context']): readonly string[] {
  const facts = deriveFacts({ dockerfile: parseDockerfile(text, 'Dockerfile'), context });
  return lint({ facts }).findings.map(
    ({ location, check, severity }) => `${location?.path}:${location?.line} ${check} ${severity}`,
  );
}

test("the project's own example gets the user, the lists, the recommendations, and nothing else", () => {
  const folder = new URL('../../examples/uvicorn', import.meta.url).pathname;
  const text = systemFiles.readBytes(`${folder}/Dockerfile`).toString('utf8');
  const context = contextInFolder(systemFiles, { folder, reportFolder: '', dockerfile: `${folder}/Dockerfile` });
  expect(told(text, context)).toEqual([
    'Dockerfile:3 apt-lists-left notice',
    'Dockerfile:3 apt-recommends notice',
    'Dockerfile:8 root-user warning',
  ]);
});

const main = 'from fastapi import FastAPI\n\napp = FastAPI()\n';

describe('what the frameworks teach has no error', () => {
  test("FastAPI's image", () => {
    const text = `FROM python:3.14

WORKDIR /code

COPY ./requirements.txt /code/requirements.txt

RUN pip install --no-cache-dir --upgrade -r /code/requirements.txt

COPY ./app /code/app

CMD ["fastapi", "run", "app/main.py", "--port", "80"]
`;
    const context = contextOf({
      'requirements.txt': 'fastapi[standard]>=0.113.0,<0.114.0\npydantic>=2.7.0,<3.0.0\n',
      'app/__init__.py': '',
      'app/main.py': main,
    });
    expect(told(text, context)).toEqual([
      'Dockerfile:1 full-base-image notice',
      'Dockerfile:11 root-user warning',
      'Dockerfile:11 missing-expose notice',
    ]);
  });

  test("FastAPI's image of a single file", () => {
    const text = `FROM python:3.14
WORKDIR /code
COPY ./requirements.txt /code/requirements.txt
RUN pip install --no-cache-dir --upgrade -r /code/requirements.txt
COPY ./main.py /code/
CMD ["fastapi", "run", "main.py", "--port", "80"]
`;
    const context = contextOf({ 'requirements.txt': 'fastapi[standard]==0.165.0\n', 'main.py': main });
    expect(told(text, context).filter((line) => line.endsWith('error'))).toEqual([]);
  });

  test("uvicorn's image", () => {
    const text = `FROM python:3.12-slim
COPY --from=ghcr.io/astral-sh/uv:latest /uv /uvx /bin/

# Change the working directory to the app's folder
WORKDIR /app

# Install dependencies
RUN --mount=type=cache,target=/root/.cache/uv \\
    --mount=type=bind,source=uv.lock,target=uv.lock \\
    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \\
    uv sync --frozen --no-install-project

ADD . /app

RUN --mount=type=cache,target=/root/.cache/uv \\
    uv sync --frozen

CMD ["uv", "run", "uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]
`;
    const context = contextOf({
      'pyproject.toml': '[project]\nname = "app"\ndependencies = ["fastapi", "uvicorn[standard]"]\n',
      'uv.lock': '',
      'main.py': main,
    });
    expect(told(text, context).filter((line) => line.endsWith('error'))).toEqual([]);
  });
});
