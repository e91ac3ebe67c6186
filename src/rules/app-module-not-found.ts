import path from 'node:path';
import { nearest } from '../nearest.ts';
import type { AppModule } from '../facts/app-module.ts';
import { filesNamed, type Listing } from '../facts/context.ts';
import type { Facts } from '../facts/facts.ts';
import { joinPath, pathInside } from '../facts/image-path.ts';
import { oncePerObject } from '../facts/once.ts';
import type { AppReference } from '../servers/server.ts';
import { defineRule, dockerfile, type Claim, type ClaimFix } from './rule.ts';

const app = 'from fastapi import FastAPI\n\napp = FastAPI()\n';

export const appModuleNotFound = defineRule({
  id: 'app-module-not-found',
  aliases: [],
  severity: 'error',
  summary: 'the module that the server is told to serve is not where it looks for it',
  why: 'The server cannot import its application, so nothing is served; the image is built all the same, and only the start shows it.',
  references: [
    'https://uvicorn.dev/#command-line-options',
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  ],
  bad: [
    {
      title: 'a slip of the pen',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "mian:app", "--host", "0.0.0.0"]
        `,
      files: { 'main.py': app },
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'the name of a file instead of a module',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "src/main.py:app", "--host", "0.0.0.0"]
        `,
      files: { 'src/main.py': app },
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "src.main:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'the module lies one folder deeper',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /code
        COPY . .
        CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
      files: { 'backend/main.py': app },
    },
    {
      title: 'the package itself was copied, not into a folder of its name',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /code
        COPY ./app .
        CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
      files: { 'app/__init__.py': '', 'app/main.py': app },
    },
    {
      title: '.dockerignore keeps it from the build',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'app.py': app, 'README.md': '', '.dockerignore': '*.py\n' },
    },
    {
      title: 'it is not copied',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'app.py': app, 'requirements.txt': 'uvicorn==0.54.0\n' },
    },
    {
      title: 'fastapi is given a path that is not in the image',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /code
        COPY ./app .
        CMD ["fastapi", "run", "app/main.py"]
        `,
      files: { 'app/main.py': app },
    },
  ],
  good: [
    {
      title: 'the module lies in the working directory',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      files: { 'app.py': app },
    },
    {
      title: 'a package, copied into a folder of its name',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /code
        COPY ./app /code/app
        CMD ["fastapi", "run", "app/main.py", "--port", "80"]
        `,
      files: { 'app/__init__.py': '', 'app/main.py': app },
    },
    {
      title: 'another folder, and the server is told of it',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /code
        COPY . .
        CMD ["uvicorn", "main:app", "--app-dir", "backend", "--host", "0.0.0.0"]
        `,
      files: { 'backend/main.py': app },
    },
    {
      title: 'the project is installed',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /code
        COPY . .
        RUN pip install --no-cache-dir .
        CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]
        `,
      files: { 'src/shop/main.py': app, 'pyproject.toml': '' },
    },
    {
      title: 'a package of the index that brings its own application',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN pip install --no-cache-dir titiler.application==0.22.0
        CMD ["uvicorn", "titiler.application.main:app", "--host", "0.0.0.0"]
        `,
      files: { 'README.md': '' },
    },
    {
      title: 'the source is fetched in the build',
      dockerfile: dockerfile`
        FROM python:3.12
        RUN git clone https://example.com/shop.git /app
        WORKDIR /app
        CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
      files: { 'deploy/main.py': app },
    },
  ],
  on: ['CMD', 'ENTRYPOINT'],
  *check(instruction, { facts }) {
    const { appModule, startCommand } = facts;
    if (startCommand?.instruction !== instruction || appModule?.state !== 'absent') return;
    const claim = spelledAsFile(appModule, facts) ?? elsewhere(appModule, facts) ?? misspelt(appModule, facts);
    if (claim !== undefined) yield claim;
  },
});

type Absent = Extract<AppModule, { state: 'absent' }>;
type Words = Pick<Claim, 'title' | 'advice' | 'fix'>;

function claimOf({ app: reference }: Absent, words: Words): Claim {
  return { at: reference.location, ...words };
}

