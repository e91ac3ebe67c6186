import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import { isGiven, isSwitchedOn, toolCommand, variableOf, type ToolCommand } from '../facts/tool-command.ts';
import { grammarOf } from '../servers/options.ts';
import { addBehind } from './command-edit.ts';
import { defineRule, dockerfile, type Claim } from './rule.ts';

export const poetryDevDependencies = defineRule({
  id: 'poetry-dev-dependencies',
  aliases: [],
  severity: 'notice',
  summary: 'Poetry installs what only development needs, or into a virtualenv of its own',
  why: 'Test runners, linters and what they bring along are downloaded at each build, fill the image, and are scanned and patched like everything else in it.',
  references: [
    'https://python-poetry.org/docs/cli/#install',
    'https://python-poetry.org/docs/configuration/#virtualenvscreate',
  ],
  bad: [
    {
      title: 'the dev group too',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV POETRY_VIRTUALENVS_CREATE=false
        WORKDIR /app
        RUN pip install --no-cache-dir poetry==2.2.1
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --no-root --no-cache
        `,
      files: {
        'pyproject.toml':
          '[tool.poetry.dependencies]\nfastapi = "^0.115"\n\n[tool.poetry.group.dev.dependencies]\npytest = "^8"\n',
        'poetry.lock': '',
      },
      fixed: dockerfile`
        FROM python:3.12-slim
        ENV POETRY_VIRTUALENVS_CREATE=false
        WORKDIR /app
        RUN pip install --no-cache-dir poetry==2.2.1
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --only main --no-root --no-cache
        `,
    },
    {
      title: 'a Poetry that has no groups yet',
      dockerfile: dockerfile`
        FROM python:3.10-slim
        WORKDIR /app
        RUN pip install --no-cache-dir poetry==1.1.15 && poetry config virtualenvs.create false
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --no-root && rm -rf /root/.cache
        `,
      files: {
        'pyproject.toml':
          '[tool.poetry.dependencies]\nfastapi = "^0.75"\n\n[tool.poetry.dev-dependencies]\npytest = "^7"\n',
        'poetry.lock': '',
      },
      fixed: dockerfile`
        FROM python:3.10-slim
        WORKDIR /app
        RUN pip install --no-cache-dir poetry==1.1.15 && poetry config virtualenvs.create false
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --no-dev --no-root && rm -rf /root/.cache
        `,
    },
    {
      title: 'a virtualenv that nothing in the image knows',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        RUN pip install --no-cache-dir poetry==2.2.1
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --only main --no-root --no-cache
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: {
        'pyproject.toml': '[tool.poetry.dependencies]\nfastapi = "^0.115"\n',
        'poetry.lock': '',
        'app.py': 'app = None\n',
      },
    },
  ],
  good: [
    {
      title: 'the main group alone, beside the system packages',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV POETRY_VIRTUALENVS_CREATE=false
        WORKDIR /app
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --only main --no-root --no-cache
        `,
      files: { 'pyproject.toml': '[tool.poetry.group.dev.dependencies]\npytest = "^8"\n', 'poetry.lock': '' },
    },
    {
      title: 'a project without groups',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY pyproject.toml poetry.lock ./
        RUN poetry config virtualenvs.create false && poetry install --no-root --no-cache
        `,
      files: { 'pyproject.toml': '[tool.poetry.dependencies]\nfastapi = "^0.115"\n', 'poetry.lock': '' },
    },
    {
      title: 'a virtualenv in the project, taken over by the next stage',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        ENV POETRY_VIRTUALENVS_IN_PROJECT=1
        WORKDIR /app
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --without dev --no-root --no-cache
        FROM python:3.12-slim
        ENV PATH=/app/.venv/bin:$PATH
        COPY --from=build /app/.venv /app/.venv
        `,
      files: { 'pyproject.toml': '[tool.poetry.group.dev.dependencies]\npytest = "^8"\n', 'poetry.lock': '' },
    },
    {
      title: 'a stage for tests that is not built for the image',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS test
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --no-root
        FROM python:3.12-slim
        `,
      files: { 'pyproject.toml': '[tool.poetry.group.dev.dependencies]\npytest = "^8"\n', 'poetry.lock': '' },
    },
  ],
  on: ['RUN'],
  *check(instruction, { facts }) {
    const stage = facts.placeOf(instruction)?.stage;
    if (stage === undefined || !facts.graph.used.has(stage)) return;
    const { commands } = facts.shellOf(instruction);
    for (const command of commands) {
      const install =
        toolCommand(command, 'poetry', ['install'], grammar) ?? toolCommand(command, 'poetry', ['sync'], grammar);
      if (install === undefined || install.open || isGiven(install, '--help', '--dry-run')) continue;
      const claim = withGroups(install, facts) ?? withVirtualenv(install, instruction, facts);
      if (claim !== undefined) yield claim;
    }
  },
});

const grammar = grammarOf({
  values: [['--without'], ['--with'], ['--only'], ['--extras', '-E'], ['--directory', '-C'], ['--project', '-P']],
  flags: [
    ['--no-dev'],
    ['--only-root'],
    ['--no-root'],
    ['--sync'],
    ['--dry-run'],
    ['--no-directory'],
    ['--all-extras'],
    ['--all-groups'],
    ['--compile'],
    ['--no-cache'],
    ['--no-interaction', '-n'],
    ['--quiet', '-q'],
    ['--verbose', '-v'],
    ['--help', '-h'],
  ],
  abbreviations: false,
});

/** The names that people give to what never runs in production. */
const forDevelopment =
  /^(?:dev|devel|develop|development|tests?|testing|lint|linting|linters?|docs?|documentation|typing|types|mypy|format|formatting|ci|debug|quality|qa|checks?|notebooks?|jupyter|local)$/i;

function withGroups(install: ToolCommand, facts: Facts): Claim | undefined {
  const groups = facts.python.pyproject?.groups ?? [];
  if (isGiven(install, '--no-dev', '--only', '--only-root')) return undefined;
  const listed = (name: string): readonly string[] =>
    install.options
      .filter((option) => option.name === name)
      .flatMap(({ value }) => (value?.text ?? '').split(/[\s,]+/));
  const without = new Set(listed('--without'));
  const asked = new Set(listed('--with'));
  if ([...without].some((name) => name.includes('$'))) return undefined;
  const everything = isGiven(install, '--all-groups');
  const installed = groups
    .filter(({ name, optional }) => !without.has(name) && (!optional || everything || asked.has(name)))
    .map(({ name }) => name);
  const unwanted = installed.filter((name) => forDevelopment.test(name));
  const verb = install.verb.at(-1);
  if (unwanted.length === 0 || verb === undefined) return undefined;
  const isOld = isBeforeGroups(facts);
  const onlyMain = installed.length === unwanted.length && without.size === 0 && asked.size === 0 && !everything;
  const option = isOld ? ['--no-dev'] : onlyMain ? ['--only', 'main'] : ['--without', unwanted.join(',')];
  return {
    at: install.command.location,
    title: `\`poetry ${verb.text}\` also installs ${unwanted.length === 1 ? 'the group' : 'the groups'} ${unwanted.map((name) => `\`${name}\``).join(', ')}`,
    advice: `Write \`poetry ${verb.text} ${option.join(' ')}\`.`,
    ...(without.size > 0 || asked.size > 0 || everything
      ? {}
      : {
          fix: { title: 'Leave out what only development needs', safety: 'safe', edits: [addBehind(verb, ...option)] },
        }),
  };
}

