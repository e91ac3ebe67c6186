import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };
const dockerfile = servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]');

/** What docker says when the request itself is wrong, by the input to change. Ports and images in use are other causes. */
const sentences: readonly (readonly [string, RegExp])[] = [
  ['env-file', /open (?<what>\S*env\S*): no such file or directory|invalid env file \((?<file>[^)]+)\)/i],
  ['publish', /invalid (?:containerPort|hostPort|port specification|IP address|proto|port range)s?:? ?(?<what>.*)/i],
  [
    'run-network',
    /network (?<what>\S+) not found|joining network namespace|network-scoped alias|network backend not found/,
  ],
  [
    'run-options',
    /^unknown (?:shorthand )?flag: (?<what>.+)|invalid argument (?<value>"[^"]*" for "[^"]*" flag)|flag needs an argument: (?<flag>.+)/m,
  ],
  ['run-options', /bind source path does not exist: (?<what>\S+)/],
  ['run-options', /(?<what>could not select device driver.*)|unknown or invalid runtime name: (?<name>\S+)/],
  ['run-options', /unable to find (?:user|group) (?<what>[^:]+): no matching entries/],
  ['run-options', /no command specified|(?:No such container|could not get container for) ?:? ?(?<what>\S+)/],
  [
    'run-options',
    /(?<what>invalid (?:mount|mode|volume|CapAdd|CapDrop|tmpfs|pull|restart|log opt|reference|isolation|ulimit|endpoint|config|seccomp|sysctl)[^\n]*|Minimum mem\w+ limit[^\n]*|range of CPUs[^\n]*|Requested CPUs[^\n]*|[Cc]onflicting options[^\n]*|error gathering device information[^\n]*|error looking up logging plugin[^\n]*|includes invalid characters for a local volume name[^\n]*|the working directory '[^']*' is invalid[^\n]*|opening seccomp profile[^\n]*|open [^\n]*: no such file or directory|Duplicate mount point[^\n]*|sysctl '[^']*' is not allowed[^\n]*|must be absolute[^\n]*|Invalid container name[^\n]*|cannot be used with[^\n]*)/,
  ],
];

export const runOptionInvalid: Diagnosis = {
  id: 'run-option-invalid',
  blames: 'setup',
  summary: 'docker refuses an option that the trial was told to start the container with',
  why: 'Before the image is tried at all, docker reads the options: ports, environment files, networks, volumes, limits. One of them is misspelt, names what is not there, or asks for what this machine does not have.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/'],
  moments: ['create'],
  *recognise(symptoms) {
    const { container } = symptoms;
    const found = refusedOption(symptoms);
    if (container === undefined || found === undefined) return;
    const { input, line, what } = found;
    yield {
      headline: fittingHeadline(
        `docker refuses \`${input}\`: \`${what ?? line}\``,
        `docker refuses what \`${input}\` says`,
      ),
      title: fittingTitle(
        `docker refuses what \`${input}\` says: \`${line.replaceAll('`', "'")}\``,
        `docker refuses what \`${input}\` says: \`${what ?? line}\``,
        `docker refuses what \`${input}\` says`,
      ),
      why: `The image was not tried. docker said: \`${line.replaceAll('`', "'")}\`.`,
      advice: `Correct \`${input}\` under \`with:\`; \`docker run --help\` lists what there is.`,
      evidence: exitEvidence(container),
      explains: ['no-command', 'unknown-user'],
    };
  },
  examples: [
    {
      title: 'a flag that does not exist',
      dockerfile,
      files,
      saw: {
        create: {
          exitCode: 125,
          stderr: 'unknown flag: --memry\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\n',
        },
        options: ['--memry', '64m'],
        ended: 'not-started',
      },
    },
    {
      title: 'an environment file that is not there',
      dockerfile,
      files,
      saw: {
        create: { exitCode: 125, stderr: 'docker: open .env.ci: no such file or directory\n' },
        options: ['--env-file=.env.ci'],
        ended: 'not-started',
      },
    },
    {
      title: 'a folder of the host that is not there',
      dockerfile,
      files,
      saw: {
        create: {
          exitCode: 125,
          stderr:
            'docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /srv/data\n',
        },
        options: ['--mount', 'type=bind,src=/srv/data,dst=/data'],
        ended: 'not-started',
      },
    },
    {
      title: 'a network that is not there',
      dockerfile,
      files,
      saw: {
        create: {
          exitCode: 125,
          stderr:
            'docker: Error response from daemon: failed to set up container networking: network backend not found\n',
        },
        stateError: 'failed to set up container networking: network backend not found',
        options: ['--network=backend'],
        ended: 'not-started',
      },
    },
    {
      title: 'a GPU that docker cannot give',
      dockerfile,
      files,
      saw: {
        create: {
          exitCode: 125,
          stderr: 'docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]\n',
        },
        options: ['--gpus', 'all'],
        ended: 'not-started',
      },
    },
  ],
  confusions: [
    {
      title: 'the port is right, and in use',
      is: 'host-port-taken',
      dockerfile,
      files,
      saw: {
        create: {
          exitCode: 125,
          stderr: 'docker: Error response from daemon: … Bind for 0.0.0.0:8000 failed: port is already allocated',
        },
        ended: 'not-started',
      },
    },
    {
      title: "the image's own command is not there",
      is: 'command-not-found',
      dockerfile: servedBy('["caddy", "run"]'),
      files,
      saw: {
        create: {
          exitCode: 127,
          stderr: 'docker: Error response from daemon: … exec: "caddy": executable file not found in $PATH',
        },
        ended: 'not-started',
      },
    },
  ],
};

interface RefusedOption {
  readonly input: string;
  readonly line: string;
  /** The option or the value, where docker quotes it. */
  readonly what: string | undefined;
}

function refusedOption({ container }: Symptoms): RefusedOption | undefined {
  if (container?.create.exitCode !== 125) return undefined;
  const { stderr, argv } = container.create;
  const text = `${stderr}\n${container.state?.error ?? ''}`;
  for (const [input, sentence] of sentences) {
    const match = sentence.exec(text);
    if (match === null) continue;
    // What the image asks for itself is no option: its user, its command.
    if (/unable to find|no command/.test(match[0]) && !argv.some((word) => /^(?:--user|-u|--entrypoint)\b/.test(word)))
      continue;
    const line = stderr.split('\n').find((each) => each.includes(match[0].split('\n')[0] ?? '')) ?? match[0];
    const quoted = Object.values(match.groups ?? {}).find((each) => each !== undefined && each !== '');
    return {
      input,
      line: line.replace(/^docker: (?:Error response from daemon: )?/, '').replace(/[.\s]+$/, ''),
      what: quoted?.replaceAll('`', "'").trim(),
    };
  }
  return undefined;
}
