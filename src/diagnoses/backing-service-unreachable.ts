import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, logLines, tracebackLines } from '../symptoms/evidence.ts';
import { importTraceback, lifespanTraceback, requirements, servedBy } from './example.ts';
import { unreachedService } from '../symptoms/python/unreached-service.ts';
import { ownPlace } from '../symptoms/place.ts';
import { startPlace } from '../symptoms/start.ts';

export const backingServiceUnreachable: Diagnosis = {
  id: 'backing-service-unreachable',
  blames: 'setup',
  summary: 'the application needs a database or another service that the trial does not have',
  why: 'The application connects while it starts, and nothing answers where it looks: the service is not part of the trial, or goes by another name there. 127.0.0.1 is the container itself.',
  references: ['https://docs.github.com/en/actions/using-containerized-services/about-service-containers'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    const unreached = unreachedService(symptoms);
    if (unreached === undefined) return;
    const { service, address, location, lines } = unreached;
    const own = fatal === undefined ? undefined : ownPlace(fatal, facts);
    const place = own?.location ?? location ?? startPlace(facts);
    const where = address === undefined ? '' : ` at \`${address}\``;
    yield {
      headline: fittingHeadline(`it reaches no ${service}${where}`, `it reaches no ${service}`),
      title: fittingTitle(`the application reaches no ${service}${where}`, `the application reaches no ${service}`),
      why: /^(?:127\.|localhost|::1)/.test(address ?? '')
        ? 'Inside a container that address is the container itself, where nothing of the kind runs.'
        : 'Nothing answers there: the service is not part of the trial.',
      advice:
        "Start the service as one of the job's `services:`, join its network with `run-network`, and give its address with `env`, both under `with:`; or let the application start without it.",
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...(container === undefined ? [] : exitEvidence(container)),
        ...(fatal === undefined ? logLines(symptoms, lines) : tracebackLines(symptoms, fatal)),
      ],
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'a connection in the lifespan is refused',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': `${'\n'.repeat(9)}    with socket.create_connection(("127.0.0.1", 5432), timeout=5):\n`,
      },
      saw: {
        exitCode: 3,
        log: lifespanTraceback(
          '  File "/app/app.py", line 10, in lifespan',
          '    with socket.create_connection(("127.0.0.1", 5432), timeout=5):',
          '         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
          '  File "/usr/lib/python3.11/socket.py", line 836, in create_connection',
          '    sock.connect(sa)',
          'ConnectionRefusedError: [Errno 111] Connection refused',
        ),
      },
      place: 'app.py:10',
    },
    {
      title: 'an entrypoint script tries it by a line of Python, and gives up',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace('CMD', 'ENTRYPOINT ["/app/entry.sh"]\nCMD'),
      files: {
        'requirements.txt': requirements,
        'entry.sh':
          '#!/bin/sh\nset -e\npython -c "import socket; socket.create_connection((\'database\', 5432), 1)"\nexec "$@"\n',
      },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "<string>", line 1, in <module>',
          '  File "/usr/lib/python3.11/socket.py", line 962, in getaddrinfo',
          '    for res in _socket.getaddrinfo(host, port, family, type, proto, flags):',
          'socket.gaierror: [Errno -2] Name or service not known',
          'the database never came up',
        ],
      },
      place: 'entry.sh:3',
    },
    {
      title: 'the name of the database is not known',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'socket.create_connection(("db", 5432), timeout=5)\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    socket.create_connection(("db", 5432), timeout=5)',
          '  File "/usr/lib/python3.11/socket.py", line 962, in getaddrinfo',
          '    for res in _socket.getaddrinfo(host, port, family, type, proto, flags):',
          'socket.gaierror: [Errno -2] Name or service not known',
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'MySQL, by the words of its driver and of SQLAlchemy',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'engine.connect()\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    engine.connect()',
          '  File "/usr/local/lib/python3.11/dist-packages/pymysql/connections.py", line 754, in connect',
          '    raise exc',
          `sqlalchemy.exc.OperationalError: (pymysql.err.OperationalError) (2003, "Can't connect to MySQL server on 'mysql' ([Errno -2] Name or service not known)")`,
          '(Background on this error at: https://sqlalche.me/e/21/e3q8)',
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'Kafka, which names no error of the system',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': '    await producer.start()\n' },
      saw: {
        exitCode: 3,
        log: lifespanTraceback(
          '  File "/app/app.py", line 1, in lifespan',
          '    await producer.start()',
          "aiokafka.errors.KafkaConnectionError: KafkaConnectionError: Unable to bootstrap from [('kafka', 9092, <AddressFamily.AF_UNSPEC: 0>)]",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'the start waits for a database that never comes',
      dockerfile: servedBy(
        'until nc -z db 5432; do echo "waiting for db:5432"; sleep 1; done; exec uvicorn app:app --host 0.0.0.0',
      ),
      files: { 'requirements.txt': requirements },
      saw: {
        log: ['waiting for db:5432', 'waiting for db:5432', 'waiting for db:5432'],
        waitedMs: 60_000,
        lastLineAtMs: 59_000,
        ended: 'deadline',
        answers: ['reset'],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'the application says so itself, and ends',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        exitCode: 1,
        log: [
          'cannot reach the database: connection to server at "db" (172.18.0.2), port 5432 failed: Connection refused',
        ],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'it serves, on the loopback, and what it sends its traces to is not there',
      is: 'loopback-host',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: [
          'INFO:     Application startup complete.',
          'WARNING: traces are lost: [Errno 111] Connection refused',
          'WARNING: traces are lost: [Errno 111] Connection refused',
        ],
        listening: ['127.0.0.1:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
    {
      title: 'its own port is taken: that is no service',
      is: 'port-in-use-in-container',
      dockerfile: servedBy('["python", "app.py"]'),
      files: { 'app.py': 'server.bind(("0.0.0.0", 8000))\n' },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 1, in <module>',
          '    server.bind(("0.0.0.0", 8000))',
          'OSError: [Errno 98] Address already in use',
        ],
      },
    },
  ],
};
