import { environmentUse, type EnvironmentUse } from '../facts/environment-use.ts';
import type { Facts } from '../facts/facts.ts';
import { movedEnvironment } from '../facts/moved-environment.ts';
import type { CopiedEnvironment } from '../facts/virtual-environments.ts';
import { isPython } from '../servers/index.ts';
import { defineRule, dockerfile, type Claim } from './rule.ts';

export const movedVirtualenv = defineRule({
  id: 'moved-virtualenv',
  aliases: [],
  severity: 'error',
  summary: 'the server does not find its virtualenv',
  why: 'A virtualenv is bound to its place: the programs in its `bin` name the Python of the folder where they were made, and its packages lie in a folder of one minor version. Moved, under another Python, or off `PATH`, the container ends at once with a program or a module that is not found.',
  references: [
    'https://docs.python.org/3/library/venv.html#how-venvs-work',
    'https://docs.astral.sh/uv/guides/integration/docker/#using-the-environment',
  ],
  bad: [
    {
      title: 'copied to another folder',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        RUN python -m venv /build/venv && /build/venv/bin/pip install --no-cache-dir uvicorn==0.30.0
        FROM python:3.12-slim
        WORKDIR /app
        COPY --from=build /build/venv /opt/venv
        ENV PATH="/opt/venv/bin:$PATH"
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'copied to another Python',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir uvicorn==0.30.0
        FROM python:3.13-slim
        WORKDIR /app
        COPY --from=build /opt/venv /opt/venv
        ENV PATH="/opt/venv/bin:$PATH"
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'not on PATH',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv:0.9.5 /uv /uvx /bin/
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --locked --no-cache
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: {
        'pyproject.toml': '[project]\nname = "site"\ndependencies = ["uvicorn"]\n',
        'uv.lock': '',
        'app.py': 'app = None\n',
      },
    },
  ],
  good: [
    {
      title: 'the same folder, the same Python, on PATH',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir uvicorn==0.30.0
        FROM python:3.12-slim
        WORKDIR /app
        COPY --from=build /opt/venv /opt/venv
        ENV PATH="/opt/venv/bin:$PATH"
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'uv, which finds the virtualenv itself',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv:0.9.5 /uv /uvx /bin/
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --locked --no-cache
        COPY app.py .
        CMD ["uv", "run", "uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'pyproject.toml': '[project]\nname = "site"\n', 'uv.lock': '', 'app.py': 'app = None\n' },
    },
    {
      title: "moved, but started by the virtualenv's Python, which finds its own packages",
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        WORKDIR /build
        RUN uv venv && uv pip install --no-cache uvicorn==0.30.0
        FROM python:3.12-slim
        WORKDIR /app
        COPY --from=build /build /app
        COPY app.py .
        CMD ["/app/.venv/bin/python", "-m", "uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  on: 'file',
  *check({ facts }) {
    const use = environmentUse(facts);
    if (use === undefined) return;
    for (const copied of use.copied) {
      const claim = claimOfCopy(copied, use, facts);
      if (claim !== undefined) yield claim;
    }
    const [program] = facts.startCommand?.words ?? [];
    const [folder] = use.folders;
    if (!use.isOffPath || use.mayBeElsewhere || program === undefined || folder === undefined) return;
    yield {
      at: program.location,
      title: isPython(program.text)
        ? `\`${program.text}\` is not the one of the virtualenv \`${folder}\`, whose packages it does not see`
        : `\`${program.text}\` is looked for on \`PATH\`, which has no \`${folder}/bin\``,
      advice: `Write \`ENV PATH="${folder}/bin:$PATH"\` before it, or start \`${folder}/bin/${program.text}\`.`,
      places: placesOf(use),
    };
  },
});

function placesOf({ copied }: EnvironmentUse): NonNullable<Claim['places']> {
  return copied.map(({ copy: { instruction }, folder }) => ({
    at: instruction.span,
    note: `brings the virtualenv to \`${folder}\``,
  }));
}

function claimOfCopy(copied: CopiedEnvironment, use: EnvironmentUse, facts: Facts): Claim | undefined {
  const moved = movedEnvironment(copied, use, facts);
  if (moved === undefined) return undefined;
  const { environment, copy, folder } = copied;
  const at = copy.instruction.span;
  if (moved.kind === 'python')
    return {
      at,
      title: `the virtualenv of Python ${moved.made} is copied to an image with Python ${moved.found}, which does not see its packages`,
      advice: `Build both stages on the same version of Python.`,
      places: [{ at: environment.instruction.span, note: `makes it with Python ${moved.made}` }],
    };
  return {
    at,
    title: `the virtualenv was made in \`${environment.folder}\`, and its \`${moved.program}\` looks for Python there, not in \`${folder}\``,
    advice: `Make it in \`${folder}\` in the earlier stage, or copy it to \`${environment.folder}\`.`,
    places: [{ at: environment.instruction.span, note: `makes it in \`${environment.folder}\`` }],
  };
}
