import type { ContainerObservation, Exchange } from '../observation.ts';
import { deathsIn } from '../symptoms/running/crash-loop.ts';
import { exchangeEvidence, exitEvidence, logTail } from '../symptoms/evidence.ts';
import { pathOf } from '../symptoms/running/requests.ts';
import { routePlace } from '../symptoms/python/source-line.ts';
import { startPlace } from '../symptoms/start.ts';
import { completions, isComplete } from '../symptoms/running/startup.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

export const crashOnRequest: Diagnosis = {
  id: 'crash-on-request',
  blames: 'image',
  summary: 'the process ends while it handles a request',
  why: 'The application starts well, and the first request ends the process without a word: `os._exit`, a signal, or native code. The client sees a connection that is closed, and the container stops, or its workers die one after the other.',
  references: ['https://docs.python.org/3/library/os.html#os._exit'],
  moments: ['exit', 'silent'],
  early: true,
  *recognise(symptoms) {
    const { container, facts, moment } = symptoms;
    if (container === undefined || symptoms.fatal !== undefined) return;
    if (moment === 'exit' ? !endsInRequest(symptoms, container) : !workersDie(symptoms)) return;
    const place = routePlace(facts, pathOf(askedLast(container))) ?? startPlace(facts);
    const code = container.state?.exitCode ?? 0;
    yield {
      headline: moment === 'exit' ? `a request ends the process, with code ${code}` : 'each request ends a worker',
      title:
        moment === 'exit'
          ? `the process ends with code ${code} while it handles a request`
          : 'a worker dies of each request, without a word',
      why: 'The application had started, and the connection of the request was closed without an answer when the process ended.',
      advice:
        'Look for what ends a process from inside the code that answers: `os._exit`, `os.kill`, or a native library.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [...exitEvidence(container), ...exchangeEvidence(container), ...logTail(symptoms, 8)],
      explains: ['worker-crash-loop', 'nothing-started'],
    };
  },
  examples: [
    {
      title: 'the first request calls os._exit',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'import os\n\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/")\nasync def welcome():\n    os._exit(7)\n',
      },
      saw: {
        exitCode: 7,
        log: [
          'INFO:     Started server process [1]',
          'INFO:     Waiting for application startup.',
          'INFO:     Application startup complete.',
          'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
        ],
        answers: ['reset', 'closed'],
      },
      place: 'app.py:8',
    },
    {
      title: 'two workers, one death a request',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: [
          'INFO:     Started parent process [1]',
          'INFO:     Application startup complete.',
          'INFO:     Application startup complete.',
          ...[8, 9, 10, 11].flatMap((pid) => [
            `INFO:     Child process [${pid}] died`,
            'INFO:     Application startup complete.',
          ]),
        ],
        listening: ['0.0.0.0:8000'],
        waitedMs: 1_400,
        ended: 'decided',
        answers: ['closed'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'the port is in use in the container: that is told after the start, too',
      is: 'port-in-use-in-container',
      dockerfile: servedBy('["sh", "-c", "uvicorn app:app & uvicorn app:app"]'),
      saw: {
        exitCode: 3,
        log: [
          'INFO:     Application startup complete.',
          "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use",
          'INFO:     Waiting for application shutdown.',
        ],
        answers: ['closed'],
      },
    },
    {
      title: 'the workers die before they have started',
      is: 'worker-crash-loop',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
      saw: {
        log: [8, 9, 16, 17].map((pid) => `INFO:     Child process [${pid}] died`),
        waitedMs: 1_500,
        ended: 'decided',
        answers: ['reset'],
      },
    },
  ],
};

/** The probe that was under way, else the request that waited for the first answer. */
function askedLast({ exchanges }: ContainerObservation): Pick<Exchange, 'request'> {
  return (
    exchanges.find(({ passed }) => passed === false) ??
    exchanges.findLast(({ outcome }) => outcome.kind !== 'refused') ?? { request: 'GET /' }
  );
}

/** What a server says when it ends in order, or for a reason that it knows. */
const lastWords =
  /\[Errno \d+\]|Shutting down|Waiting for application shutdown|Finished server process|Handling signal/;

function endsInRequest({ log }: Symptoms, { state, exchanges, wait }: ContainerObservation): boolean {
  if (state === undefined || state.oomKilled || !isComplete(log) || log.some((line) => lastWords.test(line)))
    return false;
  // 137 and 143 come from outside; the others that a signal leaves are told by those who know the signal.
  if (state.exitCode === 137 || state.exitCode === 143) return false;
  const closed = exchanges.some(({ outcome }) => outcome.kind === 'closed' || outcome.kind === 'reset');
  return closed && wait.ended !== 'not-started';
}

const leastDeaths = 3;

/** As many starts were completed as workers have died: they die of what comes after it. */
function workersDie(symptoms: Symptoms): boolean {
  const deaths = deathsIn(symptoms);
  return deaths >= leastDeaths && completions(symptoms.log) >= deaths;
}
