import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, endEvidence } from '../symptoms/evidence.ts';
import { failedStep, servedBy } from './example.ts';
import { failedPlace } from '../symptoms/place.ts';

const said =
  /no space left on device|\bENOSPC\b|\[Errno 28\]|disk quota exceeded|not enough free space in|don't have enough free space/i;
const lastLines = 60;

export const diskFull: Diagnosis = {
  id: 'disk-full',
  blames: 'setup',
  summary: 'the disk of the runner is full',
  why: 'Images, layers and caches of the build lie on the disk of the engine. Where it is full whatever writes next fails, in words of its own.',
  references: ['https://docs.docker.com/reference/cli/docker/system/prune/'],
  moments: ['build', 'create', 'exit'],
  *recognise(symptoms) {
    const { build, container, facts, log } = symptoms;
    if (container?.state?.exitCode === 0 && container.create.exitCode === 0) return;
    const line = [
      ...log.slice(-lastLines),
      build?.failure.message ?? '',
      container?.create.stderr ?? '',
      container?.state?.error ?? '',
    ].findLast((each) => said.test(each));
    if (line === undefined) return;
    const place = build === undefined ? undefined : failedPlace(facts, build.failure.line);
    yield {
      headline: 'no space is left on the disk of the runner',
      title: 'no space is left on the disk',
      why: 'What was written last did not fit any more; the image itself need not be wrong.',
      advice:
        'Make room in a step before: `docker system prune --all --force`; or choose a runner with a larger disk, or leave large files out of the image.',
      ...(place === undefined ? {} : { location: place }),
      evidence: build === undefined ? endEvidence(symptoms) : buildEvidence(symptoms, [line]),
      explains: [
        'requirement-name-not-found',
        'requirement-version-not-found',
        'compiler-missing',
        'build-step-as-non-root',
        'image-not-loaded',
        'cache-export-failed',
      ],
    };
  },
  examples: [
    {
      title: 'pip',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      saw: {
        build: failedStep(4, 'pip install --no-cache-dir -r requirements.txt', [
          'Collecting fastapi==0.165.0',
          '  Downloading fastapi-0.165.0-py3-none-any.whl (159 kB)',
          'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
        ]),
      },
      place: 'Dockerfile:4',
    },
    {
      title: 'a program that writes a large file',
      dockerfile: 'FROM python:3.11-slim\nRUN dd if=/dev/zero of=/t/x bs=1M count=1\n',
      saw: {
        build: failedStep(2, 'dd if=/dev/zero of=/t/x bs=1M count=1', [
          "dd: error writing '/t/x': No space left on device",
          '1+0 records in',
          '0+0 records out',
        ]),
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'the user may not write there',
      is: 'build-step-as-non-root',
      dockerfile: 'FROM python:3.11-slim\nUSER 1000\nRUN mkdir /data\n',
      saw: { build: failedStep(3, 'mkdir /data', ['mkdir: cannot create directory ‘/data’: Permission denied']) },
    },
  ],
};
