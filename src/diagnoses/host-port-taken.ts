import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';

/** Of Docker 20 to 28, its userland proxy, and Docker Desktop. */
const signs: readonly RegExp[] = [
  /Bind for (?<address>[\w.:[\]]+:\d+) failed: port is already allocated/,
  /failed to bind host port(?: for)? (?<address>[\w.:[\]]+?:\d+)\S*: .*address already in use/,
  /Error starting userland proxy: listen \w+ (?<address>[\w.:[\]]+:\d+): bind: address already in use/,
  /ports are not available: exposing port TCP (?<address>[\w.:[\]]+:\d+)/,
];

export const hostPortTaken: Diagnosis = {
  id: 'host-port-taken',
  blames: 'setup',
  summary: 'the port of the host that should be published is in use',
  why: 'Another container or another program of the runner listens there. Docker makes the container and does not start it; the image itself is not tried.',
  references: ['https://docs.docker.com/engine/network/port-publishing/'],
  moments: ['create'],
  *recognise({ container }) {
    if (container === undefined) return;
    const text = `${container.create.stderr}\n${container.state?.error ?? ''}`;
    const address = signs.map((sign) => sign.exec(text)?.groups?.['address']).find((found) => found !== undefined);
    if (address === undefined) return;
    const port = address.slice(address.lastIndexOf(':') + 1);
    yield {
      headline: `port ${port} of the host is in use`,
      title: `docker cannot publish \`${address}\`: it is in use on the host`,
      why: 'Another container or another program of the runner listens there; the image is not to blame.',
      advice: `End that one before, or publish another port: \`publish: 0:${container.port}\` under \`with:\` takes a free one.`,
      evidence: exitEvidence(container),
    };
  },
  examples: [
    {
      title: 'another container has it',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        create: {
          exitCode: 125,
          stderr:
            'docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint sea-trial (4f2a): Bind for 0.0.0.0:8000 failed: port is already allocated',
        },
        ended: 'not-started',
      },
    },
    {
      title: 'a program of the host has it',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        create: {
          exitCode: 125,
          stderr:
            'docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint sea-trial (4f2a): failed to bind host port for 127.0.0.1:18999:172.17.0.2:8000/tcp: address already in use',
        },
        ended: 'not-started',
      },
    },
  ],
  confusions: [
    {
      title: 'the port is in use inside the container',
      is: 'port-in-use-in-container',
      dockerfile: servedBy('["sh", "-c", "uvicorn app:app & uvicorn app:app"]'),
      saw: {
        exitCode: 1,
        log: [
          "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use",
        ],
      },
    },
  ],
};
