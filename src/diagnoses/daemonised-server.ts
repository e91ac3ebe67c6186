import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, logTail } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';
import { isInBackground } from './nothing-started.ts';
import { startPlace } from '../symptoms/start.ts';

export const daemonisedServer: Diagnosis = {
  id: 'daemonised-server',
  blames: 'image',
  summary: 'the server is started in the background, so the container ends with the command that started it',
  why: 'A container lives as long as its first process. A server behind `&`, `nohup` or `--daemon` is a second one, and is killed when the first ends.',
  references: ['https://docs.docker.com/engine/containers/multi-service_container/'],
  moments: ['exit'],
  *recognise(symptoms) {
    const { container, fatal, facts } = symptoms;
    if (container?.state?.exitCode !== 0 || fatal !== undefined || !isInBackground(facts)) return;
    const place = startPlace(facts);
    yield {
      headline: 'the container exits, its server was in the background',
      title: 'the server is started in the background, and the container ends at once',
      why: 'A container lives as long as its first process, and that one does not wait.',
      advice:
        'Start the server in the foreground: without `&`, `nohup` or `--daemon`, as the last command, behind `exec`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [...exitEvidence(container), ...logTail(symptoms)],
      explains: ['nothing-started'],
    };
  },
  examples: [
    {
      title: 'an ampersand',
      dockerfile: servedBy('uvicorn app:app --host 0.0.0.0 &'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 0, log: [] },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'two commands, one after the other',
      is: 'nothing-started',
      dockerfile: servedBy('["sh", "-c", "echo a && echo b"]'),
      files: { 'app.py': application },
      saw: { exitCode: 0, log: ['a', 'b'] },
    },
  ],
};
