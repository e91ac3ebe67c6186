import { locationOf } from '../dockerfile/location.ts';
import type { Facts } from '../facts/facts.ts';
import type { Evidence, Location } from '../finding.ts';
import type { ContainerObservation } from '../observation.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { application, requirements, servedBy } from './example.ts';

const withHealthCheck = (command: string): string =>
  servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]').replace(
    /^EXPOSE.*$/m,
    `HEALTHCHECK CMD ${command}`,
  );

export const brokenHealthcheck: Diagnosis = {
  id: 'broken-healthcheck',
  blames: 'image',
  summary: 'the server serves, and its health check fails',
  why: 'Docker runs the check for the first time after half a minute, so nobody sees it when the image is built. A trial runs it at once, in the same words, in the container that has just answered.',
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  moments: ['serve'],
  *recognise({ container, facts }) {
    const failed = container === undefined ? undefined : failedRun(container);
    if (container === undefined || failed === undefined) return;
    const place = healthcheckPlace(facts) ?? startPlace(facts);
    const reason = reasonOf(failed.output, failed.exitCode);
    yield {
      headline: 'its health check fails while it serves',
      title: `the health check ends with ${failed.timedOut === true ? 'no answer in time' : `exit code ${failed.exitCode}`}, and the server serves`,
      why: `${reason.why} Docker then calls the container unhealthy for ever.`,
      advice: reason.advice,
      ...(place === undefined ? {} : { location: place }),
      evidence: [evidenceOf(container, failed)],
      severity: 'warning',
    };
  },
  examples: [
    {
      title: 'curl is not in the image',
      dockerfile: withHealthCheck('curl --fail http://localhost:8000/ || exit 1'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        healthCheck: {
          test: 'curl --fail http://localhost:8000/ || exit 1',
          exitCode: 1,
          output: '/bin/sh: 1: curl: not found',
        },
      },
      place: 'Dockerfile:6',
    },
    {
      title: 'a path that is not there',
      dockerfile: withHealthCheck(
        'python -c "import urllib.request as r; r.urlopen(\'http://127.0.0.1:8000/health\')"',
      ),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        healthCheck: {
          test: 'python -c "import urllib.request as r; r.urlopen(\'http://127.0.0.1:8000/health\')"',
          exitCode: 1,
          output:
            'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nurllib.error.HTTPError: HTTP Error 404: Not Found',
        },
      },
      place: 'Dockerfile:6',
    },
    {
      title: 'another port',
      dockerfile: withHealthCheck('wget -q --spider http://127.0.0.1:8080/'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        healthCheck: {
          test: 'wget -q --spider http://127.0.0.1:8080/',
          exitCode: 4,
          output: "wget: can't connect to remote host (127.0.0.1): Connection refused",
        },
      },
      place: 'Dockerfile:6',
    },
  ],
  confusions: [
    {
      title: 'a check that passes',
      is: undefined,
      dockerfile: withHealthCheck('curl --fail http://localhost:8000/'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        healthCheck: { test: 'curl --fail http://localhost:8000/', exitCode: 0, output: '{}' },
      },
    },
    {
      title: 'the engine itself could not start a process in the container',
      is: undefined,
      dockerfile: withHealthCheck('curl --fail http://localhost:8000/'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        healthCheck: {
          test: 'curl --fail http://localhost:8000/',
          exitCode: 1,
          output: 'Error response from daemon: container 4f2a is not running',
        },
      },
    },
  ],
};

interface FailedRun {
  readonly exitCode: number;
  readonly output: string;
  readonly timedOut?: boolean;
}

/** Ours, else the last that docker ran while the container was under trial. */
function failedRun({ healthCheck, state }: ContainerObservation): FailedRun | undefined {
  const run = healthCheck ?? (state?.health?.status === 'unhealthy' ? state.health.log.at(-1) : undefined);
  if (run === undefined || run.exitCode === 0 || /^(?:Error response from daemon|Cannot connect)/.test(run.output))
    return undefined;
  return run;
}

function reasonOf(output: string, exitCode: number): { readonly why: string; readonly advice: string } {
  const missing =
    /(?:^|: )(?:\d+: )?["']?([\w./-]+)["']?: (?:command )?not found|exec: "([^"]+)": executable file not found|stat (\S+): no such file/m.exec(
      output,
    );
  const program = missing?.[1] ?? missing?.[2] ?? missing?.[3];
  if (program !== undefined || exitCode === 127)
    return {
      why:
        program === undefined
          ? 'The image does not have the program that it calls.'
          : `The image does not have \`${program}\`.`,
      advice:
        'Ask by Python, which is there: `python -c "import urllib.request as r; r.urlopen(\'http://127.0.0.1:8000/\')"`.',
    };
  if (/Connection refused|Failed to connect|Could not connect|can't connect/i.test(output))
    return { why: 'Nobody listens where it asks.', advice: 'Let the check ask the port that the server listens on.' };
  const status = /HTTP Error (\d{3})|returned error: (\d{3})|HTTP\/[\d.]+ (\d{3})|ERROR (\d{3})/.exec(output);
  const code = status?.slice(1).find((group) => group !== undefined);
  if (code !== undefined)
    return { why: `It is answered with ${code}.`, advice: 'Let the check ask a path that answers 200 to everybody.' };
  if (output === '')
    return {
      why: 'It says nothing of why.',
      advice: 'Run it in the container (`docker exec`), and correct what fails.',
    };
  return { why: 'Its own words are in the evidence.', advice: 'Correct the command of HEALTHCHECK.' };
}

function healthcheckPlace(facts: Facts): Location | undefined {
  const instruction = facts.imageInstructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK');
  return instruction === undefined ? undefined : locationOf(facts.dockerfile, instruction.span);
}

function evidenceOf({ image }: ContainerObservation, { exitCode, output }: FailedRun): Evidence {
  const [, ...words] = image.healthcheck?.test ?? [];
  return { kind: 'command', argv: words, exitCode, tail: output.split('\n').slice(-6).join('\n') };
}
