/**
 * How an option's text is read.
 * `lines`: one value a line, taken as it stands. `csv-lines` and `csv`: as docker/build-push-action reads its lists, see csv.ts.
 * `words`: as a shell splits them. `ignored`: an input of docker/build-push-action that has no meaning here.
 */
export type OptionKind = 'text' | 'lines' | 'csv-lines' | 'csv' | 'boolean' | 'duration' | 'words' | 'ignored';

export type OptionGroup =
  | 'What is built'
  | 'How it is started'
  | 'What is asked of it'
  | 'How it is judged and reported';

/** One setting: an input of the action, a flag of the command, a row of the README. */
export interface Option {
  /** The action's input. */
  readonly name: string;
  readonly kind: OptionKind;
  readonly group: OptionGroup;
  /** The flag without its dashes; that of a list is in the singular and repeatable. Absent where the terminal has none. */
  readonly flag?: string;
  /** docker's own short flag. */
  readonly short?: string;
  /** What the flag takes, for the help: `NAME=VALUE`. Absent for booleans. */
  readonly takes?: string;
  /** Read as if it had been given. */
  readonly default?: string;
  /** `default:` of action.yml: an expression, which only the runner can evaluate. */
  readonly inputDefault?: string;
  /** Where there is no default: what happens when it is not given, in a few words. */
  readonly otherwise?: string;
  readonly choices?: readonly string[];
  /** What it does: one sentence, in Markdown. */
  readonly sentence: string;
  /** `lint` takes the flag too. */
  readonly lint?: true;
  /** An ignored one is answered by this sentence. */
  readonly answer?: string;
  /** Its value is never quoted. */
  readonly secret?: true;
}

export const modes = ['trial', 'lint', 'plan', 'comment'] as const;
export const failOnChoices = ['error', 'warning', 'notice', 'never'] as const;
export const proveFixesChoices = ['auto', 'always', 'never'] as const;
export const keepImageChoices = ['auto', 'always', 'never'] as const;
export const openapiChoices = ['auto', 'off'] as const;
export const commentChoices = ['always', 'on-change', 'on-failure', 'never'] as const;

const built = 'What is built';
const started = 'How it is started';
const asked = 'What is asked of it';
const reported = 'How it is judged and reported';