/** `main.py:app` and `app/main:app`: a module is named with dots, without its ending. */
function spelledAsFile(absent: Absent, facts: Facts): Claim | undefined {
  const { app: reference } = absent;
  if (reference.kind !== 'import' || !/\/|\.py$/.test(reference.module)) return undefined;
  const module = reference.module.replace(/^\.\//, '').replace(/\.py$/, '').replaceAll('/', '.');
  const exists = wantedPaths(absent, module).some((wanted) => facts.imageFiles?.repositoryPath(wanted) !== undefined);
  const fix = exists ? renamed(reference, module, 'safe') : undefined;
  return claimOf(absent, {
    title: `\`${reference.module}\` is the name of a file, and the server wants that of a module`,
    advice: `Write \`${module}${reference.attribute === undefined ? '' : `:${reference.attribute}`}\`.`,
    ...(fix === undefined ? {} : { fix }),
  });
}

/** The file is in the context, and not where the server looks: ignored, not copied, or in another folder. */
function elsewhere(absent: Absent, facts: Facts): Claim | undefined {
  const { context } = facts;
  const tails = tailsOf(absent.app);
  const candidates = tails
    .flatMap((tail) =>
      filesNamed(path.posix.basename(tail), context.listing).filter(
        (file) => file === tail || file.endsWith(`/${tail}`),
      ),
    )
    .toSorted();
  const [nearby] = candidates.toSorted((one, other) => one.split('/').length - other.split('/').length);
  if (nearby === undefined) return undefined;
  const name = context.reportPath(nearby);
  const copied = candidates.flatMap((file) => facts.imageFiles?.imagePaths(file) ?? []);
  const [place] = copied;
  const [folder = '/'] = absent.lookedIn;
  if (place !== undefined) {
    return claimOf(absent, {
      title: `\`${absent.app.module}\` is not in \`${folder}\`, where the server looks; \`${name}\` is at \`${place}\``,
      advice: adviceFor(absent, place, folder),
    });
  }
  if (context.isIgnored(nearby)) {
    const line = context.ignoreFile?.patterns.decidingLine(nearby);
    const ignoreFile = context.ignoreFile?.path ?? '.dockerignore';
    return claimOf(absent, {
      title: `\`${absent.app.module}\` is not in the image: \`${ignoreFile}\`${line === undefined ? '' : ` line ${line}`} keeps \`${name}\` from the build`,
      advice: `Take the pattern out of \`${ignoreFile}\`, or add \`!${nearby}\` below it.`,
    });
  }
  return claimOf(absent, {
    title: `\`${absent.app.module}\` is not in the image: no \`COPY\` brings \`${name}\` there`,
    advice: `Copy \`${nearby}\` into \`${folder}\`.`,
  });
}

function adviceFor(absent: Absent, place: string, folder: string): string {
  const { app: reference } = absent;
  const tail = tailsOf(reference).find((each) => place.endsWith(`/${each}`));
  const inside = pathInside(folder, place);
  if (tail !== undefined) {
    const above = joinPath('/', place.slice(0, -tail.length));
    const named = inside === undefined ? undefined : moduleName(inside);
    return named === undefined
      ? `Copy it into \`${folder}\`, or set \`WORKDIR ${above}\`.`
      : `Write \`${named}\` instead of \`${reference.module}\`, or set \`WORKDIR ${above}\`.`;
  }
  // The package's own folder was emptied into another one.
  return `Copy it to \`${absent.wanted[0] ?? folder}\`.`;
}

/** No such file anywhere, and one with a name that is nearly the same beside it. */
function misspelt(absent: Absent, facts: Facts): Claim | undefined {
  const { app: reference } = absent;
  const [folder = '/'] = absent.lookedIn;
  const isFile = reference.kind === 'file';
  const wanted = isFile ? path.posix.normalize(reference.module) : reference.module.replaceAll('.', '/');
  const files = pythonFiles(facts.context.listing)
    .flatMap((file) => facts.imageFiles?.imagePaths(file) ?? [])
    .flatMap((place) => pathInside(folder, place) ?? [])
    .map((file) => (isFile ? file : file.replace(/(?:\/__init__)?\.py$/, '')));
  const near = nearest(wanted, files);
  if (near !== undefined) {
    const module = isFile ? near : near.replaceAll('/', '.');
    const fix = renamed(reference, module, 'unsafe');
    return claimOf(absent, {
      title: `\`${reference.module}\` is not in the image, and \`${module}\` is`,
      advice: `Write \`${module}\`.`,
      ...(fix === undefined ? {} : { fix }),
    });
  }
  // Any other name may be that of an installed package; these are nobody's but the author's.
  const [top = ''] = wanted.split('/');
  const isOwn = isFile || ['main', 'app', 'api', 'server', 'asgi', 'wsgi', 'src', 'backend'].includes(top);
  if (!isOwn || facts.context.listing.truncated || facts.context.listing.files.length === 0) return undefined;
  return claimOf(absent, {
    title: `\`${reference.module}\` is not in the image, and no file of the build context is it`,
    advice: `Write the name of a module that is copied into \`${folder}\`, or build with the folder that holds it as the context.`,
  });
}

/** The ends of a path that would be the module: `app/main.py`; where the package is emptied into another folder, `main.py` too. */
const pythonFiles = oncePerObject(({ files }: Listing) => files.filter((file) => file.endsWith('.py')));

function tailsOf(reference: AppReference): readonly string[] {
  if (reference.kind === 'file') return [path.posix.normalize(reference.module)];
  const file = reference.module.replaceAll('.', '/');
  return [`${file}.py`, `${file}/__init__.py`];
}

function wantedPaths({ lookedIn }: Absent, module: string): readonly string[] {
  const file = module.replaceAll('.', '/');
  return lookedIn.flatMap((folder) => [joinPath(folder, `${file}.py`), joinPath(folder, `${file}/__init__.py`)]);
}

function moduleName(file: string): string | undefined {
  const name = file.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
  return /^\w+(?:\.\w+)*$/.test(name) ? name : undefined;
}

function renamed(reference: AppReference, module: string, safety: ClaimFix['safety']): ClaimFix | undefined {
  const { location, literal } = reference;
  if (!literal || location.line !== location.endLine) return undefined;
  return {
    title: `Write ${module}`,
    safety,
    edits: [{ at: { ...location, endColumn: location.column + reference.module.length }, text: module }],
  };
}
