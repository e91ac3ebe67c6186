import { fittingHeadline } from '../symptoms/fitting.ts';
import { locationOf, positionOf } from '../dockerfile/location.ts';
import { environmentUse } from '../facts/environment-use.ts';
import { ignoreAddition } from '../facts/ignore-additions.ts';
import { placeFromContext } from '../facts/image-files.ts';
import { joinPath, pathInside } from '../facts/image-path.ts';
import { movedEnvironment } from '../facts/moved-environment.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix } from '../finding.ts';
import { isPython, isServerProgram, programName } from '../servers/index.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { application, importTraceback, refusedByRunc, requirements } from './example.ts';
import { missingProgram } from '../symptoms/start/missing-program.ts';
import { ownPlace } from '../symptoms/place.ts';
import { refusedProgram } from '../symptoms/start/refused-program.ts';
import { spoken } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import { shortName } from '../traceback/traceback.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };
const install = [
  'COPY requirements.txt .',
  'RUN python -m venv /opt/venv && /opt/venv/bin/pip install -r requirements.txt',
];

type Told = Pick<Recognised, 'headline' | 'title' | 'why' | 'advice' | 'location' | 'fix'>;

export const movedVirtualenv: Diagnosis = {
  id: 'moved-virtualenv',
  blames: 'image',
  summary: 'the server does not find its virtualenv',
  why: "A virtualenv is bound to its place: the programs in its `bin` name the Python of the folder where they were made, and its packages lie in a folder of one minor version. Moved, under another Python, off `PATH`, or copied from the developer's machine, it is of no use.",
  references: ['https://docs.python.org/3/library/venv.html#how-venvs-work'],
  moments: ['create', 'exit'],
  *recognise(symptoms) {
    const found = fromHost(symptoms) ?? offPath(symptoms) ?? moved(symptoms);
    if (found === undefined) return;
    yield {
      ...found,
      evidence: endEvidence(symptoms),
      explains: [
        'server-not-installed',
        'command-not-found',
        'interpreter-missing',
        'entrypoint-not-found',
        'missing-requirement',
        'app-module-not-found',
        'startup-failed',
      ],
    };
  },
  examples: [
    {
      title: 'not on PATH',
      dockerfile: lines(
        'FROM python:3.11-slim',
        'WORKDIR /app',
        ...install,
        'COPY . .',
        'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
      ),
      files,
      saw: refusedByRunc(127, 'exec: "uvicorn": executable file not found in $PATH'),
      place: 'Dockerfile:6',
      fixed: 'ENV PATH="/opt/venv/bin:$PATH"',
    },
    {
      title: 'copied to another folder',
      dockerfile: lines(
        'FROM python:3.11-slim AS build',
        'WORKDIR /app',
        ...install,
        'FROM python:3.11-slim',
        'WORKDIR /app',
        'COPY --from=build /opt/venv /venv',
        'ENV PATH=/venv/bin:$PATH',
        'COPY . .',
        'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
      ),
      files,
      saw: { exitCode: 255, log: ['exec /venv/bin/uvicorn: no such file or directory'] },
      place: 'Dockerfile:7',
    },
    {
      title: "the developer's own, over that of the image",
      dockerfile: lines(
        'FROM python:3.11-slim',
        'WORKDIR /app',
        'COPY requirements.txt .',
        'RUN python -m venv .venv && .venv/bin/pip install -r requirements.txt',
        'COPY . .',
        'CMD ["/app/.venv/bin/uvicorn", "app:app", "--host", "0.0.0.0"]',
      ),
      files: {
        ...files,
        '.venv/pyvenv.cfg': 'home = /usr/bin\n',
        '.venv/bin/uvicorn': '#!/home/ada/site/.venv/bin/python3\n',
      },
      saw: { exitCode: 255, log: ['exec /app/.venv/bin/uvicorn: no such file or directory'] },
      place: 'Dockerfile:5',
    },
    {
      title: 'under another Python',
      dockerfile: lines(
        'FROM python:3.12-slim AS build',
        'WORKDIR /app',
        ...install,
        'FROM python:3.11-slim',
        'WORKDIR /app',
        'COPY --from=build /opt/venv /opt/venv',
        'ENV PATH=/opt/venv/bin:$PATH',
        'COPY . .',
        'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
      ),
      files,
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/opt/venv/bin/uvicorn", line 3, in <module>',
          '    from uvicorn.main import main',
          "ModuleNotFoundError: No module named 'uvicorn'",
        ],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'no virtualenv at all',
      is: 'server-not-installed',
      dockerfile: lines('FROM python:3.11-slim', 'RUN pip install fastapi', 'COPY . .', 'CMD ["uvicorn", "app:app"]'),
      files,
      saw: refusedByRunc(127, 'exec: "uvicorn": executable file not found in $PATH'),
    },
    {
      title: 'the virtualenv is in order, and a package is not in it',
      is: 'missing-requirement',
      dockerfile: lines(
        'FROM python:3.11-slim',
        'WORKDIR /app',
        ...install,
        'ENV PATH=/opt/venv/bin:$PATH',
        'COPY . .',
        'CMD ["uvicorn", "app:app"]',
      ),
      files: { ...files, 'app.py': 'import httpx\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import httpx',
          "ModuleNotFoundError: No module named 'httpx'",
        ),
      },
    },
  ],
};

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** The server is not found at all: no program of that name, or no module. */
function lacksServer(symptoms: Symptoms): boolean {
  const { fatal, facts } = symptoms;
  const missing = missingProgram(symptoms)?.program;
  if (missing !== undefined) return !missing.includes('/') && isServerProgram(missing);
  return fatal !== undefined && shortName(fatal) === 'ModuleNotFoundError' && ownPlace(fatal, facts) === undefined;
}

