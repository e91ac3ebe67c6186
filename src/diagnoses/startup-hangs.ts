import type { ContainerObservation } from '../observation.ts';
import { exchangeEvidence, logTail, socketEvidence, threadEvidence } from '../symptoms/evidence.ts';
import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { quietForMs } from '../symptoms/running/listening.ts';
import { spoken, startPlace } from '../symptoms/start.ts';
import { isStarting } from '../symptoms/running/starting.ts';
import { isAsleep, sleepMs, stuckAt } from '../symptoms/running/stuck.ts';
import type { Diagnosis } from './diagnosis.ts';
import { importDump, requirements, servedBy } from './example.ts';

export const startupHangs: Diagnosis = {
  id: 'startup-hangs',
  blames: 'image',
  summary: 'the start of the application waits for something that does not come',
  why: 'No process takes processor time, the log is silent, and nothing new listens: whatever the start waits for (a lock, an event, an answer of another service, an input) has not come, and more time would not bring it.',
  references: ['https://docs.python.org/3/library/faulthandler.html', 'https://fastapi.tiangolo.com/advanced/events/'],
  moments: ['silent'],
  general: true,
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container?.wait.ended !== 'deadline' || !isStarting(symptoms) || isAsleep(container) !== true) return;
    if (!isQuiet(container)) return;
    const stuck = stuckAt(container, facts);
    const ends = sleepMs(stuck?.text ?? '');
    // A sleep that is longer than it has been silent is still the same one, and ends of itself.
    if (ends !== undefined && ends > quietForMs(container)) return;
    if (stuck?.own === undefined && endsInAwait(container)) return;
    const own = stuck?.own;
    const place = own?.location ?? startPlace(facts);
    const seconds = Math.round(quietForMs(container) / 1000);
    yield {
      headline:
        own === undefined
          ? `its start waits, and nothing moves for ${seconds} s`
          : fittingHeadline(`its start hangs in ${spoken(own.location)}`, 'its start hangs in code of its own'),
      title:
        own === undefined
          ? `the start waits, and nothing has moved for ${seconds} s`
          : fittingTitle(`the start hangs in ${spoken(own.location)}`, 'the start hangs in code of its own'),
      why: 'No process takes processor time, the log is silent and no socket opens: it waits for something that does not come.',
      advice:
        own === undefined
          ? 'Give whatever the start waits for a time limit, and say in the log what it waits for.'
          : `Give \`${quoted(stuck?.text ?? '')}\` a time limit, or do it after the start.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...threadEvidence(container),
        ...logTail(symptoms, 6),
        ...socketEvidence(container),
        ...exchangeEvidence(container),
      ],
    };
  },
  examples: [
    {
      title: 'an event that nobody sets, at import',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'import threading\n\nfrom fastapi import FastAPI\n\n\ndef load() -> None:\n    threading.Event().wait()\n\n\nload()\napp = FastAPI()\n',
      },
      saw: {
        listening: [],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset', 'closed'],
        processes: ['/usr/bin/python3 /usr/local/bin/uvicorn app:app --host 0.0.0.0 --port 8000'],
        threads: importDump(
          '  File "/usr/lib/python3.11/threading.py", line 622 in wait',
          '  File "/app/app.py", line 7 in load',
          '  File "/app/app.py", line 10 in <module>',
        ),
      },
      place: 'app.py:7',
    },
    {
      title: 'a retry without an end in the lifespan',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': `${'\n'.repeat(8)}        time.sleep(1)\n`,
      },
      saw: {
        log: ['INFO:     Started server process [1]', 'INFO:     Waiting for application startup.'],
        listening: [],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
        processes: ['/usr/bin/python3 /usr/local/bin/uvicorn app:app --host 0.0.0.0 --port 8000'],
        threads: [
          'Current thread 0x00007f5a925ea040 (most recent call first):',
          '  File "/app/app.py", line 9 in lifespan',
        ],
      },
      place: 'app.py:9',
    },
  ],
  confusions: [
    {
      title: 'one long sleep that ends of itself',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': 'import time\n\ntime.sleep(90)\n' },
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
      title: 'it computes',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': 'ships = load()\n' },
      saw: {
        listening: [],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
        processes: ['busy /usr/bin/python3 /usr/local/bin/uvicorn app:app'],
        threads: importDump('  File "/app/app.py", line 1 in <module>'),
      },
    },
    {
      title: 'the log still moves',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        log: ['INFO:     Waiting for application startup.', 'loaded 40 of 90 charts'],
        lastLineAtMs: 59_000,
        listening: [],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
        processes: ['/usr/bin/python3 /usr/local/bin/uvicorn app:app'],
      },
    },
  ],
};

/** So much of the time has to have passed without a sign. */
const quietShare = 0.6;

function isQuiet(container: ContainerObservation): boolean {
  return quietForMs(container) >= Math.min(10_000, container.wait.limitMs * quietShare);
}

/** The event loop waits for an `await`: how long that takes, only time tells. */
function endsInAwait({ threads }: ContainerObservation): boolean {
  return threads?.some((line) => /asyncio\/base_events\.py", line \d+ in _run_once/.test(line)) ?? true;
}

function quoted(text: string): string {
  const code = text.replaceAll('`', "'");
  return code.length > 60 ? `${code.slice(0, 59)}…` : code;
}
