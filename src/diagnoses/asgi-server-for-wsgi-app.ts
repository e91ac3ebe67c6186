import { exchangeEvidence, exitEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { missingArgument } from '../symptoms/build/missing-argument.ts';
import { serverName, serverOf, startPlace } from '../symptoms/start.ts';
import { innermost } from '../traceback/traceback.ts';
import { addedOption } from './added-option.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requestTraceback, requirements, servedBy } from './example.ts';

export const asgiServerForWsgiApp: Diagnosis = {
  id: 'asgi-server-for-wsgi-app',
  blames: 'image',
  summary: 'the application is one of WSGI, and the server calls it as one of ASGI',
  why: 'Flask, Django by `wsgi.py` and Bottle are called with an environment and `start_response`; uvicorn and hypercorn call with a scope. Every request ends in a TypeError and is answered with 500.',
  references: ['https://www.uvicorn.org/settings/#implementation', 'https://a2wsgi.readthedocs.io/'],
  moments: ['answer', 'exit', 'silent'],
  *recognise(symptoms) {
    const { facts, container } = symptoms;
    if (container === undefined || symptoms.fatal === undefined) return;
    const fatal = innermost(symptoms.fatal);
    if (!missingArgument(fatal, 'start_response')) return;
    const server = serverOf(facts);
    const place = server?.program.location ?? startPlace(facts);
    const name = serverName(symptoms);
    const takesInterface = server?.server === 'uvicorn' || server?.server === 'granian';
    // uvicorn's own adapter does without any other package; an interface that was chosen stays chosen.
    const isOpen = takesInterface && server.interface?.kind !== 'given';
    yield {
      headline: `${name} calls a WSGI application as one of ASGI`,
      title: `the application is one of WSGI, and ${name} calls it as one of ASGI`,
      why: 'It wants `start_response`, which a server of ASGI does not give.',
      advice: takesInterface
        ? 'Add `--interface wsgi`, or start it by a server of WSGI, such as gunicorn.'
        : 'Start it by a server of WSGI, such as gunicorn, or wrap it by `a2wsgi.WSGIMiddleware`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [...exitEvidence(container), ...exchangeEvidence(container), ...tracebackLines(symptoms, fatal)],
      explains: ['unhandled-exception', 'probe-failed', 'startup-failed', 'worker-crash-loop'],
      ...(isOpen ? { fix: addedOption(server, '--interface', 'wsgi') } : {}),
    };
  },
  examples: [
    {
      title: 'a WSGI application on uvicorn',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: requestTraceback(
          '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/middleware/asgi2.py", line 14, in __call__',
          '    instance = self.app(scope)',
          '               ^^^^^^^^^^^^^^^',
          "TypeError: Flask.__call__() missing 1 required positional argument: 'start_response'",
        ),
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['500'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--interface", "wsgi"]',
    },
  ],
  confusions: [
    {
      title: 'the other way round',
      is: 'wsgi-worker-for-asgi-app',
      dockerfile: servedBy('["gunicorn", "app:app", "--bind", "0.0.0.0:8000"]'),
      saw: {
        log: requestTraceback(
          '  File "/usr/local/lib/python3.11/dist-packages/gunicorn/workers/sync.py", line 184, in handle_request',
          '    respiter = self.wsgi(environ, resp.start_response)',
          "TypeError: FastAPI.__call__() missing 1 required positional argument: 'send'",
        ),
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['500'],
      },
    },
  ],
};