function offPath(symptoms: Symptoms): Told | undefined {
  const { facts } = symptoms;
  const use = environmentUse(facts);
  const [program] = facts.startCommand?.words ?? [];
  const [folder] = use?.folders ?? [];
  if (use?.isOffPath !== true || program === undefined || folder === undefined || !lacksServer(symptoms))
    return undefined;
  return {
    headline: fittingHeadline(`the virtualenv \`${folder}\` is not on PATH`, 'the virtualenv is not on PATH'),
    title: isPython(program.text)
      ? `\`${program.text}\` is not the one of the virtualenv \`${folder}\`, whose packages it does not see`
      : `\`${program.text}\` is looked for on PATH, which has no \`${folder}/bin\``,
    why: `The packages are installed in the virtualenv \`${folder}\`, and nothing puts that on PATH.`,
    advice: `Write \`ENV PATH="${folder}/bin:$PATH"\` before it, or start \`${folder}/bin/${programName(program.text)}\`.`,
    location: program.location,
    ...pathFix(folder, facts),
  };
}

function pathFix(folder: string, { startCommand, dockerfile }: Facts): { readonly fix?: Fix } {
  if (startCommand === undefined) return {};
  const { line } = positionOf(dockerfile, startCommand.instruction.span.start);
  const location = { path: dockerfile.path, line, column: 1, endLine: line, endColumn: 1 };
  const text = `ENV PATH="${folder}/bin:$PATH"\n`;
  return { fix: { title: `Put \`${folder}\` on PATH`, safety: 'safe', edits: [{ location, text }] } };
}

function moved(symptoms: Symptoms): Told | undefined {
  const { facts } = symptoms;
  const use = environmentUse(facts);
  const isUnread = refusedProgram(symptoms)?.kind === 'unread';
  if (use === undefined || !(isUnread || lacksServer(symptoms))) return undefined;
  for (const copied of use.copied) {
    const flaw = movedEnvironment(copied, use, facts);
    // dash says `not found` of a program whose Python is missing, too; docker tells the two apart.
    if (flaw === undefined || (flaw.kind === 'folder' ? !isUnread && symptoms.moment === 'create' : isUnread)) continue;
    const { environment, copy, folder } = copied;
    const location = locationOf(facts.dockerfile, copy.instruction.span);
    const made = spoken(locationOf(facts.dockerfile, environment.instruction.span));
    if (flaw.kind === 'python')
      return {
        headline: `the virtualenv is for Python ${flaw.made}, not ${flaw.found}`,
        title: `the virtualenv of Python ${flaw.made} is copied to an image with Python ${flaw.found}`,
        why: `${made} makes it; Python ${flaw.found} looks for packages in a folder of its own version.`,
        advice: 'Build both stages on the same version of Python.',
        location,
      };
    return {
      headline: 'the virtualenv was moved, and its programs are lost',
      title: `the virtualenv was made in \`${environment.folder}\`, and lies in \`${folder}\` now`,
      why: `${made} makes it; the first line of its \`${flaw.program}\` names the Python of that folder, which the image does not have.`,
      advice: `Make it in \`${folder}\` in the earlier stage, or copy it to \`${environment.folder}\`.`,
      location,
    };
  }
  return undefined;
}

/** The context has a virtualenv that a COPY brings to where the program was looked for. */
function fromHost(symptoms: Symptoms): Told | undefined {
  const { facts } = symptoms;
  const refused = refusedProgram(symptoms);
  if (refused === undefined || !['unread', 'absent', 'foreign'].includes(refused.kind)) return undefined;
  const { context } = facts;
  for (const folder of context.listing.unvisited) {
    if (/(?:^|\/)(?:\.git|node_modules)$/.test(folder) || context.isIgnored(folder)) continue;
    for (const instruction of facts.imageInstructions.toReversed()) {
      const copy = facts.copyOf(instruction);
      if (copy?.from.kind !== 'context') continue;
      const place = copy.sources
        .map((source) => placeFromContext(copy, source, folder, context))
        .find((found) => found !== undefined);
      if (place === undefined || pathInside(joinPath(place, 'bin'), refused.program) === undefined) continue;
      const addition = ignoreAddition(context, [folder]);
      return {
        headline: "the developer's virtualenv is copied to the image",
        title: `COPY brings \`${context.reportPath(folder)}\` of the developer's machine to \`${place}\``,
        why: 'Its programs name the Python of that machine, which the image does not have.',
        advice: `Keep it from the build: \`${folder}\` in \`.dockerignore\`.`,
        location: locationOf(facts.dockerfile, instruction.span),
        fix: { title: `Ignore \`${folder}\``, safety: 'safe', edits: [{ location: addition.at, text: addition.text }] },
      };
    }
  }
  return undefined;
}
