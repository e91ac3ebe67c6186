import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { isOnBusybox } from '../facts/base-family.ts';
import { locationOf, lineSpan } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix } from '../finding.ts';
import { exitEvidence, logLines } from '../symptoms/evidence.ts';
import { unloadedLibrary } from '../symptoms/python/unloaded-library.ts';
import { ownPlace } from '../symptoms/place.ts';
import { raisedEvidence } from '../symptoms/python/raised.ts';
import { spoken, startPlace } from '../symptoms/start.ts';
import { debianPackageOf } from '../symptoms/python/system-libraries.ts';
import type { Diagnosis } from './diagnosis.ts';
import { importTraceback, requirements, servedBy } from './example.ts';

const packages = '/usr/local/lib/python3.11/site-packages';

export const missingSharedLibrary: Diagnosis = {
  id: 'missing-shared-library',
  blames: 'image',
  summary: 'a Python package needs a library of the system that the image does not have',
  why: 'pip installs Python packages, and not the libraries of the system that some of them load when they are imported. A slim base image leaves most of those out.',
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    const missing = unloadedLibrary(symptoms);
    if (missing === undefined) return;
    const { library, line } = missing;
    const debian = debianPackageOf(library);
    const before = installing(facts);
    const onDebian = before !== undefined && !isOnBusybox(before, facts);
    const own = fatal === undefined ? undefined : ownPlace(fatal, facts);
    const place =
      before === undefined ? (own?.location ?? startPlace(facts)) : locationOf(facts.dockerfile, before.span);
    const fix = before === undefined || debian === undefined || !onDebian ? undefined : fixOf(before, debian, facts);
    yield {
      headline: fittingHeadline(`the image has no \`${library}\``, 'the image lacks a library of the system'),
      title: fittingTitle(
        `what it imports loads \`${library}\`, and the image has no such library`,
        `\`${library}\` is not in the image`,
      ),
      why: `${own === undefined ? 'Something that it starts' : `What ${spoken(own.location)} calls`} loads it from the system; no Python package brings it.`,
      advice:
        debian === undefined
          ? `Install the system's package that holds \`${library}\` in the stage that runs.`
          : `Install Debian's package \`${debian}\` in the stage that runs.`,
      ...(place === undefined ? {} : { location: place }),
      evidence:
        fatal === undefined
          ? [...(container === undefined ? [] : exitEvidence(container)), ...logLines(symptoms, [line])]
          : raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'OpenCV, which opens windows and so wants OpenGL',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': `${requirements}opencv-python==4.10.0.84\n`, 'app.py': 'import cv2\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import cv2',
          `  File "${packages}/cv2/__init__.py", line 153, in bootstrap`,
          '    native_module = importlib.import_module("cv2")',
          'ImportError: libGL.so.1: cannot open shared object file: No such file or directory',
        ),
      },
      place: 'Dockerfile:4',
      fixed: 'RUN apt-get update && apt-get install -y --no-install-recommends libgl1 && rm -rf /var/lib/apt/lists/*',
    },
    {
      title: "psycopg tries three ways, and the last one wants PostgreSQL's own library",
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': `${requirements}psycopg==3.3.9\n`, 'app.py': 'import psycopg\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import psycopg',
          `  File "${packages}/psycopg/pq/__init__.py", line 111, in import_from_libpq`,
          '    raise ImportError(f"""\\',
          'ImportError: no pq wrapper available.',
          'Attempts made:',
          "- couldn't import psycopg 'c' implementation: No module named 'psycopg_c'",
          "- couldn't import psycopg 'binary' implementation: No module named 'psycopg_binary'",
          "- couldn't import psycopg 'python' implementation: libpq library not found",
        ),
      },
      place: 'Dockerfile:4',
      fixed: 'RUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*',
    },
    {
      title: 'a package that looks for the library itself',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': `${requirements}python-magic==0.4.27\n`, 'app.py': 'import magic\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import magic',
          `  File "${packages}/magic/loader.py", line 49, in load_lib`,
          "    raise ImportError('failed to find libmagic.  Check your installation')",
          'ImportError: failed to find libmagic.  Check your installation',
        ),
      },
      place: 'Dockerfile:4',
      fixed:
        'RUN apt-get update && apt-get install -y --no-install-recommends libmagic1 && rm -rf /var/lib/apt/lists/*',
    },
  ],
  confusions: [
    {
      title: 'a driver of the machine, which no package of the image may replace',
      is: 'gpu-absent',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import ships\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import ships',
          'ImportError: libcuda.so.1: cannot open shared object file: No such file or directory',
        ),
      },
    },
  ],
};

/** The RUN of the image before which the library belongs: the one that installs its Python packages, else its last one. */
function installing(facts: Facts): Instruction | undefined {
  const { imageInstructions } = facts;
  const pip = facts.python.pipInstalls.findLast(({ instruction }) => facts.isInImage(instruction))?.instruction;
  return pip ?? imageInstructions.findLast(({ keyword }) => keyword === 'RUN');
}

/** As a RUN of its own before that one, where it is root who runs it. */
function fixOf(before: Instruction, debian: string, facts: Facts): Fix | undefined {
  const user = facts.stateAt(before)?.user;
  if (user?.known !== true || !/^(?:root|0)(?::|$)/.test(user.text)) return undefined;
  const line = locationOf(facts.dockerfile, { start: before.span.start, end: before.span.start });
  const { start } = lineSpan(facts.dockerfile, line.line);
  if (start !== before.span.start) return undefined;
  return {
    title: `Install \`${debian}\``,
    safety: 'safe',
    edits: [
      {
        location: line,
        text: `RUN apt-get update && apt-get install -y --no-install-recommends ${debian} && rm -rf /var/lib/apt/lists/*\n`,
      },
    ],
  };
}
