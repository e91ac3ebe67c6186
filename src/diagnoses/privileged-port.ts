import type { Diagnosis } from './diagnosis.ts';
import { bindFailure } from '../symptoms/start/bind-failure.ts';
import { endEvidence, logLines } from '../symptoms/evidence.ts';
import { application, lifespanEnd, requirements, startedBy } from './example.ts';
import { serverName, startPlace, tcpAddresses } from '../symptoms/start.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };
const uvicorn = startedBy('USER 1000', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "80"]');

export const privilegedPort: Diagnosis = {
  id: 'privileged-port',
  blames: 'image',
  summary: 'the server may not listen on its port: it is below 1024, and the user is not root',
  why: "Ports below 1024 are root's. Docker opens them to everyone by default; Kubernetes, Podman and a container with `net.ipv4.ip_unprivileged_port_start` set back do not.",
  references: ['https://docs.docker.com/reference/cli/docker/container/run/#sysctl'],
  moments: ['exit', 'silent'],
  *recognise(symptoms) {
    const { facts, moment, gaveUp } = symptoms;
    const failure = bindFailure(symptoms);
    const port =
      failure?.port ?? tcpAddresses(facts).find((each) => each.port.kind === 'given' && each.port.value < 1024)?.port;
    const number = typeof port === 'number' ? port : port?.kind === 'given' ? port.value : undefined;
    if (failure?.kind !== 'forbidden' || (moment === 'silent' && !gaveUp)) return;
    if (number === undefined || number === 0 || number >= 1024) return;
    const name = serverName(symptoms);
    const given = tcpAddresses(facts).find((each) => each.port.kind === 'given' && each.port.value === number)?.port;
    const place = given?.kind === 'given' ? given.source.location : startPlace(facts);
    yield {
      headline: `${name} may not listen on port ${number}`,
      title: `${name} may not listen on port ${number}, which only root may have here`,
      why: 'Ports below 1024 are kept for root, and the process runs as another user.',
      advice: `Let it listen on a port from 1024 upwards, such as 8000, and publish that one as ${number}: \`publish: ${number}:8000\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [...endEvidence(symptoms, 1), ...logLines(symptoms, [failure.line])],
      explains: ['startup-failed', 'write-permission-denied'],
    };
  },
  examples: [
    {
      title: 'uvicorn',
      dockerfile: uvicorn,
      files,
      saw: {
        exitCode: 3,
        log: lifespanEnd(
          "ERROR:    [Errno 13] error while attempting to bind on address ('0.0.0.0', 80): permission denied",
        ),
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'granian, which does not say the port',
      dockerfile: startedBy(
        'USER 1000',
        'CMD ["granian", "--interface", "asgi", "--host", "0.0.0.0", "--port", "80", "app:app"]',
      ),
      files,
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/granian", line 8, in <module>',
          '    sys.exit(entrypoint())',
          '  File "/usr/local/lib/python3.11/dist-packages/granian/server/common.py", line 329, in _init_shared_socket',
          '    self._ssp.build()',
          'RuntimeError: Permission denied (os error 13)',
        ],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'something else has the port',
      is: 'port-in-use-in-container',
      dockerfile: uvicorn,
      files,
      saw: {
        exitCode: 3,
        log: lifespanEnd(
          "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 80): address already in use",
        ),
      },
    },
    {
      title: 'a file may not be read, which has the same number',
      is: 'read-permission-denied',
      dockerfile: uvicorn,
      files: { ...files, 'app.py': 'open("/etc/shadow")\n' },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/uvicorn", line 8, in <module>',
          '    sys.exit(main())',
          '  File "/app/app.py", line 1, in <module>',
          '    open("/etc/shadow")',
          "PermissionError: [Errno 13] Permission denied: '/etc/shadow'",
        ],
      },
    },
  ],
};
