import { fittingHeadline } from '../symptoms/fitting.ts';
import { pathInside } from '../facts/image-path.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { application, refusedByRunc, requirements, servedBy } from './example.ts';
import { refusedProgram } from '../symptoms/start/refused-program.ts';
import { ownPlace } from '../symptoms/place.ts';
import { givenWorkdir, mountOver } from '../symptoms/start/run-words.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };
const dockerfile = servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]');
const notLoaded = 'ERROR:    Error loading ASGI app. Could not import module "app".';

export const hiddenApplication: Diagnosis = {
  id: 'hidden-application',
  blames: 'setup',
  summary: 'a run option hides the application: a volume lies over its folder, or it starts in another one',
  why: 'A bind or a volume takes the place of what the image has at that path. `--workdir` makes a folder that is not there, empty. The server then finds no module, though the image is right.',
  references: ['https://docs.docker.com/engine/storage/bind-mounts/#bind-mount-over-existing-data'],
  moments: ['create', 'exit', 'silent'],
  early: true,
  *recognise(symptoms) {
    if (isNotFound(symptoms)) yield* told(symptoms);
  },
  examples: [
    {
      title: 'a folder of the host over that of the application',
      dockerfile,
      files,
      saw: { exitCode: 3, log: [notLoaded], options: ['--volume', '/srv/empty:/app'] },
      place: 'Dockerfile:7',
    },
    {
      title: 'another working directory',
      dockerfile,
      files,
      saw: { exitCode: 3, log: [notLoaded], options: ['--workdir=/srv'] },
      place: 'Dockerfile:7',
    },
    {
      title: 'the entrypoint was in that folder',
      dockerfile: servedBy('["/app/entrypoint.sh"]'),
      files: { ...files, 'entrypoint.sh': '#!/bin/sh\nexec uvicorn app:app\n' },
      saw: {
        ...refusedByRunc(127, 'exec: "/app/entrypoint.sh": stat /app/entrypoint.sh: no such file or directory'),
        options: ['--mount', 'type=bind,source=/srv/empty,target=/app'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'a volume lies elsewhere, and the module is misspelt',
      is: 'app-module-not-found',
      dockerfile: servedBy('["uvicorn", "mian:app", "--host", "0.0.0.0"]'),
      files,
      saw: {
        exitCode: 3,
        log: ['ERROR:    Error loading ASGI app. Could not import module "mian".'],
        options: ['--volume', 'data:/data'],
      },
    },
  ],
};

/** It did not find its own application, in the words of any server, or the program itself. */
function isNotFound(symptoms: Symptoms): boolean {
  const { log, gaveUp, fatal, moment } = symptoms;
  const kind = refusedProgram(symptoms)?.kind;
  if (kind !== undefined) return kind === 'absent' || kind === 'unknown' || kind === 'unread';
  if (moment === 'create' || !gaveUp) return false;
  const sentence =
    /Could not import module|module not found\.|Could not import '|No module named|Path does not exist|Error while finding module|can't open file|Could not find a default file|No such file or directory|Directory '\S+' does not exist/;
  return fatal === undefined
    ? log.slice(-12).some((line) => sentence.test(line))
    : // Where a line of the repository raised it, that is not hidden.
      /^(?:ModuleNotFoundError|ImportError|FileNotFoundError)$/.test(fatal.exception) &&
        ownPlace(fatal, symptoms.facts) === undefined;
}

function* told(symptoms: Symptoms): Iterable<Recognised> {
  const { container, facts } = symptoms;
  if (container === undefined) return;
  const place = startPlace(facts);
  const common = { ...(place === undefined ? {} : { location: place }), evidence: endEvidence(symptoms) };
  const explains = [
    'app-module-not-found',
    'import-root-wrong',
    'entrypoint-not-found',
    'file-missing-in-image',
    'missing-requirement',
    'server-not-installed',
    'command-not-found',
  ];
  const hiding = hidingMount(symptoms);
  if (hiding !== undefined) {
    yield {
      ...common,
      explains,
      headline: fittingHeadline(
        `a volume lies over \`${hiding}\` of the image`,
        "a volume lies over the image's application",
      ),
      title: `\`run-options\` lays a volume over \`${hiding}\`, where the image has the application`,
      why: 'What the image has there cannot be seen in the container.',
      advice: `Take the volume for \`${hiding}\` out of \`run-options\`, or put it where the image has nothing.`,
    };
    return;
  }
  const workdir = givenWorkdir(container);
  const own = facts.finalState?.workdir;
  if (workdir === undefined || own?.known !== true || workdir === own.text) return;
  if (!holdsFiles(own.text, symptoms) || holdsFiles(workdir, symptoms)) return;
  yield {
    ...common,
    explains,
    headline: fittingHeadline(
      `it starts in \`${workdir}\`, not in \`${own.text}\``,
      'it starts in another working directory',
    ),
    title: `\`run-options\` lets it start in \`${workdir}\`, and the application lies in \`${own.text}\``,
    why: 'docker makes a working directory that is not there, and it is empty.',
    advice: 'Take `--workdir` out of `run-options`, or name the folder of the application.',
  };
}

/** Over the folder that it starts in, or over that of what did not begin. */
function hidingMount(symptoms: Symptoms): string | undefined {
  const { container, facts } = symptoms;
  if (container === undefined) return undefined;
  const workdir = facts.finalState?.workdir;
  const program = refusedProgram(symptoms)?.program;
  const paths = [
    ...(program?.startsWith('/') === true ? [program] : []),
    ...(workdir?.known === true && holdsFiles(workdir.text, symptoms) ? [workdir.text] : []),
  ];
  return paths.map((path) => mountOver(path, container)).find((found) => found !== undefined && found !== '/');
}

/** The image has files of the repository in this folder. */
function holdsFiles(folder: string, { facts }: Symptoms): boolean {
  return facts.context.listing.files.some((file) =>
    (facts.imageFiles?.imagePaths(file) ?? []).some((place) => (pathInside(folder, place) ?? '') !== ''),
  );
}
