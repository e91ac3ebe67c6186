import path from 'node:path';
import type { Application } from './application.ts';
import type { Dependencies } from './dependencies.ts';

/** All that the text of a new Dockerfile depends on. */
export interface ImagePlan {
  readonly application: Application;
  readonly dependencies: Dependencies;
  /** `3.12` */
  readonly python: string;
  /** The application asks for its own version or data as an installed package. */
  readonly installsItself: boolean;
  /** Where the server is started: `/app`, or a folder of it by which the application names its files. */
  readonly workingFolder: string;
}

/** Versions that were tried together. */
const uvVersion = '==0.13.9';
const poetry = 'poetry==2.5.1 poetry-plugin-export==1.10.1';

/** No number of Debian's own users, and below those for which `useradd` writes a large log. */
const user = 10001;

/** The text of a Dockerfile that the rules have nothing to say about. */
export function newDockerfile(plan: ImagePlan): string {
  const base = `python:${plan.python}-slim`;
  return [...buildStage(plan, base), ...image(plan, base)].map((paragraph) => `${paragraph.join('\n')}\n`).join('\n');
}

type Paragraph = readonly string[];

function buildStage({ dependencies, installsItself }: ImagePlan, base: string): readonly Paragraph[] {
  switch (dependencies.tool) {
    case 'pip':
    case 'pip-project':
      return [];
    case 'uv': {
      const sync = 'RUN uv sync --locked --no-dev --no-cache --compile-bytecode';
      return [
        [
          `FROM ${base} AS build`,
          'ENV UV_PYTHON_DOWNLOADS=never UV_SYSTEM_CERTS=true',
          ...gitInstall(dependencies),
          `RUN pip install --no-cache-dir ${quotedRequirement(`uv${dependencies.version ?? uvVersion}`)}`,
          'WORKDIR /app',
          'COPY pyproject.toml uv.lock ./',
          `${sync} --no-install-project`,
          ...(installsItself ? ['COPY . .', sync] : []),
        ],
      ];
    }
    case 'poetry':
      return [
        [
          `FROM ${base} AS lock`,
          `RUN pip install --no-cache-dir ${poetry}`,
          'WORKDIR /lock',
          'COPY pyproject.toml poetry.lock ./',
          `RUN poetry export --only main${dependencies.needsGit ? ' --without-hashes' : ''} --output requirements.txt`,
        ],
      ];
  }
}

function image(plan: ImagePlan, base: string): readonly Paragraph[] {
  const { application, dependencies, installsItself, workingFolder } = plan;
  const isUv = dependencies.tool === 'uv';
  const variables = [
    'PYTHONUNBUFFERED=1',
    ...(isUv ? ['PATH=/app/.venv/bin:$PATH'] : []),
    ...(application.root === '' ? [] : [`PYTHONPATH=/app/${application.root}`]),
  ];
  const command = [
    'uvicorn',
    application.target,
    ...(application.isFactory ? ['--factory'] : []),
    '--host',
    '0.0.0.0',
    '--port',
    '8000',
  ];
  return [
    [`FROM ${base}`, `ENV ${variables.join(' ')}`],
    [
      '# The folder of the application is the home of its user, who may write there.',
      `RUN useradd --create-home --home-dir /app --uid ${user} app`,
      'WORKDIR /app',
    ],
    ['# Before the source, whose changes do not install anything again.', ...installation(plan)],
    [
      `COPY --chown=${user}:${user} . .`,
      ...(installsItself && !isUv ? ['RUN pip install --no-cache-dir --no-deps .'] : []),
    ],
    [
      ...(workingFolder === '' ? [] : [`WORKDIR /app/${workingFolder}`]),
      `USER ${user}`,
      'EXPOSE 8000',
      `CMD [${command.map((word) => JSON.stringify(word)).join(', ')}]`,
    ],
  ];
}

/** The packages, by a step that a change of the source does not build again. */
function installation({ dependencies, python }: ImagePlan): Paragraph {
  switch (dependencies.tool) {
    case 'pip':
      return [
        ...gitInstall(dependencies),
        ...copies(dependencies.files),
        `RUN pip install --no-cache-dir -r ${dependencies.main}`,
      ];
    case 'pip-project':
      return [...gitInstall(dependencies), 'COPY pyproject.toml ./', listedInstall(python)];
    case 'uv':
      return ['COPY --from=build /app/.venv ./.venv'];
    case 'poetry':
      return [
        ...gitInstall(dependencies),
        'COPY --from=lock /lock/requirements.txt ./',
        'RUN pip install --no-cache-dir -r requirements.txt',
      ];
  }
}

/** Pip itself installs no project's dependencies alone. The reader of TOML is in Python since 3.11, and in pip before. */
function listedInstall(python: string): string {
  const reader = Number(python.split('.')[1]) < 11 ? 'from pip._vendor import tomli as tomllib' : 'import tomllib';
  return String.raw`RUN python -c "${reader}; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > /tmp/requirements.txt \
    && pip install --no-cache-dir -r /tmp/requirements.txt`;
}

function gitInstall({ needsGit }: Dependencies): Paragraph {
  return needsGit
    ? [
        String.raw`RUN apt-get update && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/*`,
      ]
    : [];
}

/** Each file to the folder that it has in the context, for they name each other by relative paths. */
function copies(files: readonly string[]): readonly string[] {
  const byFolder = Map.groupBy(files, (file) => path.posix.dirname(file));
  return [...byFolder].map(
    ([folder, inFolder]) => `COPY ${inFolder.join(' ')} ${folder === '.' ? './' : `./${folder}/`}`,
  );
}

/** `>` would be the shell's. */
function quotedRequirement(text: string): string {
  return /^[\w.=-]+$/.test(text) ? text : `"${text}"`;
}
