import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, logTail, tracebackLines } from '../symptoms/evidence.ts';
import { importTraceback, lifespanTraceback, requirements, servedBy } from './example.ts';
import { ownPlace } from '../symptoms/place.ts';
import { spoken, startPlace } from '../symptoms/start.ts';
import { headlineOf, innermost, shortName } from '../traceback/traceback.ts';

/** The server gave up because the application's own start did. */
const gaveUp = /Application startup failed\. Exiting\.|ASGI lifespan startup failed|Lifespan failure in startup/;

const lifespan = [
  'from contextlib import asynccontextmanager',
  '',
  'from fastapi import FastAPI',
  '',
  '',
  '@asynccontextmanager',
  'async def lifespan(app):',
  '    raise RuntimeError("the register of ships is empty")',
  '    yield',
  '',
  '',
  'app = FastAPI(lifespan=lifespan)',
  '',
].join('\n');

export const startupFailed: Diagnosis = {
  id: 'startup-failed',
  blames: 'image',
  summary: 'the application raises an exception while it starts, so it never answers',
  why: 'The server imports the application and runs its lifespan before it accepts connections. An exception there ends the server, and with it the container.',
  references: ['https://fastapi.tiangolo.com/advanced/events/'],
  moments: ['exit', 'silent'],
  early: true,
  general: true,
  *recognise(symptoms) {
    const { log, container, facts, moment } = symptoms;
    const fatal = symptoms.fatal === undefined ? undefined : innermost(symptoms.fatal);
    const ended = log.some((line) => gaveUp.test(line));
    if (!symptoms.gaveUp || (moment === 'silent' && !ended)) return;
    // A server that was called in a wrong way, or an application that says why it ends, is another matter.
    if (fatal === undefined && !ended) return;
    const own = fatal === undefined ? undefined : ownPlace(fatal, facts);
    const place = own?.location ?? startPlace(facts);
    const name = fatal === undefined ? 'an error' : `\`${shortName(fatal)}\``;
    const where = own === undefined ? '' : ` at ${spoken(own.location)}`;
    const headline = `the application fails to start: ${name}${where}`;
    yield {
      headline: fittingHeadline(headline, `the application fails to start: ${name}`.slice(0, 55)),
      title:
        fatal === undefined
          ? 'the application fails while it starts'
          : `the start ends with \`${clipped(headlineOf(fatal))}\``,
      why: 'The server waits for the import and the lifespan of the application before it accepts connections, and ends with them.',
      advice:
        own === undefined
          ? 'Correct what raises it.'
          : `Correct what ${spoken(own.location)} does, or catch the exception there.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...(container === undefined ? [] : exitEvidence(container)),
        ...(fatal === undefined ? logTail(symptoms) : tracebackLines(symptoms, fatal)),
        ...(fatal?.earlier === undefined ? [] : tracebackLines(symptoms, fatal.earlier.traceback)),
      ],
    };
  },
  examples: [
    {
      title: 'the lifespan raises',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': lifespan },
      saw: {
        exitCode: 3,
        log: lifespanTraceback(
          '  File "/app/app.py", line 8, in lifespan',
          '    raise RuntimeError("the register of ships is empty")',
          'RuntimeError: the register of ships is empty',
        ),
      },
      place: 'app.py:8',
    },
    {
      title: 'the import raises',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'from fastapi import FastAPI\n\napp = FastAPI()\nships = ["beagle", "fram"][2]\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 4, in <module>',
          '    ships = ["beagle", "fram"][2]',
          '            ~~~~~~~~~~~~~~~~~~^^^',
          'IndexError: list index out of range',
        ),
      },
      place: 'app.py:4',
    },
    {
      title: 'two workers, and each gives up',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
      files: { 'requirements.txt': requirements, 'app.py': lifespan },
      saw: {
        log: [1, 2].flatMap(() =>
          lifespanTraceback(
            '  File "/app/app.py", line 8, in lifespan',
            '    raise RuntimeError("the register of ships is empty")',
            'RuntimeError: the register of ships is empty',
          ),
        ),
        waitedMs: 1_000,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'app.py:8',
    },
  ],
  confusions: [
    {
      title: 'the application says why it ends, and raises nothing',
      is: 'unknown',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: { exitCode: 1, log: ['the configuration is absent'] },
    },
    {
      title: 'an exception that was caught, long before the end',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        log: [
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 4, in <module>',
          '    ships()',
          'IndexError: list index out of range',
          'INFO:     Started server process [1]',
          'INFO:     Waiting for application startup.',
        ],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
  ],
};

function clipped(text: string): string {
  const plain = text.replaceAll('`', "'");
  return plain.length > 70 ? `${plain.slice(0, 69)}…` : plain;
}
