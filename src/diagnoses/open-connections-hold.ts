import { stopEvidence } from '../symptoms/evidence.ts';
import { isLeftUnanswered } from '../symptoms/running/documented.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
import { killedAtLimit, saidWhileStopping } from '../symptoms/running/stopping.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';
import { addedOption } from './added-option.ts';

const waits = /Waiting for connections to close|Waiting for background tasks to complete/;

export const openConnectionsHold: Diagnosis = {
  id: 'open-connections-hold',
  blames: 'image',
  summary: 'open connections, or tasks in the background, hold the stop until the server is killed',
  why: 'After SIGTERM uvicorn waits for as long as a request, a stream or a background task goes on, without a limit of its own. Docker waits ten seconds and kills it: the shutdown of the application never runs, and every deployment takes that long.',
  references: ['https://www.uvicorn.org/settings/#timeouts'],
  moments: ['stop'],
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container?.stop === undefined || !killedAtLimit(container) || isLeftUnanswered(container)) return;
    const said = saidWhileStopping(symptoms);
    const last = said.at(-1) ?? '';
    if (!waits.test(last)) return;
    const place = startPlace(facts);
    const what = last.includes('background') ? 'a background task' : 'an open connection';
    const server = serverOf(facts);
    const isUvicorn = server?.server === 'uvicorn';
    const fix = isUvicorn ? addedOption(server, '--timeout-graceful-shutdown', '3') : undefined;
    yield {
      headline: `${what} holds the stop until it is killed`,
      title: `${what} holds the stop, and the server is killed after ${Math.round(container.stop.timeoutMs / 1000)} s`,
      why: 'uvicorn waits for it without a limit, so the shutdown of the application never runs.',
      advice: isUvicorn
        ? 'Add `--timeout-graceful-shutdown 3`, which ends what is open after three seconds.'
        : 'Give the server a limit for a graceful shutdown that is shorter than that of docker.',
      ...(place === undefined ? {} : { location: place }),
      evidence: stopEvidence(symptoms),
      severity: 'warning',
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'a background task without an end',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stop: {
          exitCode: 137,
          ms: 10_200,
          log: [
            'INFO:     Shutting down',
            'INFO:     Waiting for background tasks to complete. (CTRL+C to force quit)',
          ],
        },
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--timeout-graceful-shutdown", "3"]',
    },
    {
      title: 'a stream that somebody listens to',
      dockerfile: servedBy('uvicorn app:app --host 0.0.0.0'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stop: {
          exitCode: 137,
          ms: 10_200,
          log: ['INFO:     Shutting down', 'INFO:     Waiting for connections to close. (CTRL+C to force quit)'],
        },
      },
      place: 'Dockerfile:7',
      fixed: 'CMD uvicorn app:app --host 0.0.0.0 --timeout-graceful-shutdown 3',
    },
  ],
  confusions: [
    {
      title: 'a documented GET that takes long was asked, and is still at work',
      is: undefined,
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        documented: [{ outcome: '/export timeout' }],
        stop: {
          exitCode: 137,
          ms: 10_200,
          log: [
            'INFO:     Shutting down',
            'INFO:     Waiting for background tasks to complete. (CTRL+C to force quit)',
          ],
        },
      },
    },
    {
      title: 'it waited for connections, and ended in time',
      is: undefined,
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stop: {
          exitCode: 0,
          ms: 2_000,
          log: [
            'INFO:     Waiting for connections to close. (CTRL+C to force quit)',
            'INFO:     Finished server process [1]',
          ],
        },
      },
    },
  ],
};