const table = [
  {
    name: 'context',
    kind: 'lines',
    group: built,
    flag: 'context',
    takes: 'FOLDER',
    otherwise: '`.`, or all `trials` of `.sea-trial.yml`',
    sentence:
      'The folder that is sent to the build, or the name of a trial of `.sea-trial.yml`; several lines, and each folder with a Dockerfile that a pattern such as `services/*` stands for, are trials of their own. A Git address is refused, for the trial reads the files.',
    lint: true,
  },
  {
    name: 'file',
    kind: 'lines',
    group: built,
    flag: 'file',
    short: 'f',
    takes: 'PATH',
    otherwise: '`Dockerfile` in the context',
    sentence:
      'Path of the Dockerfile, or a pattern such as `**/Dockerfile*`, which stands for files that git does not ignore, in hidden folders too. Several lines, and each file of a pattern, are trials of their own. In `lint` it may be a folder, which is searched.',
    lint: true,
  },
  {
    name: 'target',
    kind: 'text',
    group: built,
    flag: 'target',
    takes: 'STAGE',
    otherwise: 'the last stage',
    sentence: 'The stage that is built.',
    lint: true,
  },
  {
    name: 'build-args',
    kind: 'csv-lines',
    group: built,
    flag: 'build-arg',
    takes: 'NAME=VALUE',
    sentence: 'Build arguments, one a line; a name alone takes its value from the environment.',
    lint: true,
  },
  {
    name: 'build-contexts',
    kind: 'csv-lines',
    group: built,
    flag: 'build-context',
    takes: 'NAME=PATH',
    sentence: 'Further named contexts, one a line.',
    lint: true,
  },
  {
    name: 'secrets',
    kind: 'csv-lines',
    group: built,
    flag: 'secret',
    takes: 'ID=VALUE',
    sentence:
      "Secrets of the build, `ID=value`, one a line; one that spans lines stands in double quotes. The flag takes docker's `id=…,src=…` and `id=…,env=…` too.",
    secret: true,
  },
  {
    name: 'secret-envs',
    kind: 'csv',
    group: built,
    flag: 'secret-env',
    takes: 'ID=VARIABLE',
    sentence: 'Secrets of the build that environment variables hold.',
  },
  {
    name: 'secret-files',
    kind: 'csv-lines',
    group: built,
    flag: 'secret-file',
    takes: 'ID=PATH',
    sentence: 'Secrets of the build that files hold, one a line.',
  },
  {
    name: 'ssh',
    kind: 'csv',
    group: built,
    flag: 'ssh',
    takes: 'ID[=PATH]',
    sentence: 'SSH agent sockets or keys that the build may use, such as `default`.',
  },
  {
    name: 'add-hosts',
    kind: 'csv',
    group: built,
    flag: 'add-host',
    takes: 'HOST:IP',
    sentence: 'Further entries of `/etc/hosts` during the build.',
  },
  {
    name: 'shm-size',
    kind: 'text',
    group: built,
    flag: 'shm-size',
    takes: 'SIZE',
    otherwise: "the engine's",
    sentence: 'Size of `/dev/shm` during the build, such as `256m`.',
  },
  {
    name: 'cache-from',
    kind: 'csv-lines',
    group: built,
    flag: 'cache-from',
    takes: 'SOURCE',
    sentence: "Where the build's cache is read from, one a line, such as `type=gha`.",
  },
  {
    name: 'cache-to',
    kind: 'csv-lines',
    group: built,
    flag: 'cache-to',
    takes: 'DESTINATION',
    sentence: "Where the build's cache is written to, one a line, such as `type=gha,mode=max,ignore-error=true`.",
  },
  {
    name: 'builder',
    kind: 'text',
    group: built,
    flag: 'builder',
    takes: 'NAME',
    otherwise: 'the one that buildx uses now',
    sentence: 'The buildx builder that builds; the image is loaded into the engine all the same.',
  },
  {
    name: 'platforms',
    kind: 'csv',
    group: built,
    flag: 'platform',
    takes: 'OS/ARCH',
    otherwise: "the engine's",
    sentence:
      "The one platform that is built and tried, such as `linux/arm64`; it needs QEMU where it is not the engine's.",
    lint: true,
  },
  {
    name: 'tags',
    kind: 'csv',
    group: built,
    flag: 'tag',
    short: 't',
    takes: 'NAME[:TAG]',
    otherwise: 'a name of its own',
    sentence: 'Names of the image; with them it stays in the engine for the next step.',
  },
  {
    name: 'push',
    kind: 'boolean',
    group: built,
    flag: 'push',
    default: 'false',
    sentence:
      'Push the very image that passed under each of its `tags`, and tell its `digest`; an image that did not pass, or that a stranger wrote, is never pushed.',
  },
  {
    name: 'push-by-digest',
    kind: 'boolean',
    group: built,
    flag: 'push-by-digest',
    default: 'false',
    sentence:
      "With `push`: move none of the `tags`, which name the repositories then, and push under a tag made of the image's id instead; for images of several platforms that are joined by their digests.",
  },
  {
    name: 'keep-image',
    kind: 'text',
    group: built,
    flag: 'keep-image',
    takes: 'WHEN',
    default: 'auto',
    choices: keepImageChoices,
    sentence:
      'Whether the image stays in the engine: `always`, `never`, or `auto`: with `tags` it stays, without them it goes, in a terminal at the end and on a self-hosted runner when the job ends.',
  },
  {
    name: 'labels',
    kind: 'csv-lines',
    group: built,
    flag: 'label',
    takes: 'NAME=VALUE',
    sentence: 'Labels of the image, one a line.',
  },
  {
    name: 'pull',
    kind: 'boolean',
    group: built,
    flag: 'pull',
    default: 'false',
    sentence: 'Ask the registry for a newer base image before the build.',
  },
  {
    name: 'no-cache',
    kind: 'boolean',
    group: built,
    flag: 'no-cache',
    default: 'false',
    sentence: 'Build every step anew.',
  },
  {
    name: 'network',
    kind: 'text',
    group: built,
    flag: 'network',
    takes: 'MODE',
    otherwise: '`default`',
    sentence: "Network of the build's RUN steps: `default`, `none` or `host`.",
  },
  {
    name: 'build-timeout',
    kind: 'duration',
    group: built,
    flag: 'build-timeout',
    takes: 'TIME',
    default: '30m',
    sentence: 'After this time a build that has not ended is ended.',
  },
  {
    name: 'load',
    kind: 'ignored',
    group: built,
    flag: 'load',
    sentence: 'Without meaning here: the image is always loaded into the engine.',
    answer: 'it has no meaning here, for a trial always loads the image into the engine: leave it out.',
  },
  {
    name: 'outputs',
    kind: 'ignored',
    group: built,
    sentence: 'Without meaning here: the image goes to the engine, where it is tried.',
    answer:
      'it has no meaning here, for the image goes to the engine, where it is tried: leave it out, and export what passed in a later step.',
  },
  {
    name: 'provenance',
    kind: 'ignored',
    group: built,
    flag: 'provenance',
    takes: 'VALUE',
    sentence: 'Without meaning here: an image in the engine carries no attestation.',
    answer:
      'it has no meaning here, for an image in the engine carries no attestation: leave it out, and attest the digest once the image is pushed.',
  },
  {
    name: 'sbom',
    kind: 'ignored',
    group: built,
    flag: 'sbom',
    takes: 'VALUE',
    sentence: 'Without meaning here: an image in the engine carries no attestation.',
    answer:
      'it has no meaning here, for an image in the engine carries no attestation: leave it out, and attest the digest once the image is pushed.',
  },
  {
    name: 'name',
    kind: 'text',
    group: started,
    flag: 'name',
    takes: 'NAME',
    otherwise: "the folder's name",
    sentence: 'Name of the trial; a comment is kept for each, so every leg of a matrix needs its own.',
  },
  {
    name: 'image',
    kind: 'text',
    group: built,
    flag: 'image',
    takes: 'NAME[:TAG]',
    otherwise: 'the image is built',
    sentence:
      'An image that exists is tried, and nothing is built; one that the engine does not have is pulled. Where the context has a Dockerfile, it is taken for the one that the image was built from.',
  },
  {
    name: 'expect',
    kind: 'text',
    group: started,
    flag: 'expect',
    takes: 'WHAT',
    default: 'http',
    sentence:
      'What the container is started for: `http` (it answers), `tcp` (it accepts connections), `running 10s` (a worker: it is still running then) or `exit 0` (a job: it ends with that code).',
  },
  {
    name: 'publish',
    kind: 'lines',
    group: started,
    flag: 'publish',
    short: 'p',
    takes: '[[IP:]PORT:]PORT',
    otherwise: '`8000:8000`',
    sentence:
      'Published ports as `docker run --publish` takes them, one a line; the first TCP port is the one that is asked. Given, it is taken literally.',
  },
  {
    name: 'env',
    kind: 'lines',
    group: started,
    flag: 'env',
    short: 'e',
    takes: 'NAME=VALUE',
    sentence:
      'Environment of the container, `NAME=value`, one a line; a name alone takes its value from the environment.',
    secret: true,
  },
  {
    name: 'env-file',
    kind: 'lines',
    group: started,
    flag: 'env-file',
    takes: 'PATH',
    sentence: "Files that hold the container's environment, one a line.",
  },
  {
    name: 'run-network',
    kind: 'text',
    group: started,
    flag: 'run-network',
    takes: 'NETWORK',
    otherwise: '`bridge`',
    sentence: 'Network that the container joins, such as the `job.services.<name>.network` of a database.',
  },
  {
    name: 'run-options',
    kind: 'words',
    group: started,
    flag: 'run-options',
    takes: '"OPTION…"',
    sentence: 'Further options of `docker run` in one string, such as `--memory 512m --read-only`.',
  },
  {
    name: 'compose-file',
    kind: 'lines',
    group: started,
    flag: 'compose-file',
    takes: 'PATH',
    sentence:
      'Compose files, one a line, as `docker compose --file` takes them: the services that `service` depends on are started around it, and what the file says of `service` itself holds.',
  },
  {
    name: 'service',
    kind: 'text',
    group: started,
    flag: 'service',
    takes: 'NAME',
    otherwise: 'the only one that is built',
    sentence: 'The service of the compose file that is built by the trial and tried.',
  },
  {
    name: 'ready-timeout',
    kind: 'duration',
    group: started,
    flag: 'ready-timeout',
    takes: 'TIME',
    default: '60s',
    sentence: 'How long the container may take until it answers.',
  },
  {
    name: 'stop-timeout',
    kind: 'duration',
    group: started,
    flag: 'stop-timeout',
    takes: 'TIME',
    default: '10s',
    sentence: 'How long it may take to end after SIGTERM, before SIGKILL.',
  },
  {
    name: 'prove-fixes',
    kind: 'text',
    group: asked,
    flag: 'prove-fixes',
    takes: 'WHEN',
    choices: proveFixesChoices,
    default: 'auto',
    sentence:
      'Apply the safe fixes to a copy of the context, build and try that, and report what they change: `always`, `never`, or `auto`: where the trial failed, its cause has a fix, and the build is quick.',
  },
  {
    name: 'try-hardening',
    kind: 'boolean',
    group: asked,
    flag: 'try-hardening',
    default: 'false',
    sentence:
      'Start an image that passed again under stricter settings (read-only, no capabilities, no new privileges, a foreign user, a memory limit), and report which it bears.',
  },
  {
    name: 'probes',
    kind: 'lines',
    group: asked,
    flag: 'probe',
    takes: '"GET /PATH STATUS"',
    otherwise: '`GET /` answers below 500',
    sentence:
      'What the container must answer besides, one request a line, such as `GET /health 200`, `GET :9000/metrics 200`, `TCP 50051` or `WS /live`.',
  },
  {
    name: 'openapi',
    kind: 'text',
    group: asked,
    flag: 'openapi',
    takes: 'WHEN',
    choices: openapiChoices,
    default: 'auto',
    sentence:
      'Where the container serves `/openapi.json`, ask the GETs that it documents and that need no parameters and no credentials, and hold the answers against it: `auto` or `off`.',
  },
  {
    name: 'openapi-exclude',
    kind: 'lines',
    group: asked,
    flag: 'openapi-exclude',
    takes: 'PATTERN',
    otherwise: 'all are asked',
    sentence:
      'Documented paths that are not asked, one pattern a line, in which `*` stands for anything: `/admin/*`. For a GET that does more than answer.',
  },
  {
    name: 'mode',
    kind: 'text',
    group: reported,
    choices: modes,
    default: 'trial',
    sentence:
      '`trial` does all of it; `lint` reads the Dockerfile alone and needs no engine; `plan` tries nothing and writes the output `matrix`, a job a trial; `comment` makes one comment and one verdict of `reports`: those of such jobs, or of the run of a pull request from a fork. In a terminal the first two are commands.',
  },
  {
    name: 'fail-on',
    kind: 'text',
    group: reported,
    flag: 'fail-on',
    takes: 'SEVERITY',
    choices: failOnChoices,
    default: 'error',
    sentence:
      'The mildest finding that fails the check: `error`, `warning`, `notice` or `never`. An image that does not serve fails it in any case.',
    lint: true,
  },
  {
    name: 'only-new',
    kind: 'boolean',
    group: reported,
    flag: 'only-new',
    default: 'false',
    sentence:
      'Only findings that the base does not have fail the check: that of the pull request; in a terminal the commit where the branch left the default branch. An image that does not serve fails it all the same.',
    lint: true,
  },
  {
    name: 'only-affected',
    kind: 'boolean',
    group: reported,
    flag: 'only-affected',
    default: 'false',
    sentence:
      'Only trials whose image a change since the base can touch are run; the others are skipped as unchanged. In doubt a trial runs. `sea-trial affected` says which, and why.',
  },
  {
    name: 'jobs',
    kind: 'text',
    group: reported,
    flag: 'jobs',
    takes: 'NUMBER',
    default: '1',
    sentence: 'How many trials run side by side; more than one, and each is published on a free port of its own.',
  },
  {
    name: 'ignore',
    kind: 'csv',
    group: reported,
    flag: 'ignore',
    takes: 'CHECK',
    sentence: "Checks whose findings are left out, by id or by hadolint's, ShellCheck's or BuildKit's name.",
    lint: true,
  },
  {
    name: 'config',
    kind: 'text',
    group: reported,
    flag: 'config',
    takes: 'PATH',
    otherwise: '`.sea-trial.yml` and `.hadolint.yaml`, looked for from the Dockerfile upward',
    sentence:
      "The configuration file, ours or (where its name holds `hadolint`) hadolint's; no other is looked for then.",
    lint: true,
  },
  {
    name: 'comment',
    kind: 'text',
    group: reported,
    choices: commentChoices,
    default: 'always',
    sentence:
      'When a pull request comment is made: `always`, `on-change`, `on-failure` or `never`. One that is there already is always brought up to date.',
  },
  {
    name: 'suggestions',
    kind: 'boolean',
    group: reported,
    default: 'true',
    sentence:
      'Post safe fixes of errors and warnings on lines of the pull request as suggestions that one click applies, five at most.',
  },
  {
    name: 'reports',
    kind: 'lines',
    group: reported,
    otherwise: 'none',
    sentence:
      'With `mode: comment`: the report.json files, or patterns of them, that become one comment. They may be the work of a stranger: one that is not valid is refused, and nothing is posted.',
  },
  {
    name: 'github-token',
    kind: 'text',
    group: reported,
    inputDefault: '${{ github.token }}',
    sentence: 'The token that reads the pull request and writes the comment.',
    secret: true,
  },
  {
    name: 'allow-untrusted-build',
    kind: 'boolean',
    group: reported,
    flag: 'allow-untrusted-build',
    default: 'false',
    sentence:
      'Build code that a stranger may have written on events that run with the secrets of the repository (`pull_request_target`, `workflow_run`, `issue_comment`): building a Dockerfile is running it.',
  },
  {
    name: 'report-file',
    kind: 'text',
    group: reported,
    flag: 'report-file',
    takes: 'PATH',
    otherwise: "in the runner's temporary folder; in a terminal, none",
    sentence: 'Where report.json is written.',
  },
  {
    name: 'html-file',
    kind: 'text',
    group: reported,
    flag: 'html-file',
    takes: 'PATH',
    otherwise: "`sea-trial-NAME.html` in the runner's temporary folder; in a terminal, none",
    sentence: 'Where the report is written as one page that needs nothing else.',
  },
  {
    name: 'sarif-file',
    kind: 'text',
    group: reported,
    flag: 'sarif-file',
    takes: 'PATH',
    otherwise: "`sea-trial-NAME.sarif` in the runner's temporary folder; in a terminal, none",
    sentence: "Where the findings are written as SARIF 2.1.0, for GitHub's code scanning.",
  },
  {
    name: 'observation-file',
    kind: 'text',
    group: reported,
    flag: 'observation-file',
    takes: 'PATH',
    otherwise: 'none',
    sentence:
      'Where all that was seen is written, from which every diagnosis decides: `sea-trial report --observation` replays it. To be sent along where a diagnosis is wrong.',
  },
] as const satisfies readonly Option[];

export type OptionName = (typeof table)[number]['name'];

/** The one table that action.yml, the README, the flags, the help and `Settings` are made from. */
export const options: readonly NamedOption[] = table;

export type NamedOption = Option & { readonly name: OptionName };

export function optionNamed(name: OptionName): Option {
  const found = options.find((option) => option.name === name);
  if (found === undefined) throw new RangeError(`no option is named ${name}`);
  return found;
}
