import type { Diagnosis } from './diagnosis.ts';
import { bindFailure } from '../symptoms/start/bind-failure.ts';
import { endEvidence, logLines } from '../symptoms/evidence.ts';
import { application, lifespanEnd, requirements, servedBy } from './example.ts';
import { serverName, startPlace } from '../symptoms/start.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };
const twice = servedBy('["sh", "-c", "uvicorn app:app --host 0.0.0.0 & exec uvicorn app:app --host 0.0.0.0"]');
const said = "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use";

export const portInUseInContainer: Diagnosis = {
  id: 'port-in-use-in-container',
  blames: 'image',
  summary: 'two programs of the container want the same port, and the second ends',
  why: 'Each container has ports of its own, so only another program of this very container can have it: the server is started twice, by an entrypoint and by CMD for one, or the application starts another server beside it.',
  references: ['https://docs.docker.com/engine/containers/multi-service_container/'],
  moments: ['exit', 'silent', 'answer', 'stop'],
  *recognise(symptoms) {
    const { facts, moment, gaveUp, container } = symptoms;
    const failure = bindFailure(symptoms);
    if (failure?.kind !== 'in-use' || (moment === 'silent' && !gaveUp)) return;
    // What answered was the other program: it is this only where the server ended of it, on the port that was asked.
    const answered = moment === 'answer' || moment === 'stop';
    if (answered && (failure.port !== container?.port || (container?.state?.exitCode ?? 0) === 0)) return;
    const name = serverName(symptoms);
    const place = startPlace(facts);
    const port = failure.port === undefined ? 'its port' : `port ${failure.port}`;
    yield {
      headline: `another program of the container has ${port}`,
      title: `${name} cannot listen: another program of the container has ${port}`,
      why: 'No program outside the container can have it: it is started twice, or something starts before it on the same port.',
      advice: 'Start the server once, and give each other program of the container a port of its own.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [...endEvidence(symptoms, 1), ...logLines(symptoms, [failure.line])],
      explains: ['startup-failed', 'probe-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'started twice',
      dockerfile: twice,
      files,
      saw: { exitCode: 3, log: lifespanEnd(said) },
      place: 'Dockerfile:7',
    },
    {
      title: 'another program answers in the place of the server',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: {
        exitCode: 3,
        log: ['172.17.0.1 - - [24/Nov/2026 13:32:45] "GET / HTTP/1.1" 501 -', ...lifespanEnd(said)],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['501'],
        stop: { exitCode: 3, ms: 600 },
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'hypercorn',
      dockerfile: servedBy('["sh", "-c", "python -m http.server 8000 & exec hypercorn app:app -b 0.0.0.0:8000"]'),
      files,
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/hypercorn", line 8, in <module>',
          '    sys.exit(main())',
          '  File "/usr/local/lib/python3.11/dist-packages/hypercorn/config.py", line 275, in _create_sockets',
          '    sock.bind(binding)',
          'OSError: [Errno 98] Address already in use',
        ],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'gunicorn, which tries five times',
      dockerfile: servedBy('["sh", "-c", "python -m http.server 8000 & exec gunicorn app:app -b 0.0.0.0:8000"]'),
      files,
      saw: {
        exitCode: 1,
        log: [
          "[2026-11-24 11:58:01 +0000] [1] [ERROR] Connection in use: ('0.0.0.0', 8000)",
          "[2026-11-24 11:58:01 +0000] [1] [ERROR] connection to ('0.0.0.0', 8000) failed: [Errno 98] Address already in use",
          "[2026-11-24 11:58:02 +0000] [1] [ERROR] Can't connect to ('0.0.0.0', 8000)",
        ],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'the port of the host is in use',
      is: 'host-port-taken',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: {
        create: {
          exitCode: 125,
          stderr: 'docker: Error response from daemon: … Bind for 0.0.0.0:8000 failed: port is already allocated',
        },
        ended: 'not-started',
      },
    },
  ],
};
