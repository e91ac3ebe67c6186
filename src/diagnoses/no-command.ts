import { locationOf } from '../dockerfile/location.ts';
import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence } from '../symptoms/evidence.ts';
import { application, requirements } from './example.ts';
import { lastLine } from '../symptoms/start.ts';

const refused = {
  create: { exitCode: 125, stderr: 'docker: Error response from daemon: no command specified' },
  ended: 'not-started',
} as const;

export const noCommand: Diagnosis = {
  id: 'no-command',
  blames: 'image',
  summary: 'the image says nothing about what to start',
  why: 'Neither the Dockerfile nor its base image has a CMD or an ENTRYPOINT, or the Dockerfile empties them. Docker then has nothing to start.',
  references: ['https://docs.docker.com/reference/dockerfile/#cmd'],
  moments: ['create'],
  *recognise({ container, facts }) {
    if (container === undefined) return;
    const said = `${container.create.stderr}\n${container.state?.error ?? ''}`;
    if (!/no command specified/i.test(said)) return;
    // Of the run options only an empty entrypoint takes the image's own away.
    if (container.create.argv.some((word) => word === '--entrypoint' || word.startsWith('--entrypoint='))) return;
    const emptied = facts.imageInstructions.findLast(
      ({ keyword, exec }) => (keyword === 'CMD' || keyword === 'ENTRYPOINT') && exec?.length === 0,
    );
    const place = emptied === undefined ? lastLine(facts) : locationOf(facts.dockerfile, emptied.span);
    yield {
      headline: 'the image names no command to start',
      title: 'the image names no command, so docker has nothing to start',
      why:
        emptied === undefined
          ? 'Neither the Dockerfile nor its base image has a CMD or an ENTRYPOINT.'
          : `An empty ${emptied.keyword} takes away what the base image would start.`,
      advice: 'Write one at its end: `CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: exitEvidence(container),
    };
  },
  examples: [
    {
      title: 'the base image has none either',
      dockerfile: 'FROM scratch\nCOPY app.py /\n',
      files: { 'app.py': application },
      saw: refused,
      place: 'Dockerfile:2',
    },
    {
      title: 'an empty CMD takes that of the base image away',
      dockerfile:
        'FROM python:3.11-slim\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nCMD []\nCOPY . .\n',
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: refused,
      place: 'Dockerfile:4',
    },
  ],
  confusions: [
    {
      title: "a run option takes the image's entrypoint away",
      is: 'run-option-invalid',
      dockerfile: 'FROM python:3.11-slim\nENTRYPOINT ["python", "app.py"]\n',
      files: { 'app.py': application },
      saw: { ...refused, options: ['--entrypoint='] },
    },
  ],
};
