import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, logTail } from '../symptoms/evidence.ts';
import { application, requirements, servedBy, startedBy } from './example.ts';
import { inBackground } from '../symptoms/start/background.ts';
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
    if (container?.state?.exitCode !== 0 || container.state.oomKilled || fatal !== undefined) return;
    const background = inBackground(facts);
    if (background === undefined) return;
    const place = background.location ?? startPlace(facts);
    yield {
      headline: 'the container exits, its server was in the background',
      title: 'the server is started in the background, and the container ends at once',
      why: 'A container lives as long as its first process, and that one does not wait.',
      advice:
        'Start the server in the foreground: without `&`, `nohup` or `--daemon`, as the last command, behind `exec`; supervisord with `-n`.',
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
    {
      title: 'at the end of an entrypoint script',
      dockerfile: startedBy('ENTRYPOINT ["/app/start.sh"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': application,
        'start.sh': '#!/bin/sh\nuvicorn app:app --host 0.0.0.0 &\n',
      },
      saw: { exitCode: 0, log: [] },
      place: 'start.sh:2',
    },
    {
      title: 'gunicorn as a daemon',
      dockerfile: servedBy('["gunicorn", "-D", "app:app", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 0, log: [] },
      place: 'Dockerfile:7',
    },
    {
      title: 'supervisord, which goes to the background by itself',
      dockerfile: servedBy('["supervisord", "-c", "supervisord.conf"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': application,
        'supervisord.conf': '[supervisord]\nlogfile=/dev/null\n[program:web]\ncommand=uvicorn app:app\n',
      },
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
