import { cachedInstallsOf, cacheHabits, type CachedInstall } from '../facts/package-caches.ts';
import { addBehind } from './command-edit.ts';
import { defineRule, dockerfile, type Claim } from './rule.ts';

export const pipCacheKept = defineRule({
  id: 'pip-cache-kept',
  aliases: ['DL3042'],
  severity: 'warning',
  summary: 'the cache of pip, uv or poetry stays in the image',
  why: 'The cache is there to make the next installation faster, and a layer never installs again: every pull carries it for nothing. A cache mount keeps it on the machine that builds instead, where it does help.',
  references: [
    'https://pip.pypa.io/en/stable/topics/caching/',
    'https://docs.astral.sh/uv/guides/integration/docker/#caching',
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
  ],
  bad: [
    {
      title: 'pip',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN pip install fastapi==0.115.0 uvicorn==0.30.6
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN pip install --no-cache-dir fastapi==0.115.0 uvicorn==0.30.6
        `,
    },
    {
      title: 'two of them in one RUN',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN python -m pip install --upgrade pip \
            && pip3 install uvicorn==0.30.6
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN python -m pip install --no-cache-dir --upgrade pip \
            && pip3 install --no-cache-dir uvicorn==0.30.6
        `,
    },
    {
      title: 'uv',
      dockerfile: dockerfile`
        FROM ghcr.io/astral-sh/uv:0.5.11-python3.12-bookworm-slim
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --locked --no-install-project
        `,
      fixed: dockerfile`
        FROM ghcr.io/astral-sh/uv:0.5.11-python3.12-bookworm-slim
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --no-cache --locked --no-install-project
        `,
    },
    {
      title: 'poetry',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN pip install --no-cache-dir poetry==1.8.4
        WORKDIR /app
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --only main --no-root
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        RUN pip install --no-cache-dir poetry==1.8.4
        WORKDIR /app
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --no-cache --only main --no-root
        `,
    },
  ],
  good: [
    {
      title: '`--no-cache-dir`',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN pip install --no-cache-dir uvicorn==0.30.6
        `,
    },
    {
      title: 'the variable',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV PIP_NO_CACHE_DIR=1
        RUN pip install uvicorn==0.30.6
        `,
    },
    {
      title: 'a cache mount',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN --mount=type=cache,target=/root/.cache pip install uvicorn==0.30.6
        `,
    },
    {
      title: 'removed by the same RUN',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN pip install uvicorn==0.30.6 && rm -rf ~/.cache/pip
        `,
    },
    {
      title: 'in a stage whose layers are not in the image',
      dockerfile: dockerfile`
        FROM python:3.12 AS build
        RUN python -m venv /venv && /venv/bin/pip install uvicorn==0.30.6
        FROM python:3.12-slim
        COPY --from=build /venv /venv
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  *check(instruction, { facts }) {
    if (!facts.isInImage(instruction)) return;
    const found = cachedInstallsOf(instruction, facts).filter(({ cache }) => cache !== 'not kept');
    // hadolint's number is about pip alone.
    const aliases = found.some(({ tool }) => tool === 'pip') ? ['DL3042'] : [];
    for (const install of found) yield { ...claimOf(install), aliases };
  },
});

function claimOf({ command, tool, title, verb, cache }: CachedInstall): Claim {
  const { option, folder, switchedOffBy } = cacheHabits[tool];
  const fix = {
    title: `Install without a cache`,
    safety: 'safe',
    edits: [addBehind(verb, option)],
  } as const;
  if (cache === 'contradicted')
    return {
      at: command.location,
      severity: 'notice',
      title: `\`${switchedOffBy}\` says no, and \`${title}\` takes it for a yes`,
      why: 'pip switches its cache off whenever this variable has a value, also `0` or `off`. Other tools, and the next reader, understand the opposite.',
      advice: `Write \`ENV ${switchedOffBy}=1\`, or \`${title} ${option}\`.`,
      fix,
    };
  return {
    at: command.location,
    title: `\`${title}\` leaves its cache in the image`,
    advice: `Write \`${title} ${option}\`, or keep the cache outside by \`RUN --mount=type=cache,target=/root/.cache/${folder}\`.`,
    fix,
  };
}
