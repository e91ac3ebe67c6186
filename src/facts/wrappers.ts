import { programName } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';

/** A program that starts the one behind it. */
export interface Unwrapped {
  readonly name: string;
  /** Where the program behind it begins. */
  readonly next: number;
  /** Whom it becomes: `gosu app`. */
  readonly user?: string;
  /** `env NAME=value`. */
  readonly environment: readonly CommandWord[];
  /** `uv run -m`: the word behind it is a module of Python. */
  readonly module: boolean;
  /** A folder that it goes to: `uv run --directory`. */
  readonly folder?: CommandWord;
}

interface Wrapper {
  /** The word behind the name, such as `run`; without it the program does something else. */
  readonly verb?: string;
  /** Options that take the next word. */
  readonly values?: readonly string[];
  /** Words before the program that are no options: a user, a time limit. */
  readonly positionals?: number;
  /** The first of those is a user. */
  readonly becomesUser?: true;
  /** The options that name a user. */
  readonly userOptions?: readonly string[];
  readonly folderOptions?: readonly string[];
  /** The program stands behind `--`, and only there. */
  readonly dashes?: true;
}

const uvValues = [
  '--extra',
  '--no-extra',
  '--group',
  '--no-group',
  '--only-group',
  '--env-file',
  '--with',
  '-w',
  '--with-editable',
  '--with-requirements',
  '--python',
  '-p',
  '--package',
  '--index',
  '--default-index',
  '--index-url',
  '-i',
  '--extra-index-url',
  '--find-links',
  '-f',
  '--index-strategy',
  '--keyring-provider',
  '--resolution',
  '--prerelease',
  '--exclude-newer',
  '--link-mode',
  '--config-setting',
  '-C',
  '--cache-dir',
  '--directory',
  '--project',
  '--config-file',
  '--color',
  '--from',
];

const wrappers: Readonly<Record<string, Wrapper>> = {
  tini: { values: ['-p', '-e'] },
  'tini-static': { values: ['-p', '-e'] },
  'docker-init': { values: ['-p', '-e'] },
  catatonit: {},
  'dumb-init': { values: ['-r', '--rewrite'] },
  env: { values: ['-u', '--unset', '-C', '--chdir'], folderOptions: ['-C', '--chdir'] },
  nohup: {},
  setsid: {},
  time: {},
  nice: { values: ['-n', '--adjustment'] },
  ionice: { values: ['-c', '-n', '--class', '--classdata'] },
  stdbuf: { values: ['-i', '-o', '-e', '--input', '--output', '--error'] },
  timeout: { values: ['-k', '-s', '--kill-after', '--signal'], positionals: 1 },
  gosu: { positionals: 1, becomesUser: true },
  'su-exec': { positionals: 1, becomesUser: true },
  's6-setuidgid': { positionals: 1, becomesUser: true },
  setpriv: { values: ['--reuid', '--regid', '--groups'], userOptions: ['--reuid'] },
  sudo: { values: ['-u', '-g', '-h', '-p', '-C', '-D', '--user', '--group', '--chdir'], userOptions: ['-u', '--user'] },
  uv: { verb: 'run', values: uvValues, folderOptions: ['--directory'] },
  uvx: { values: uvValues },
  poetry: { verb: 'run', values: ['-C', '--directory', '-P', '--project'] },
  pipenv: { verb: 'run' },
  pdm: { verb: 'run', values: ['-p', '--project', '--venv'] },
  rye: { verb: 'run' },
  hatch: { verb: 'run' },
  pixi: { verb: 'run', values: ['-e', '--environment', '--manifest-path'] },
  conda: { verb: 'run', values: ['-n', '--name', '-p', '--prefix', '--cwd'] },
  micromamba: { verb: 'run', values: ['-n', '--name', '-p', '--prefix', '--cwd'] },
  mamba: { verb: 'run', values: ['-n', '--name', '-p', '--prefix', '--cwd'] },
  'ddtrace-run': {},
  'newrelic-admin': { verb: 'run-program' },
  'opentelemetry-instrument': {
    values: [
      '--traces_exporter',
      '--metrics_exporter',
      '--logs_exporter',
      '--service_name',
      '--exporter_otlp_endpoint',
    ],
  },
  doppler: { verb: 'run', dashes: true },
  infisical: { verb: 'run', dashes: true },
  dotenv: { verb: 'run', values: ['-f', '--file'] },
  chamber: { verb: 'exec', dashes: true },
  'wait-for-it': { dashes: true },
  'wait-for-it.sh': { dashes: true },
  'wait-for': { dashes: true },
  'wait-for.sh': { dashes: true },
  dockerize: { values: ['-wait', '-timeout', '-template', '-stdout', '-stderr'] },
};

/** Undefined where the first word is no wrapper, or where no program stands behind it. */
export function unwrap(words: readonly CommandWord[]): Unwrapped | undefined {
  const name = programName(words[0]?.text ?? '');
  const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
  if (wrapper === undefined) return undefined;
  const found = wrapper.dashes === true ? behindDashes(name, words) : behindOptions(name, wrapper, words);
  return found !== undefined && found.next < words.length ? found : undefined;
}

function behindDashes(name: string, words: readonly CommandWord[]): Unwrapped | undefined {
  const dashes = words.findIndex(({ text }) => text === '--');
  return dashes === -1 ? undefined : { name, next: dashes + 1, environment: [], module: false };
}

function behindOptions(name: string, wrapper: Wrapper, words: readonly CommandWord[]): Unwrapped | undefined {
  const environment: CommandWord[] = [];
  let user: string | undefined;
  let folder: CommandWord | undefined;
  let module = false;
  let verb = wrapper.verb;
  let positionals = wrapper.positionals ?? 0;
  let index = 1;
  for (; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) return undefined;
    if (!word.known && !/^\w+=/.test(word.text)) {
      if (positionals === 0) return undefined; // it may be an option or the program
    }
    if (word.text === '--' && verb === undefined) {
      index += 1;
      break;
    }
    if (word.text.startsWith('-') && word.text.length > 1) {
      const [option = '', value] = word.text.split('=', 2);
      const takesNext = value === undefined && wrapper.values?.includes(option) === true;
      const given = takesNext ? words[index + 1]?.text : value;
      if (wrapper.userOptions?.includes(option) === true && given !== undefined) user = given;
      if (wrapper.folderOptions?.includes(option) === true && takesNext) folder = words[index + 1];
      if (name === 'uv' && (option === '-m' || option === '--module')) module = true;
      if (takesNext) index += 1;
    } else if (verb !== undefined) {
      if (word.text !== verb) return undefined;
      verb = undefined;
    } else if (name === 'env' && /^\w+=/.test(word.text)) environment.push(word);
    else if (positionals > 0) {
      positionals -= 1;
      if (wrapper.becomesUser === true) user = word.known ? word.text : '';
    } else break;
  }
  if (verb !== undefined) return undefined;
  return {
    name: wrapper.verb === undefined ? name : `${name} ${wrapper.verb}`,
    next: index,
    ...(user === undefined ? {} : { user }),
    environment,
    module,
    ...(folder === undefined ? {} : { folder }),
  };
}
