import { locationOf } from '../dockerfile/location.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix, Location } from '../finding.ts';
import { stopEvidence } from '../symptoms/evidence.ts';
import { startPlace } from '../symptoms/start.ts';
import { killedAtLimit, saidWhileStopping } from '../symptoms/running/stopping.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

/** What Python's servers take as a request to end: SIGTERM, and SIGINT. */
const understood = /^(?:SIG)?(?:TERM|INT)$|^(?:15|2)$/i;

export const wrongStopSignal: Diagnosis = {
  id: 'wrong-stop-signal',
  blames: 'image',
  summary: 'STOPSIGNAL names a signal that the server does not take as a request to end',
  why: 'Docker sends the signal that the image names instead of SIGTERM. A server without a handler for it goes on, as process 1 of a container ignores what it has no handler for, and is killed at the end of the limit.',
  references: ['https://docs.docker.com/reference/dockerfile/#stopsignal'],
  moments: ['stop'],
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    const signal = container?.image.stopSignal;
    if (container?.stop === undefined || signal === undefined || understood.test(signal)) return;
    const kills = /^(?:SIG)?KILL$|^9$/i.test(signal);
    if (!kills && (!killedAtLimit(container) || saidWhileStopping(symptoms).length > 0)) return;
    const own = stopSignalPlace(facts);
    const place = own?.location ?? startPlace(facts);
    yield {
      headline: `the image asks to be stopped by \`${signal}\``,
      title: `docker sends \`${signal}\`, ${kills ? 'which nothing survives' : 'and the server does not end of it'}`,
      why:
        own === undefined
          ? 'The base image names that signal, which was meant for another program.'
          : 'STOPSIGNAL names it, and the server has no handler for it.',
      advice:
        own === undefined
          ? 'Write `STOPSIGNAL SIGTERM`.'
          : 'Write `SIGTERM`, or leave STOPSIGNAL out, which means the same.',
      ...(place === undefined ? {} : { location: place }),
      evidence: stopEvidence(symptoms),
      severity: 'warning',
      ...(own?.fix === undefined ? {} : { fix: own.fix }),
    };
  },
  examples: [
    {
      title: 'SIGQUIT, which nginx understands and uvicorn does not',
      dockerfile: `${servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]')}STOPSIGNAL SIGQUIT\n`,
      files: { 'requirements.txt': requirements },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stopSignal: 'SIGQUIT',
        stop: { exitCode: 137, ms: 10_200 },
      },
      place: 'Dockerfile:8',
      fixed: 'STOPSIGNAL SIGTERM',
    },
    {
      title: 'of the base image',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stopSignal: 'SIGWINCH',
        stop: { exitCode: 137, ms: 10_200 },
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'SIGINT, which uvicorn understands',
      is: undefined,
      dockerfile: `${servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]')}STOPSIGNAL SIGINT\n`,
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stopSignal: 'SIGINT',
        stop: { exitCode: 0, ms: 400, log: ['INFO:     Finished server process [1]'] },
      },
    },
    {
      title: 'gunicorn ends of SIGQUIT',
      is: undefined,
      dockerfile: `${servedBy('["gunicorn", "app:app", "-b", "0.0.0.0:8000"]')}STOPSIGNAL SIGQUIT\n`,
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stopSignal: 'SIGQUIT',
        stop: { exitCode: 0, ms: 300, log: ['[1] [INFO] Handling signal: quit'] },
      },
    },
  ],
};

function stopSignalPlace(facts: Facts): { readonly location: Location; readonly fix?: Fix } | undefined {
  const instruction = facts.imageInstructions.findLast(({ keyword }) => keyword === 'STOPSIGNAL');
  if (instruction === undefined) return undefined;
  const location = locationOf(facts.dockerfile, instruction.span);
  if (location.line !== location.endLine) return { location };
  return {
    location,
    fix: { title: 'Stop by `SIGTERM`', safety: 'safe', edits: [{ location, text: 'STOPSIGNAL SIGTERM' }] },
  };
}
