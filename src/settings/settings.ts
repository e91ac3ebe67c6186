import type { BuildSecret, PublishSpecification } from '../docker/docker.ts';
import { UserError } from '../errors.ts';
import type { Expectation } from '../observation.ts';
import type { Severity } from '../finding.ts';
import { readDuration } from './duration.ts';
import { readExpectation } from './expectation.ts';
import { choice, many, one, positional, quoted, truth, type Given, type Placed } from './given.ts';
import { givenByInputs } from './inputs.ts';
import {
  options,
  commentChoices,
  failOnChoices,
  keepImageChoices,
  modes,
  openapiChoices,
  proveFixesChoices,
  type OptionName,
} from './options.ts';
import { readPublish } from './publish.ts';
import { readRunOptions } from './run-options.ts';
import { readSecrets } from './secrets.ts';

/** All that a user can decide, read and checked; the same from a workflow, and from a terminal. Times in milliseconds. */
export interface Settings {
  /** What it was made of, so that a file can be laid under it: see `settingsUnder`. */
  readonly given: Given;
  readonly mode: (typeof modes)[number];
  /** As given, in order; empty where none was: then it is the working directory, or in `lint` the file's folder. */
  readonly contexts: readonly string[];
  /** Paths or globs as given; empty where none was: then it is `Dockerfile` in the context. */
  readonly files: readonly Placed[];
  readonly target: string | undefined;
  readonly buildArguments: Readonly<Record<string, string>>;
  readonly buildContexts: readonly string[];
  readonly secrets: readonly BuildSecret[];
  readonly ssh: readonly string[];
  readonly addHosts: readonly string[];
  readonly shmSize: string | undefined;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly builder: string | undefined;
  readonly platform: string | undefined;
  readonly tags: readonly string[];
  /** The image that passed is pushed under `tags`. */
  readonly push: boolean;
  /** It is pushed under a tag of its own, and `tags` name the repositories. */
  readonly pushByDigest: boolean;
  readonly keepImage: (typeof keepImageChoices)[number];
  readonly labels: readonly string[];
  readonly pull: boolean;
  readonly noCache: boolean;
  readonly network: string | undefined;
  readonly buildTimeoutMs: number;
  readonly name: string | undefined;
  /** The image that is tried instead of one that is built. */
  readonly image: string | undefined;
  readonly expect: Expectation;
  /** Undefined where none was given: then the plan chooses. */
  readonly publish: readonly PublishSpecification[] | undefined;
  /** `NAME=value`. */
  readonly environment: readonly string[];
  readonly environmentFiles: readonly string[];
  readonly runNetwork: string | undefined;
  readonly runOptions: readonly string[];
  /** Paths; empty where the container is started alone. */
  readonly composeFiles: readonly Placed[];
  /** The one of the compose file that is tried; undefined where it has to be the only one. */
  readonly service: Placed | undefined;
  readonly readyTimeoutMs: number;
  readonly stopTimeoutMs: number;
  /** A line each, still to be read by `probes/`. */
  readonly probes: readonly Placed[];
  readonly openapi: (typeof openapiChoices)[number];
  /** Patterns of documented paths that are not asked. */
  readonly openapiExclude: readonly string[];
  readonly tryHardening: boolean;
  readonly proveFixes: (typeof proveFixesChoices)[number];
  /** Undefined where it was not given: then a configuration may say it. */
  readonly failOn: Severity | 'never' | undefined;
  /** What the base has already does not fail the check. */
  readonly onlyNew: boolean;
  /** Trials that no change since the base can touch are left out. */
  readonly onlyAffected: boolean;
  /** How many trials run side by side. */
  readonly jobs: number;
  /** Fixes are posted as suggestions of a review. */
  readonly suggestions: boolean;
  /** Ids or aliases of checks, still to be looked up. */
  readonly ignore: readonly Placed[];
  /** The configuration file; undefined where it is to be looked for. */
  readonly configurationFile: Placed | undefined;
  readonly allowUntrustedBuild: boolean;
  readonly comment: (typeof commentChoices)[number];
  /** Paths or patterns of report.json files, for mode comment. */
  readonly reports: readonly string[];
  readonly githubToken: string | undefined;
  readonly reportFile: string | undefined;
  readonly htmlFile: string | undefined;
  readonly sarifFile: string | undefined;
  readonly observationFile: string | undefined;
  /** Sentences about what was given and is not done. */
  readonly notes: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the action's inputs. Throws a `UserError` that names the input. */
export function settingsFromInputs(environment: Environment): Settings {
  return settingsFrom(givenByInputs(environment), environment);
}

/** The same settings with what a file says of whatever was not given. Throws a `UserError` that names the place in the file. */
export function settingsUnder({ given }: Settings, lower: Given, environment: Environment): Settings {
  return settingsFrom(new Map([...lower, ...given]), environment);
}

/** Makes settings of what was given. `environment` is asked for names that are given without a value. */
export function settingsFrom(given: Given, environment: Environment): Settings {
  const { secrets, notes: secretNotes } = readSecrets(given);
  checkName(given);
  checkCompose(given);
  checkOutputs(given);
  const publish = many(given, 'publish').flatMap(readPublish);
  const runOptions = one(given, 'run-options');
  const image = one(given, 'image');
  const ignored = options.flatMap(({ name, answer }) => {
    const value = answer === undefined ? undefined : one(given, name);
    return value === undefined || answer === undefined ? [] : [`${value.place}: ${answer}`];
  });
  return {
    given,
    mode: choice(given, 'mode', modes),
    contexts: many(given, 'context').map(readContext),
    files: many(given, 'file').map(positional),
    target: text(given, 'target'),
    buildArguments: Object.fromEntries(assignments(given, 'build-args', environment)),
    buildContexts: texts(given, 'build-contexts'),
    secrets,
    ssh: texts(given, 'ssh'),
    addHosts: texts(given, 'add-hosts'),
    shmSize: text(given, 'shm-size'),
    cacheFrom: texts(given, 'cache-from'),
    cacheTo: texts(given, 'cache-to'),
    builder: text(given, 'builder'),
    platform: readPlatform(given),
    tags: many(given, 'tags').map((tag) => positional(tag).text),
    push: truth(given, 'push'),
    pushByDigest: truth(given, 'push-by-digest'),
    keepImage: choice(given, 'keep-image', keepImageChoices),
    labels: texts(given, 'labels'),
    pull: truth(given, 'pull'),
    noCache: truth(given, 'no-cache'),
    network: text(given, 'network'),
    buildTimeoutMs: duration(given, 'build-timeout', 'positive'),
    name: text(given, 'name'),
    image: image === undefined ? undefined : positional(image).text,
    expect: readExpectation(one(given, 'expect') ?? { text: '', place: 'expect' }),
    publish: publish.length === 0 ? undefined : publish,
    environment: assignments(given, 'env', environment).map(([name, value]) => `${name}=${value}`),
    environmentFiles: texts(given, 'env-file'),
    runNetwork: text(given, 'run-network'),
    runOptions: runOptions === undefined ? [] : readRunOptions(runOptions),
    composeFiles: many(given, 'compose-file').map(positional),
    service: one(given, 'service'),
    readyTimeoutMs: duration(given, 'ready-timeout', 'positive'),
    stopTimeoutMs: duration(given, 'stop-timeout', 'zero'),
    probes: many(given, 'probes'),
    openapi: choice(given, 'openapi', openapiChoices),
    openapiExclude: many(given, 'openapi-exclude').map(readPathPattern),
    tryHardening: truth(given, 'try-hardening'),
    proveFixes: choice(given, 'prove-fixes', proveFixesChoices),
    failOn: given.has('fail-on') ? choice(given, 'fail-on', failOnChoices) : undefined,
    onlyNew: truth(given, 'only-new'),
    onlyAffected: truth(given, 'only-affected'),
    jobs: count(given, 'jobs'),
    suggestions: truth(given, 'suggestions'),
    ignore: many(given, 'ignore').flatMap(commaSeparated),
    configurationFile: one(given, 'config'),
    allowUntrustedBuild: truth(given, 'allow-untrusted-build'),
    comment: choice(given, 'comment', commentChoices),
    reports: texts(given, 'reports'),
    githubToken: text(given, 'github-token'),
    reportFile: text(given, 'report-file'),
    htmlFile: text(given, 'html-file'),
    sarifFile: text(given, 'sarif-file'),
    observationFile: text(given, 'observation-file'),
    notes: [...ignored, ...secretNotes],
  };
}

function text(given: Given, name: OptionName): string | undefined {
  return one(given, name)?.text;
}

function texts(given: Given, name: OptionName): readonly string[] {
  return many(given, name).map((each) => each.text);
}

function duration(given: Given, name: OptionName, zero: 'zero' | 'positive'): number {
  return readDuration(one(given, name) ?? { text: '', place: name }, zero);
}

/** `NAME=value`; a name alone takes its value from the environment, and is left out where that has none, as docker does it. */
function assignments(given: Given, name: OptionName, environment: Environment): readonly (readonly [string, string])[] {
  return many(given, name).flatMap((each) => {
    const at = each.text.indexOf('=');
    const variable = at === -1 ? each.text : each.text.slice(0, at);
    // Only the name is quoted: the value may be a secret.
    if (variable === '' || /[\s"']/.test(variable))
      throw new UserError(at === -1 ? 'a line is no variable.' : `${quoted(variable)} is no name of a variable.`, {
        place: each.place,
        hint: 'Write NAME=value, without quotes around the name and without blanks around the equals sign.',
      });
    const value = at === -1 ? environment[variable] : each.text.slice(at + 1);
    return value === undefined ? [] : [[variable, value] as const];
  });
}

const mostJobs = 64;

function count(given: Given, name: OptionName): number {
  const value = one(given, name) ?? { text: '1', place: name };
  const number = /^\d+$/.test(value.text) ? Number(value.text) : 0;
  if (number < 1 || number > mostJobs)
    throw new UserError(`${quoted(value.text)} is no number of jobs.`, {
      place: value.place,
      hint: `Write a number from 1 to ${mostJobs}.`,
    });
  return number;
}

function checkName(given: Given): void {
  const name = one(given, 'name');
  for (const several of ['context', 'file'] as const) {
    const { length } = many(given, several);
    if (name !== undefined && length > 1)
      throw new UserError(`${quoted(name.text)} names one trial, and ${length} are given by \`${several}\`.`, {
        place: name.place,
        hint: 'Leave it out, and each trial is named after its folder.',
      });
  }
}

/** What a compose file says of its service, nobody says a second time. */
function checkCompose(given: Given): void {
  const [compose] = many(given, 'compose-file');
  const service = one(given, 'service');
  if (compose === undefined && service !== undefined)
    throw new UserError(`${quoted(service.text)} is a service of a compose file, and none is named.`, {
      place: service.place,
      hint: 'Name the file with `compose-file`.',
    });
  if (compose === undefined) return;
  for (const name of ['run-options', 'run-network'] as const) {
    const value = one(given, name);
    if (value === undefined) continue;
    throw new UserError('beside a compose file it has no meaning, for the service is started as that file says.', {
      place: value.place,
      hint: `Write it into ${quoted(compose.text)}, or into a further compose file.`,
    });
  }
  const files = many(given, 'file');
  if (files.length > 1)
    throw new UserError(`a compose file has one service under trial, and ${files.length} Dockerfiles are named.`, {
      place: files[1]?.place ?? 'file',
      hint: 'Leave `file` out: the compose file names the Dockerfile.',
    });
}

/** Whoever takes a workflow over would move `latest` otherwise, of which that form says that no tag is moved. */
function checkOutputs(given: Given): void {
  const outputs = one(given, 'outputs');
  if (outputs === undefined || !/(?:^|,)push-by-digest=true(?:,|$)/.test(outputs.text)) return;
  if (!truth(given, 'push') || truth(given, 'push-by-digest')) return;
  throw new UserError('`push-by-digest` of `outputs` has no meaning here, and `push` would move the tags.', {
    place: outputs.place,
    hint: 'Leave `outputs` out, and set `push-by-digest: true`.',
  });
}

function readContext(value: Placed): string {
  if (/^(?:https?:|git:|ssh:|git@|github\.com\/)|\{\{/.test(value.text))
    throw new UserError(
      `${quoted(value.text)} is a Git address, and a trial reads the files of a folder: lint needs the sources, and a finding its place.`,
      { place: value.place, hint: 'Check the repository out first (actions/checkout) and name the folder.' },
    );
  return positional(value).text;
}

function readPathPattern(value: Placed): string {
  if (/^[/*]/.test(value.text)) return value.text;
  throw new UserError(`${quoted(value.text)} is no pattern of a path.`, {
    place: value.place,
    hint: 'Begin it with a slash, or with a `*` that stands for anything: /admin/*.',
  });
}

function readPlatform(given: Given): string | undefined {
  const [first, second] = many(given, 'platforms').flatMap(commaSeparated);
  if (second !== undefined)
    throw new UserError(
      `${quoted(second.text)} is a second platform, and one trial builds and starts the image of a single one.`,
      { place: second.place, hint: 'Name one platform, and give every other one a trial of its own (a matrix).' },
    );
  return first?.text;
}

function commaSeparated(value: Placed): readonly Placed[] {
  return value.text
    .split(',')
    .map((each) => ({ text: each.trim(), place: value.place }))
    .filter((each) => each.text !== '');
}
