import type { Copy } from '../facts/copies.ts';
import { dependencyInstallsOf, type DependencyInstall } from '../facts/dependency-installs.ts';
import type { Facts } from '../facts/facts.ts';
import type { Stage } from '../facts/stages.ts';
import { wholeContextSource } from '../facts/whole-context.ts';
import { installFirst } from './install-first.ts';
import { defineRule, dockerfile } from './rule.ts';

const requirements = 'fastapi==0.115.0\nuvicorn==0.30.6\n';

export const sourceBeforeDependencies = defineRule({
  id: 'source-before-dependencies',
  aliases: [],
  severity: 'warning',
  summary: 'the source is copied before the dependencies are installed',
  why: 'A layer is built anew as soon as one below it changes, so each change of a line of code installs all dependencies again. With the list of dependencies copied first, that step comes from the cache.',
  references: [
    'https://docs.docker.com/build/cache/optimize/#order-your-layers',
    'https://docs.astral.sh/uv/guides/integration/docker/#intermediate-layers',
  ],
  bad: [
    {
      title: 'pip',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        # what the application needs
        RUN pip install --no-cache-dir -r requirements.txt
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'requirements.txt': requirements, 'app.py': 'app = None\n' },
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt .
        # what the application needs
        RUN pip install --no-cache-dir -r requirements.txt
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'uv',
      dockerfile: dockerfile`
        FROM ghcr.io/astral-sh/uv:0.5.11-python3.12-bookworm-slim
        WORKDIR /app
        COPY . .
        RUN uv sync --locked --no-cache
        `,
      files: { 'pyproject.toml': '[project]\nname = "app"\n', 'uv.lock': '', 'app.py': 'app = None\n' },
    },
  ],
  good: [
    {
      title: 'the list first',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
        COPY . .
        `,
      files: { 'requirements.txt': requirements, 'app.py': 'app = None\n' },
    },
    {
      title: 'the project itself is what is installed',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        RUN pip install --no-cache-dir .
        `,
      files: { 'pyproject.toml': '[project]\nname = "app"\n', 'app.py': 'app = None\n' },
    },
    {
      title: 'the dependencies before, the project behind',
      dockerfile: dockerfile`
        FROM ghcr.io/astral-sh/uv:0.5.11-python3.12-bookworm-slim
        WORKDIR /app
        RUN --mount=type=bind,source=uv.lock,target=uv.lock \
            --mount=type=bind,source=pyproject.toml,target=pyproject.toml \
            uv sync --locked --no-cache --no-install-project
        COPY . .
        RUN uv sync --locked --no-cache
        `,
      files: { 'pyproject.toml': '[project]\nname = "app"\n', 'uv.lock': '', 'app.py': 'app = None\n' },
    },
  ],
  on: 'file',
  *check({ dockerfile: file, facts }) {
    for (const { copy, installs } of lateInstalls(facts)) {
      const [first, ...others] = installs;
      if (first === undefined) continue;
      const fix = installFirst(copy, installs, facts, file);
      const names = first.manifests.map((name) => `\`${name}\``).join(' and ');
      yield {
        at: copy.instruction.span,
        title: `the whole source is copied before \`${first.title}\`, so each change of the code installs everything again`,
        advice: `Copy ${names} alone, install, and copy the rest behind that.`,
        places: [
          { at: first.location, note: 'is built anew after each change' },
          ...others.map(({ location }) => ({ at: location, note: 'is built anew too' })),
        ],
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
});

interface LateInstalls {
  readonly copy: Copy;
  readonly installs: readonly DependencyInstall[];
}

/** What is in force at a place of a stage: the copy of everything, and the tools that had installed before it. */
interface Progress {
  readonly copy: Copy | undefined;
  readonly before: ReadonlySet<DependencyInstall['tool']>;
}

/** One pass over the stages in order; a stage goes on where the one below it ended. */
function lateInstalls(facts: Facts): readonly LateInstalls[] {
  const found = new Map<Copy, DependencyInstall[]>();
  const ends = new Map<Stage, Progress>();
  for (const stage of facts.stages) {
    let { copy, before }: Progress = (stage.base.kind === 'stage' ? ends.get(stage.base.stage) : undefined) ?? {
      copy: undefined,
      before: new Set(),
    };
    const copies = new Map(facts.copiesIn(stage).map((each) => [each.instruction, each]));
    for (const instruction of stage.instructions) {
      const own = copies.get(instruction);
      if (copy === undefined && own !== undefined && wholeContextSource(own) !== undefined) copy = own;
      const installs = dependencyInstallsOf(instruction, facts);
      if (installs.length === 0) continue;
      if (copy === undefined) {
        before = new Set([...before, ...installs.map(({ tool }) => tool)]);
        continue;
      }
      const late = found.get(copy) ?? [];
      const tools = before;
      late.push(...installs.filter(({ tool, mounted }) => !mounted && !tools.has(tool)));
      if (facts.graph.used.has(stage)) found.set(copy, late);
    }
    ends.set(stage, { copy, before });
  }
  return [...found].map(([copy, installs]) => ({ copy, installs }));
}
