import { appModule } from '../facts/app-module.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import { exchangeEvidence, exitEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { linePlace } from '../symptoms/place.ts';
import { startPlace } from '../symptoms/start.ts';
import { innermost, ownFrame, shortName, type Traceback } from '../traceback/traceback.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requestTraceback, requirements, servedBy } from './example.ts';

export const appIsNone: Diagnosis = {
  id: 'app-is-none',
  blames: 'image',
  summary: 'the name that the server is told to serve is None',
  why: 'The module and the name are there, so the server starts, and only the first request finds that there is nothing to call: usually a factory that returns nothing, or an assignment that comes before the application is made.',
  references: ['https://www.uvicorn.org/#application-factories'],
  moments: ['answer', 'exit', 'silent'],
  *recognise(symptoms) {
    const { facts, container, fatal } = symptoms;
    if (container === undefined || fatal === undefined || !callsNone(innermost(fatal))) return;
    const place = assignment(facts) ?? startPlace(facts);
    const name = facts.startCommand?.server?.app?.text;
    const spokenName = name === undefined ? 'what the server serves' : `\`${name}\``;
    yield {
      headline: fittingHeadline(`${spokenName} is None`, 'what the server serves is None'),
      title: fittingTitle(
        `${spokenName} is None, so there is nothing to answer a request`,
        'what the server serves is None',
      ),
      why: 'The server found the name and calls what it holds, which is None.',
      advice: 'Let the function that makes the application return it, and assign it before the server looks.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...exitEvidence(container),
        ...exchangeEvidence(container),
        ...tracebackLines(symptoms, innermost(fatal)),
      ],
      explains: [
        'unhandled-exception',
        'probe-failed',
        'startup-failed',
        'worker-crash-loop',
        'app-attribute-not-found',
      ],
    };
  },
  examples: [
    {
      title: 'a factory that returns nothing',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'from fastapi import FastAPI\n\n\ndef make() -> FastAPI:\n    FastAPI()\n\n\napp = make()\n',
      },
      saw: {
        log: requestTraceback(
          '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/middleware/asgi2.py", line 14, in __call__',
          '    instance = self.app(scope)',
          '               ^^^^^^^^^^^^^^^',
          "TypeError: 'NoneType' object is not callable",
        ),
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['500'],
      },
      place: 'app.py:8',
    },
  ],
  confusions: [
    {
      title: 'the code that answers calls something that is None',
      is: 'unhandled-exception',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': `${'\n'.repeat(7)}    return load()\n` },
      saw: {
        log: requestTraceback(
          '  File "/app/app.py", line 8, in welcome',
          '    return load()',
          '           ^^^^^^',
          "TypeError: 'NoneType' object is not callable",
        ),
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['500'],
      },
    },
  ],
};

/** The server itself makes the call: no code of the user is on the stack. */
function callsNone(traceback: Traceback): boolean {
  return (
    shortName(traceback) === 'TypeError' &&
    traceback.message.startsWith("'NoneType' object is not callable") &&
    ownFrame(traceback) === undefined &&
    /uvicorn|gunicorn|hypercorn|granian|daphne/.test(traceback.frames.at(-1)?.file ?? '')
  );
}

/** Where the module gives the name its value last. */
function assignment(facts: Facts): Location | undefined {
  const found = appModule(facts);
  if (found?.state !== 'found') return undefined;
  const name = found.app.attribute ?? 'app';
  const lines = facts.context.readText(found.path)?.split(/\r\n|\n|\r/) ?? [];
  const at = lines.findLastIndex((line) => line.startsWith(name) && /^\w+\s*(?::[^=]+)?=(?!=)/.test(line));
  return at === -1 ? undefined : linePlace(facts, found.path, at + 1)?.location;
}
