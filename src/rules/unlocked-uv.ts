import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { PipInstall } from '../facts/pip-install.ts';
import { isGiven, isSwitchedOn, toolCommand, variableOf, type ToolCommand } from '../facts/tool-command.ts';
import { uvLockFor, type LockPresence } from '../facts/uv-lock.ts';
import { grammarOf } from '../servers/options.ts';
import { addBehind } from './command-edit.ts';
import { defineRule, dockerfile, type Claim } from './rule.ts';

const lock = 'version = 1\n';
const project = '[project]\nname = "site"\nversion = "1.0"\ndependencies = ["fastapi"]\n';

export const unlockedUv = defineRule({
  id: 'unlocked-uv',
  aliases: [],
  severity: 'warning',
  summary: 'uv chooses the versions while the image is built',
  why: 'Without `--locked` or `--frozen`, `uv sync` resolves anew where the lock file is missing or does not fit, and says nothing. Two builds of one commit then have different packages, and what was tested is not what is shipped.',
  references: [
    'https://docs.astral.sh/uv/guides/integration/docker/#installing-a-project',
    'https://docs.astral.sh/uv/concepts/projects/sync/#checking-the-lockfile',
  ],
  bad: [
    {
      title: 'uv sync without the lock file having the last word',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv:0.9.5 /uv /bin/
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --no-dev --no-cache
        `,
      files: { 'pyproject.toml': project, 'uv.lock': lock },
      fixed: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv:0.9.5 /uv /bin/
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --locked --no-dev --no-cache
        `,
    },
    {
      title: 'a lock file that is not copied',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv:0.9.5 /uv /bin/
        WORKDIR /app
        COPY pyproject.toml ./
        RUN uv sync --no-cache
        `,
      files: { 'pyproject.toml': project, 'uv.lock': lock },
    },
    {
      title: 'packages without a version',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv:0.9.5 /uv /bin/
        RUN uv pip install --system --no-cache fastapi uvicorn==0.30.0
        `,
    },
  ],
  good: [
    {
      title: '`--locked`, and `--frozen`',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --locked --no-install-project --no-cache
        COPY . .
        RUN uv sync --frozen --no-cache
        `,
      files: { 'pyproject.toml': project, 'uv.lock': lock },
    },
    {
      title: 'a variable that says so',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV UV_FROZEN=1
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --no-cache
        `,
      files: { 'pyproject.toml': project, 'uv.lock': lock },
    },
    {
      title: 'versions, and what a requirements file lists',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY requirements.txt .
        RUN uv pip install --system --no-cache -r requirements.txt uvicorn==0.30.0
        `,
      files: { 'requirements.txt': 'fastapi==0.115.0\n' },
    },
  ],
  on: ['RUN'],
  *check(instruction, { facts }) {
    for (const command of facts.shellOf(instruction).commands) {
      const sync = toolCommand(command, 'uv', ['sync'], grammar);
      if (sync !== undefined) yield* claimOfSync(sync, instruction, facts);
      const install = facts.pipInstallsOf(instruction).get(command);
      if (install?.tool === 'uv') yield* claimOfInstall(install, instruction, facts);
    }
  },
});

const grammar = grammarOf({
  values: [
    ['--extra'],
    ['--no-extra'],
    ['--group'],
    ['--no-group'],
    ['--only-group'],
    ['--package'],
    ['--python', '-p'],
    ['--python-platform'],
    ['--no-install-package'],
    ['--index'],
    ['--default-index'],
    ['--index-url', '-i'],
    ['--extra-index-url'],
    ['--find-links', '-f'],
    ['--index-strategy'],
    ['--keyring-provider'],
    ['--resolution'],
    ['--prerelease'],
    ['--fork-strategy'],
    ['--exclude-newer'],
    ['--link-mode'],
    ['--config-setting', '-C'],
    ['--no-build-isolation-package'],
    ['--no-build-package'],
    ['--no-binary-package'],
    ['--refresh-package'],
    ['--reinstall-package'],
    ['--upgrade-package', '-P'],
    ['--cache-dir'],
    ['--color'],
    ['--directory'],
    ['--project'],
    ['--config-file'],
    ['--allow-insecure-host'],
    ['--script'],
    ['--output-format'],
  ],
  flags: [
    ['--locked'],
    ['--frozen'],
    ['--check'],
    ['--dry-run'],
    ['--upgrade', '-U'],
    ['--no-cache', '-n'],
    ['--quiet', '-q'],
    ['--verbose', '-v'],
    ['--help', '-h'],
  ],
  abbreviations: false,
});

function* claimOfSync(sync: ToolCommand, instruction: Instruction, facts: Facts): Iterable<Claim> {
  const { command, open } = sync;
  if (open || isGiven(sync, '--locked', '--frozen', '--check', '--dry-run', '--help', '--script')) return;
  if (['UV_LOCKED', 'UV_FROZEN'].some((name) => isSwitchedOn(name, command, instruction, facts))) return;
  const elsewhere = isGiven(sync, '--directory', '--project');
  const presence = uvLockFor(instruction, elsewhere ? undefined : command.folder, facts);
  const verb = sync.verb.at(-1);
  const upgrades = isGiven(sync, '--upgrade', '--upgrade-package');
  yield {
    at: command.location,
    title: titles[presence],
    advice: advices[presence],
    ...(presence === 'there' && verb !== undefined && !upgrades
      ? { fix: { title: 'Install what the lock file says', safety: 'safe', edits: [addBehind(verb, '--locked')] } }
      : {}),
  };
}

const titles: Readonly<Record<LockPresence, string>> = {
  there: '`uv sync` changes the lock file where it does not fit, instead of failing',
  'not copied': '`uv sync` does not demand the lock file, which is not seen to be copied before it',
  absent: '`uv sync` does not demand a lock file, and the context has none',
};

const advices: Readonly<Record<LockPresence, string>> = {
  there: 'Write `uv sync --locked`.',
  'not copied': 'Copy `uv.lock` beside `pyproject.toml` first, and write `uv sync --locked`.',
  absent: 'Commit the `uv.lock` that `uv lock` writes, copy it, and write `uv sync --locked`.',
};

function* claimOfInstall(install: PipInstall, instruction: Instruction, facts: Facts): Iterable<Claim> {
  const { command } = install;
  const isConstrained = ['UV_CONSTRAINT', 'UV_EXCLUDE_NEWER'].some(
    (name) => (variableOf(name, command, instruction, facts) ?? '') !== '',
  );
  if (isConstrained || install.constraintsFiles.length > 0 || install.options.some(({ name }) => restricting.has(name)))
    return;
  const unpinned = install.named.filter(
    ({ requirement }) => requirement?.kind === 'name' && requirement.specifier === '',
  );
  const [first, ...others] = unpinned;
  if (first === undefined) return;
  yield {
    at: first.word.location,
    title: `\`uv pip install\` takes whatever version of ${unpinned.length === 1 ? `\`${first.word.text}\`` : `${unpinned.length} packages`} is newest`,
    why: 'Two builds of one commit then have different packages, and what was tested is not what is shipped.',
    advice: 'Write the versions that work behind the names, or install from a lock file by `uv sync --locked`.',
    places: others.map(({ word }) => ({ at: word.location, note: 'has no version either' })),
  };
}

const restricting: ReadonlySet<string> = new Set([
  '--override',
  '--exclude-newer',
  '--dry-run',
  '--help',
  '--no-index',
]);
