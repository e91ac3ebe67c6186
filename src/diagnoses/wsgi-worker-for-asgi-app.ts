import type { Facts } from '../facts/facts.ts';
import type { Fix, Location } from '../finding.ts';
import { exchangeEvidence, exitEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { missingArgument } from '../symptoms/build/missing-argument.ts';
import { serverName, serverOf, startPlace } from '../symptoms/start.ts';
import { innermost } from '../traceback/traceback.ts';
import { addedOption } from './added-option.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requestTraceback, requirements, servedBy } from './example.ts';

export const wsgiWorkerForAsgiApp: Diagnosis = {
  id: 'wsgi-worker-for-asgi-app',
  blames: 'image',
  summary: 'the application is one of ASGI, and the server calls it as one of WSGI',
  why: 'gunicorn without a worker class, and granian without an interface in older versions, call every application as WSGI asks. FastAPI and Starlette then lack `send`, and every request is answered with 500.',
  references: [
    'https://www.uvicorn.org/deployment/#gunicorn',
    'https://docs.gunicorn.org/en/stable/settings.html#worker-class',
  ],
  moments: ['answer', 'exit', 'silent'],
  *recognise(symptoms) {
    const { facts, container } = symptoms;
    if (container === undefined || symptoms.fatal === undefined) return;
    const fatal = innermost(symptoms.fatal);
    if (!missingArgument(fatal, 'send')) return;
    const remedy = remedyOf(facts);
    const place = remedy.location ?? startPlace(facts);
    const name = serverName(symptoms);
    yield {
      headline: `${name} calls an ASGI application as one of WSGI`,
      title: `the application is one of ASGI, and ${name} calls it as one of WSGI`,
      why: 'It wants `receive` and `send`, which a server of WSGI does not give.',
      advice: remedy.advice,
      ...(place === undefined ? {} : { location: place }),
      evidence: [...exitEvidence(container), ...exchangeEvidence(container), ...tracebackLines(symptoms, fatal)],
      explains: ['unhandled-exception', 'probe-failed', 'startup-failed', 'worker-crash-loop'],
      ...(remedy.fix === undefined ? {} : { fix: remedy.fix }),
    };
  },
  examples: [
    {
      title: 'gunicorn without a worker class',
      dockerfile: servedBy('["gunicorn", "app:app", "--bind", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': `${requirements}gunicorn==27.0.1\n` },
      saw: {
        log: [
          '[2026-11-24 12:11:52 +0000] [8] [ERROR] Error handling request GET /',
          'Traceback (most recent call last):',
          '  File "/usr/local/lib/python3.11/dist-packages/gunicorn/workers/sync.py", line 141, in handle',
          '    self.handle_request(listener, req, client, addr)',
          '  File "/usr/local/lib/python3.11/dist-packages/gunicorn/workers/sync.py", line 184, in handle_request',
          '    respiter = self.wsgi(environ, resp.start_response)',
          '               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
          "TypeError: FastAPI.__call__() missing 1 required positional argument: 'send'",
        ],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['500'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["gunicorn", "app:app", "--bind", "0.0.0.0:8000", "--worker-class", "asgi"]',
    },
    {
      title: 'gunicorn beside the worker of uvicorn, which nobody named',
      dockerfile: servedBy('gunicorn app:app --bind 0.0.0.0:8000 -k gthread'),
      files: { 'requirements.txt': `${requirements}gunicorn==23.0.0\nuvicorn-worker==0.3.0\n` },
      saw: {
        log: requestTraceback(
          '  File "/usr/local/lib/python3.11/site-packages/gunicorn/workers/gthread.py", line 334, in handle_request',
          '    respiter = self.wsgi(environ, resp.start_response)',
          "TypeError: Starlette.__call__() missing 1 required positional argument: 'send'",
        ),
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['500'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD gunicorn app:app --bind 0.0.0.0:8000 -k uvicorn_worker.UvicornWorker',
    },
    {
      title: 'granian, told to speak WSGI',
      dockerfile: servedBy('["granian", "--interface", "wsgi", "--host", "0.0.0.0", "app:app"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: requestTraceback(
          '  File "/usr/local/lib/python3.11/site-packages/granian/wsgi.py", line 40, in callback_wrapper',
          '    rv = callback(scope, resp)',
          "TypeError: FastAPI.__call__() missing 1 required positional argument: 'send'",
        ),
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['500'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["granian", "--interface", "asgi", "--host", "0.0.0.0", "app:app"]',
    },
  ],
  confusions: [
    {
      title: 'the code that answers lacks an argument of that name',
      is: 'unhandled-exception',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': `${'\n'.repeat(7)}    deliver(1)\n` },
      saw: {
        log: requestTraceback(
          '  File "/app/app.py", line 8, in welcome',
          '    deliver(1)',
          "TypeError: deliver() missing 1 required positional argument: 'send'",
        ),
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['500'],
      },
    },
  ],
};

interface Remedy {
  readonly advice: string;
  readonly location?: Location;
  readonly fix?: Fix;
}

function remedyOf(facts: Facts): Remedy {
  const server = serverOf(facts);
  if (server?.server === 'granian')
    return given(
      server.interface,
      'asgi',
      'interface',
      () => addedOption(server, '--interface', 'asgi'),
      server.program.location,
    );
  if (server?.server !== 'gunicorn') return { advice: 'Start it by a server of ASGI, such as uvicorn.' };
  const worker = workerFor(facts);
  if (worker === undefined) {
    return {
      advice:
        'Add `uvicorn-worker` to the requirements and `-k uvicorn_worker.UvicornWorker` to the command; gunicorn 25 and newer have `-k asgi` of their own.',
      location: server.program.location,
    };
  }
  return given(
    server.workerClass,
    worker,
    'worker class',
    () => addedOption(server, '--worker-class', worker),
    server.program.location,
  );
}

/** The value where one is written, else the option that is missing. */
function given(
  setting:
    | { readonly kind: string; readonly source?: { readonly location: Location; readonly literal: boolean } }
    | undefined,
  value: string,
  what: string,
  added: () => Fix,
  program: Location,
): Remedy {
  const source = setting?.kind === 'given' ? setting.source : undefined;
  if (source === undefined) {
    const fix = added();
    return { advice: `${fix.title}.`, location: program, fix };
  }
  const title = `Make the ${what} \`${value}\``;
  const { location, literal } = source;
  return {
    advice: `${title}.`,
    location,
    ...(literal ? { fix: { title, safety: 'safe', edits: [{ location, text: value }] } } : {}),
  };
}

/** The first version of gunicorn that serves ASGI by itself. */
const firstWithAsgi = 25;

/** What is installed anyway; undefined where nothing that is known is. */
function workerFor(facts: Facts): string | undefined {
  if (facts.python.declared('uvicorn-worker').length > 0) return 'uvicorn_worker.UvicornWorker';
  const version = facts.python
    .declared('gunicorn')
    .map(({ specifier }) => /(?:==|>=|~=)\s*(\d+)/.exec(specifier)?.[1])
    .find(Boolean);
  return version !== undefined && Number(version) >= firstWithAsgi ? 'asgi' : undefined;
}
