import type { ContainerObservation, Exchange } from '../observation.ts';
import { exchangeEvidence, logTail, socketEvidence, threadEvidence } from '../symptoms/evidence.ts';
import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { isListening } from '../symptoms/running/listening.ts';
import { pathOf, spokenRequest } from '../symptoms/running/requests.ts';
import { routePlace } from '../symptoms/python/source-line.ts';
import { spoken, startPlace } from '../symptoms/start.ts';
import { isComplete } from '../symptoms/running/startup.ts';
import { stuckAt } from '../symptoms/running/stuck.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

const document = '/openapi.json';

export const responseHangs: Diagnosis = {
  id: 'response-hangs',
  blames: 'image',
  summary: 'the server takes the request and never answers it',
  why: 'The connection is accepted, so the server is up; the code that should answer waits or computes without end. Where it blocks inside an `async def`, it holds the event loop, and every other request hangs with it.',
  references: [
    'https://fastapi.tiangolo.com/async/',
    'https://docs.python.org/3/library/asyncio-dev.html#running-blocking-code',
  ],
  moments: ['silent', 'answer'],
  *recognise(symptoms) {
    const { container, facts, log, moment } = symptoms;
    if (container === undefined) return;
    const hanging = hangingRequest(container, moment === 'answer');
    if (hanging === undefined) return;
    const stuck = stuckAt(container, facts);
    // gunicorn listens first: its clients wait while the worker still imports.
    const isUp = isComplete(log) || (stuck !== undefined && !stuck.isImporting);
    if (moment === 'silent' && (container.wait.ended !== 'deadline' || !isListening(container) || !isUp)) return;
    const all = blocksAll(container);
    const own = stuck?.own;
    const place = own?.location ?? routePlace(facts, pathOf(hanging)) ?? startPlace(facts);
    yield {
      headline:
        own === undefined
          ? `${spokenRequest(hanging)} is never answered`
          : fittingHeadline(`it hangs in ${spoken(own.location)}`, `${spokenRequest(hanging)} is never answered`),
      title: fittingTitle(
        ...(own === undefined
          ? []
          : [`${spokenRequest(hanging)} is accepted and never answered: it hangs in ${spoken(own.location)}`]),
        `${spokenRequest(hanging)} is accepted and never answered`,
      ),
      why: all
        ? `\`${document}\` is not answered either, which needs no code of the application: the event loop itself is blocked.`
        : 'The code that should answer does not come to its end.',
      advice: adviceFor(all, own === undefined ? undefined : (stuck?.text ?? '')),
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...exchangeEvidence(container),
        ...threadEvidence(container),
        ...socketEvidence(container),
        ...logTail(symptoms, 6),
      ],
      explains: ['probe-failed'],
    };
  },
  examples: [
    {
      title: 'blocking code in an `async def`',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': `${'\n'.repeat(10)}        time.sleep(0.1)\n`,
      },
      saw: {
        log: ['INFO:     Application startup complete.'],
        listening: ['0.0.0.0:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['timeout', '/openapi.json timeout'],
        threads: [
          'Fatal Python error: Aborted',
          '',
          'Current thread 0x00007fee25ec6040 (most recent call first):',
          '  File "/app/app.py", line 11 in welcome',
          '  File "/usr/local/lib/python3.11/dist-packages/fastapi/routing.py", line 381 in run_endpoint_function',
        ],
      },
      place: 'app.py:11',
    },
    {
      title: 'an `await` that never ends, and the rest answers',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: ['INFO:     Application startup complete.'],
        listening: ['0.0.0.0:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['timeout', '/openapi.json 200'],
        threads: [
          'Current thread 0x00007fee25ec6040 (most recent call first):',
          '  File "/usr/lib/python3.11/selectors.py", line 468 in select',
          '  File "/usr/lib/python3.11/asyncio/base_events.py", line 1884 in _run_once',
        ],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'a probe of its own',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: ['INFO:     Application startup complete.'],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200', '/report timeout'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'gunicorn listens, and its worker still imports',
      is: 'still-starting',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]'),
      saw: {
        log: ['[2026-11-24 09:05:22 +0000] [7] [INFO] Booting worker with pid: 7'],
        listening: ['0.0.0.0:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['timeout', '/openapi.json timeout'],
        processes: ['busy gunicorn'],
      },
    },
  ],
};

function hangingRequest(container: ContainerObservation, isProbing: boolean): Exchange | undefined {
  return container.exchanges.findLast(
    ({ outcome, passed, request }) =>
      outcome.kind === 'timeout' && (isProbing ? passed === false : !request.endsWith(document)),
  );
}

function blocksAll({ exchanges }: ContainerObservation): boolean {
  return exchanges.some((exchange) => pathOf(exchange) === document && exchange.outcome.kind === 'timeout');
}

function adviceFor(all: boolean, line: string | undefined): string {
  const where = line === undefined ? 'what it waits for' : `\`${line.replaceAll('`', "'").slice(0, 60)}\``;
  return all
    ? `Give ${where} a time limit, and call blocking code in a plain \`def\`, which FastAPI runs in a thread, or await a version of it that does not block.`
    : `Give ${where} a time limit, so that the request is answered whatever happens.`;
}