/** Poetry before 1.2, where the Dockerfile names its version. */
function isBeforeGroups({ python }: Facts): boolean {
  return python.declared('poetry').some(({ specifier }) => /^={2,3}\s*(?:0|1\.[01])(?:\.|$)/.test(specifier));
}

/** Poetry's own folder of virtualenvs is on no PATH; one in the project can be found and copied, and one that is active is used. */
function withVirtualenv(install: ToolCommand, instruction: Instruction, facts: Facts): Claim | undefined {
  const { command } = install;
  if (!facts.isInImage(instruction) || isConfigured(command, instruction, facts)) return undefined;
  const { startCommand } = facts;
  const isAsked = startCommand?.launchers.some(
    ({ kind, ...each }) => kind === 'wrapper' && 'name' in each && each.name === 'poetry run',
  );
  if (startCommand === undefined || isAsked === true || startCommand.words[0]?.text.includes('/') === true)
    return undefined;
  return {
    at: command.location,
    title: `\`poetry ${install.verb.at(-1)?.text ?? 'install'}\` makes a virtualenv that nothing else in the image knows`,
    why: 'The image is an environment of its own, so a second one inside it only hides the packages: what is started without `poetry run` does not find them.',
    advice:
      'Set `POETRY_VIRTUALENVS_CREATE=false` by `ENV` before it, or make the virtualenv in the project and put its `bin` on `PATH`.',
  };
}

function isConfigured(command: RunCommand, instruction: Instruction, facts: Facts): boolean {
  const create = variableOf('POETRY_VIRTUALENVS_CREATE', command, instruction, facts);
  if (create !== undefined && /^(?:false|0|\$.*)$/i.test(create)) return true;
  if (
    ['POETRY_VIRTUALENVS_IN_PROJECT', 'VIRTUAL_ENV', 'POETRY_VIRTUALENVS_PATH', 'CONDA_PREFIX'].some((name) =>
      isSwitchedOn(name, command, instruction, facts),
    )
  )
    return true;
  return facts.python.settlesVirtualenv;
}
