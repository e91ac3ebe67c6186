import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedStep, servedBy } from './example.ts';
import { failedPlace, ownPlace } from '../symptoms/place.ts';
import { fittingTitle } from '../symptoms/fitting.ts';
import type { Evidence } from '../finding.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import { headlineOf, type Traceback } from '../traceback/traceback.ts';

export const buildStepFailed: Diagnosis = {
  id: 'build-step-failed',
  blames: 'image',
  summary: 'a step of the build ends with an error',
  why: 'A RUN that ends with another code than 0 ends the build, and no image is made. What the step itself wrote is the best account of it.',
  references: ['https://docs.docker.com/reference/dockerfile/#run'],
  moments: ['build'],
  general: true,
  *recognise(symptoms) {
    const { build, facts, fatal } = symptoms;
    if (build === undefined || build.failure.step === undefined) return;
    const { step, exitCode, line, message } = build.failure;
    const words = step.replace(/^\[[^\]]*\]\s*/, '').replaceAll('`', "'");
    if (exitCode === undefined && !build.timedOut) return;
    const shown = words.length > 24 ? `${words.slice(0, 23)}…` : words;
    const own = fatal === undefined ? undefined : ownPlace(fatal, facts);
    const place = own?.location ?? failedPlace(facts, line);
    const raised = fatal === undefined ? undefined : headlineOf(fatal).replaceAll('`', "'");
    const unset = fatal === undefined ? undefined : unsetVariable(fatal);
    const ended = build.timedOut ? 'does not end' : `ends with ${exitCode}`;
    yield {
      headline: `the build stops, \`${shown}\` ${ended}`,
      title: build.timedOut
        ? `a step of the build had not ended at the limit: ${message}`
        : raised === undefined
          ? `a step of the build ends with exit code ${exitCode}`
          : fittingTitle(
              `a step of the build raises \`${raised}\``,
              `a step of the build raises \`${raised.split(':')[0]}\``,
            ),
      why:
        unset === undefined
          ? 'Without it there is no image.'
          : 'What `env` and `docker run -e` give, a build does not have: it has ENV and ARG alone.',
      advice: build.timedOut
        ? 'Shorten the step, or raise `build-timeout` under `with:`.'
        : exitCode === 137
          ? 'Give the runner more memory, or let the step do less at once: it was killed.'
          : unset !== undefined
            ? `Give it a value for this step alone, such as \`RUN ${unset}=build …\`, or let the code do without it.`
            : 'Read what the step wrote, and correct it.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...buildEvidence(symptoms),
        ...(own === undefined || step === undefined ? [] : stepEvidence(symptoms)),
      ],
    };
  },
  examples: [
    {
      title: 'a command of the project ends with 1',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace(
        'EXPOSE 8000',
        'RUN python -c "raise SystemExit(\'no ship is on the slip\')"\nEXPOSE 8000',
      ),
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c python -c \\"raise SystemExit(\'no ship is on the slip\')\\"" did not complete successfully: exit code: 1',
          line: 6,
          step: '[6/6] RUN python -c "raise SystemExit(\'no ship is on the slip\')"',
          exitCode: 1,
          log: ['no ship is on the slip'],
        },
      },
      place: 'Dockerfile:6',
    },
    {
      title: 'Django wants a variable that only the container will have',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace('EXPOSE 8000', 'RUN python manage.py collectstatic'),
      files: { 'settings.py': "import os\nSECRET_KEY = os.environ['SECRET_KEY']\n" },
      saw: {
        build: failedStep(6, 'python manage.py collectstatic', [
          'Traceback (most recent call last):',
          '  File "/app/settings.py", line 2, in <module>',
          "    SECRET_KEY = os.environ['SECRET_KEY']",
          '                 ~~~~~~~~~~^^^^^^^^^^^^^^',
          '  File "<frozen os>", line 679, in __getitem__',
          "KeyError: 'SECRET_KEY'",
        ]),
      },
      place: 'settings.py:2',
      advice: 'RUN SECRET_KEY=',
    },
  ],
  confusions: [
    {
      title: 'a step runs code that imports what nothing installs',
      is: 'missing-requirement',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace('EXPOSE 8000', 'RUN python manage.py collectstatic'),
      files: { 'requirements.txt': 'fastapi==0.165.0\n', 'manage.py': 'import django\n' },
      saw: {
        build: failedStep(6, 'python manage.py collectstatic', [
          'Traceback (most recent call last):',
          '  File "/app/manage.py", line 1, in <module>',
          '    import django',
          "ModuleNotFoundError: No module named 'django'",
        ]),
      },
    },
    {
      title: 'no step failed: BuildKit could not do something itself',
      is: 'unknown',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: { build: { message: 'failed to solve: Internal: stream terminated by RST_STREAM' } },
    },
  ],
};

function stepEvidence({ facts, build }: Symptoms): readonly Evidence[] {
  const location = failedPlace(facts, build?.failure.line);
  return location === undefined ? [] : [{ kind: 'source', location, note: 'the step that runs it' }];
}

/** `os.environ['KEY']` of a variable that is not set. */
function unsetVariable({ exception, message, frames }: Traceback): string | undefined {
  if (exception !== 'KeyError' || !frames.some(({ file }) => file === '<frozen os>' || file.endsWith('/os.py')))
    return undefined;
  return /^'([A-Z_][A-Z0-9_]*)'$/.exec(message)?.[1];
}
