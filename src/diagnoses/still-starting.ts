import type { Diagnosis } from './diagnosis.ts';
import { exchangeEvidence, logTail, socketEvidence } from '../symptoms/evidence.ts';
import { requirements, servedBy } from './example.ts';
import { current, isListening, isTcp } from '../symptoms/listening.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';

/** A server has begun, and has not said that it is done. */
const begun =
  /Waiting for application startup|Started (?:server|parent|reloader) process \[|Booting worker with pid|Spawning worker-\d|Starting (?:gunicorn|granian|FastAPI)/;
const done = /Application startup complete|ASGI server listening|Started worker-\d/;

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
    const started = log.some((line) => begun.test(line)) || serverOf(facts) !== undefined;
    const finished = log.some((line) => done.test(line)) && current(container).some((socket) => isTcp(socket));
    if (!started || finished) return;
    const seconds = Math.round(container.wait.limitMs / 1000);
    const place = startPlace(facts);
    const waiting = log.some((line) => /Waiting for application startup/.test(line));
    const queued = isListening(container) ? ' It accepts connections already, and leaves them waiting.' : '';
    yield {
      headline: `it is still starting after ${seconds} s`,
      title: `the application is still starting ${seconds} s after the container`,
      why: `${waiting ? 'Its lifespan has begun and does not end' : 'The server has begun, and the import of the application does not end'}.${queued}`,
      advice:
        'Do at start only what the first answer needs; where it needs that long, raise `ready-timeout` under `with:`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [...logTail(symptoms), ...socketEvidence(container), ...exchangeEvidence(container)],
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
      title: 'nothing that serves was ever started',
      is: 'unknown',
      dockerfile: servedBy('["sleep", "infinity"]'),
      saw: { waitedMs: 60_000, ended: 'deadline', answers: ['reset'] },
    },
    {
      title: 'the start is done, and no answer comes',
      is: 'unknown',
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
