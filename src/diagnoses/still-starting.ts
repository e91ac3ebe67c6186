import type { Diagnosis } from './diagnosis.ts';
import { exchangeEvidence, logTail, socketEvidence, threadEvidence } from '../symptoms/evidence.ts';
import { importDump, requirements, servedBy } from './example.ts';
import { isListening } from '../symptoms/running/listening.ts';
import { spoken, startPlace } from '../symptoms/start.ts';
import { isStarting } from '../symptoms/running/starting.ts';
import { stuckAt } from '../symptoms/running/stuck.ts';

export const stillStarting: Diagnosis = {
  id: 'still-starting',
  blames: 'image',
  summary: 'the application was still starting when the time to get ready was over',
  why: 'The server accepts connections when the import and the lifespan of the application are done. Models that are loaded, migrations, or a wait for something that never comes delay that; only time tells which of them it is.',
  references: ['https://fastapi.tiangolo.com/advanced/events/'],
  moments: ['silent'],
  general: true,
  *recognise(symptoms) {
    const { container, log, facts } = symptoms;
    if (container?.wait.ended !== 'deadline') return;
    if (!isStarting(symptoms)) return;
    const own = stuckAt(container, facts)?.own;
    const seconds = Math.round(container.wait.limitMs / 1000);
    const place = own?.location ?? startPlace(facts);
    const waiting = log.some((line) => /Waiting for application startup/.test(line));
    const queued = isListening(container) ? ' It accepts connections already, and leaves them waiting.' : '';
    yield {
      headline: `it is still starting after ${seconds} s`,
      title: `the application is still starting ${seconds} s after the container`,
      why: `${waiting ? 'Its lifespan has begun and does not end' : 'The server has begun, and the import of the application does not end'}.${own === undefined ? '' : ` At the end it was in ${spoken(own.location)}.`}${queued}`,
      advice:
        'Do at start only what the first answer needs; where it needs that long, raise `ready-timeout` under `with:`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...logTail(symptoms),
        ...threadEvidence(container),
        ...socketEvidence(container),
        ...exchangeEvidence(container),
      ],
    };
  },
  examples: [
    {
      title: 'a lifespan that does not end',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: ['INFO:     Started server process [1]', 'INFO:     Waiting for application startup.'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset', 'closed'],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'gunicorn listens first, and its worker still imports',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: [
          '[2026-11-24 09:05:22 +0000] [1] [INFO] Listening at: http://0.0.0.0:8000 (1)',
          '[2026-11-24 09:05:22 +0000] [7] [INFO] Booting worker with pid: 7',
        ],
        listening: ['0.0.0.0:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['timeout'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'it waits for an event that nobody sets',
      is: 'startup-hangs',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': 'import threading\n\nthreading.Event().wait()\n' },
      saw: {
        listening: [],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
        processes: ['/usr/bin/python3 /usr/local/bin/uvicorn app:app'],
        threads: importDump('  File "/app/app.py", line 3 in <module>'),
      },
    },
    {
      title: 'nothing that serves was ever started',
      is: 'unknown',
      dockerfile: servedBy('["sleep", "infinity"]'),
      saw: { waitedMs: 60_000, ended: 'deadline', answers: ['reset'] },
    },
    {
      title: 'the start is done, and no answer comes',
      is: 'response-hangs',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        log: ['INFO:     Waiting for application startup.', 'INFO:     Application startup complete.'],
        listening: ['0.0.0.0:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['timeout'],
      },
    },
  ],
};
