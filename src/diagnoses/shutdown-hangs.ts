import { stopEvidence } from '../symptoms/evidence.ts';
import { startPlace } from '../symptoms/start.ts';
import { killedAtLimit, saidWhileStopping } from '../symptoms/running/stopping.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

/** How far it came, from the last step to the first, and what then holds it. */
const steps: readonly { readonly said: RegExp; readonly what: string; readonly advice: string }[] = [
  {
    said: /Finished server process/,
    what: 'a thread that is still running',
    advice:
      'Make the thread a daemon (`threading.Thread(…, daemon=True)`), or end and join it when the application shuts down.',
  },
  {
    said: /Waiting for application shutdown|Lifespan.*shutdown/i,
    what: 'the code behind the `yield` of the lifespan',
    advice: 'Give whatever the shutdown waits for a time limit that is shorter than that of docker.',
  },
  {
    said: /Handling signal: term|Shutting down granian|\bShutting down\b/,
    what: 'what the workers still do',
    advice:
      "Give the server a limit for a graceful shutdown that is shorter than docker's (`--graceful-timeout 8` for gunicorn), and the code that goes on a time limit.",
  },
];

export const shutdownHangs: Diagnosis = {
  id: 'shutdown-hangs',
  blames: 'image',
  summary: 'the server gets SIGTERM, begins to shut down, and does not come to its end',
  why: 'Docker kills it when the limit is over. What the shutdown was to do (write, unlock, sign off) may be half done, and every deployment takes that long.',
  references: [
    'https://fastapi.tiangolo.com/advanced/events/',
    'https://docs.docker.com/reference/cli/docker/container/stop/',
  ],
  moments: ['stop'],
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container?.stop === undefined || !killedAtLimit(container)) return;
    const said = saidWhileStopping(symptoms);
    if (/Waiting for (?:connections to close|background tasks)/.test(said.at(-1) ?? '')) return;
    const reached = steps.find((step) => said.some((line) => step.said.test(line)));
    if (reached === undefined) return;
    const place = startPlace(facts);
    yield {
      headline: 'its shutdown hangs until it is killed',
      title: `the shutdown hangs, and the server is killed after ${Math.round(container.stop.timeoutMs / 1000)} s`,
      why: `It got SIGTERM and began to shut down; ${reached.what} holds it.`,
      advice: reached.advice,
      ...(place === undefined ? {} : { location: place }),
      evidence: stopEvidence(symptoms),
      severity: 'warning',
    };
  },
  examples: [
    {
      title: 'the lifespan does not come to its end',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['404'],
        stop: {
          exitCode: 137,
          ms: 10_200,
          log: ['INFO:     Shutting down', 'INFO:     Waiting for application shutdown.'],
        },
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'a thread outlives the server',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['404'],
        stop: {
          exitCode: 137,
          ms: 10_200,
          log: [
            'INFO:     Shutting down',
            'INFO:     Application shutdown complete.',
            'INFO:     Finished server process [1]',
          ],
        },
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'a connection holds it',
      is: 'open-connections-hold',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
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
    },
    {
      title: 'SIGTERM never came to the server, for a shell stands before it',
      is: undefined,
      dockerfile: servedBy('uvicorn app:app --host 0.0.0.0'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stop: { exitCode: 137, ms: 10_200 },
      },
    },
  ],
};
