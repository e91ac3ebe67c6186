import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { bindFailure } from '../symptoms/start/bind-failure.ts';
import { endEvidence, logLines } from '../symptoms/evidence.ts';
import { application, lifespanEnd, requirements, servedBy } from './example.ts';
import { findCallArgument } from '../symptoms/python/python-call.ts';
import { serverName, startPlace, tcpAddresses } from '../symptoms/start.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };

export const unbindableHost: Diagnosis = {
  id: 'unbindable-host',
  blames: 'image',
  summary: 'the server is to listen on an address that the container does not have',
  why: "A server listens on addresses of its own machine. The host's or a load balancer's is not the container's, a URL is no address at all, and a name that nobody resolves is none either. In a container `0.0.0.0` is right: all that it has.",
  references: ['https://www.uvicorn.org/settings/#socket-binding'],
  moments: ['exit', 'silent'],
  *recognise(symptoms) {
    const { facts, moment, gaveUp } = symptoms;
    const failure = bindFailure(symptoms);
    if (failure === undefined || (moment === 'silent' && !gaveUp)) return;
    if (failure.kind !== 'no-such-address' && failure.kind !== 'unknown-host') return;
    const name = serverName(symptoms);
    const hosts = tcpAddresses(facts).map(({ host }) => host);
    const given = hosts.find(
      (each) => each.kind === 'given' && (failure.host === undefined || each.value === failure.host),
    );
    const inSource = given === undefined ? findCallArgument(facts, 'host', (each) => each === failure.host) : undefined;
    const source =
      given?.kind === 'given' ? given.source : inSource === undefined ? undefined : { ...inSource, literal: true };
    const value = failure.host ?? (given?.kind === 'given' ? given.value : undefined);
    const place = source?.location ?? startPlace(facts);
    const address = value === undefined ? 'its address' : `\`${value}\``;
    yield {
      headline: fittingHeadline(`${name} cannot listen on ${address}`, `${name} cannot listen on its address`),
      title: fittingTitle(
        `${name} cannot listen on ${address}: ${failure.kind === 'unknown-host' ? 'it is no address' : 'the container has no such address'}`,
        `${name} cannot listen on the address that it is told`,
      ),
      why:
        failure.kind === 'unknown-host'
          ? 'It is neither an address nor a name that the container can resolve.'
          : 'The container has its own addresses, not those of the host or of another machine.',
      advice: 'Let it listen on `0.0.0.0`: all addresses of the container.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [...endEvidence(symptoms, 1), ...logLines(symptoms, [failure.line])],
      explains: ['startup-failed', 'backing-service-unreachable'],
      ...(source?.literal === true
        ? {
            fix: {
              title: 'Listen on all addresses of the container',
              safety: 'safe',
              edits: [{ location: source.location, text: '0.0.0.0' }],
            },
          }
        : {}),
    };
  },
  examples: [
    {
      title: 'an address of the host',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "192.168.1.10"]'),
      files,
      saw: {
        exitCode: 3,
        log: lifespanEnd(
          "ERROR:    [Errno 99] error while attempting to bind on address ('192.168.1.10', 8000): cannot assign requested address",
        ),
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'a URL',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "http://0.0.0.0"]'),
      files,
      saw: { exitCode: 3, log: lifespanEnd('ERROR:    [Errno -2] Name or service not known') },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'gunicorn, which tries five times',
      dockerfile: servedBy('["gunicorn", "app:app", "-b", "10.9.9.9:8000"]'),
      files,
      saw: {
        exitCode: 1,
        log: [
          "[2026-11-24 11:57:38 +0000] [1] [ERROR] Invalid address: ('10.9.9.9', 8000)",
          "[2026-11-24 11:57:38 +0000] [1] [ERROR] connection to ('10.9.9.9', 8000) failed: [Errno 99] Cannot assign requested address",
          "[2026-11-24 11:57:39 +0000] [1] [ERROR] Can't connect to ('10.9.9.9', 8000)",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["gunicorn", "app:app", "-b", "0.0.0.0:8000"]',
    },
    {
      title: 'granian',
      dockerfile: servedBy('["granian", "--interface", "asgi", "--host", "http://0.0.0.0", "app:app"]'),
      files,
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/granian", line 8, in <module>',
          '    sys.exit(entrypoint())',
          '  File "/usr/local/lib/python3.11/dist-packages/granian/server/common.py", line 327, in _init_shared_socket',
          '    self._ssp = SocketSpec(self.bind_addr, self.bind_port, self.backlog)',
          'ValueError: invalid IP address syntax',
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["granian", "--interface", "asgi", "--host", "0.0.0.0", "app:app"]',
    },
    {
      title: 'told by the application itself',
      dockerfile: servedBy('["python", "app.py"]'),
      files: {
        ...files,
        'app.py': `import uvicorn\n\n${application}\nuvicorn.run(app, host="10.9.9.9", port=8000)\n`,
      },
      saw: {
        exitCode: 3,
        log: lifespanEnd(
          "ERROR:    [Errno 99] error while attempting to bind on address ('10.9.9.9', 8000): cannot assign requested address",
        ),
      },
      place: 'app.py:12',
      fixed: 'uvicorn.run(app, host="0.0.0.0", port=8000)',
    },
  ],
  confusions: [
    {
      title: 'a variable that nobody replaces',
      is: 'variable-in-exec-form',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "$HOST"]'),
      files,
      saw: { exitCode: 3, log: lifespanEnd('ERROR:    [Errno -2] Name or service not known') },
    },
    {
      title: 'the name of a service that the application calls',
      is: 'backing-service-unreachable',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { ...files, 'app.py': 'import socket\nsocket.create_connection(("db", 5432))\n' },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/uvicorn", line 8, in <module>',
          '    sys.exit(main())',
          '  File "/app/app.py", line 2, in <module>',
          '    socket.create_connection(("db", 5432))',
          '  File "/usr/lib/python3.11/socket.py", line 827, in create_connection',
          '    for res in getaddrinfo(host, port, 0, SOCK_STREAM):',
          '               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
          'socket.gaierror: [Errno -2] Name or service not known',
        ],
      },
    },
  ],
};
