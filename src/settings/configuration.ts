import path from 'node:path';
import { readIgnoreFile } from '../dockerfile/ignore-file.ts';
import type { Severity } from '../finding.ts';
import type { Ports } from '../ports.ts';
import { unconfigured, type RuleSettings } from '../rules/rule-settings.ts';
import {
  givenConfiguration,
  hadolintOfUser,
  ownFileOfRun,
  upwardSearch,
  type FoundFile,
} from './configuration-search.ts';
import { hadolintEnvironment } from './hadolint-environment.ts';
import type { NamedTrials } from './named-trials.ts';
import type { Settings } from './settings.ts';

/** What the configuration files say to one Dockerfile. An input or a flag goes before it. */
export interface Configuration {
  /** By id or alias, in small letters. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ignore: readonly { readonly check: string; readonly reason: string }[];
  /** What our own file ignores, with its place, so that it can be told where it is in vain. */
  readonly placedIgnores: readonly PlacedIgnore[];
  readonly ruleSettings: RuleSettings;
  readonly requireReason: boolean;
  readonly withoutPragmas: boolean;
  readonly failOn: Severity | 'never' | undefined;
  /** Which files were read, and what in them has no effect: sentences to print, once each. */
  readonly notes: readonly string[];
}

export interface PlacedIgnore {
  readonly check: string;
  /** `file:line:column`, and the folder of the file, absolute. */
  readonly place: string;
  readonly folder: string;
  /** Its `paths` hold the Dockerfile. */
  readonly isForThis: boolean;
}

/** One source of configuration; what it leaves out, the next one may say. */
export interface ConfigurationPart {
  /** As a sentence calls it: a path as seen from the working directory, or a variable. */
  readonly name: string;
  /** Absolute: where its `paths` begin. */
  readonly folder: string;
  readonly severities: readonly (ForPaths & { readonly check: string; readonly severity: Severity | 'off' })[];
  /** `place` where it is told that nothing answers to it. */
  readonly ignore: readonly (ForPaths & { readonly check: string; readonly reason: string; readonly place?: string })[];
  readonly trustedRegistries?: RuleSettings['trustedRegistries'];
  readonly labelSchema?: RuleSettings['labelSchema'];
  readonly strictLabels?: boolean;
  readonly requireReason?: boolean;
  readonly inlineIgnores?: boolean;
  readonly failOn?: Severity | 'never';
  readonly notes: readonly string[];
}

/** Dockerfiles that an entry is for, in the patterns of .dockerignore; absent for all. */
interface ForPaths {
  readonly paths?: readonly string[];
}

export const withoutConfiguration: Configuration = {
  severities: {},
  ignore: [],
  placedIgnores: [],
  ruleSettings: unconfigured,
  requireReason: false,
  withoutPragmas: false,
  failOn: undefined,
  notes: [],
};

type ReadingPorts = Pick<Ports, 'files' | 'environment' | 'workingDirectory'>;

/**
 * Reads the configuration of each Dockerfile (an absolute path), each file of it once. Throws a `UserError` where a file
 * cannot be followed. Where there is none, neither YAML nor its reader is loaded.
 */
export function configurationReader(
  { configurationFile }: Pick<Settings, 'configurationFile'>,
  ports: ReadingPorts,
): (dockerfile: string) => Promise<Configuration> {
  const given = configurationFile === undefined ? undefined : givenConfiguration(configurationFile, ports);
  const fromEnvironment = hadolintEnvironment(ports);
  const parts = new Map<string, Promise<ConfigurationPart>>();
  const read = (found: FoundFile): Promise<ConfigurationPart> => {
    const known = parts.get(found.file) ?? readFile(found, ports);
    parts.set(found.file, known);
    return known;
  };
  const lookUpward = upwardSearch(ports);
  let userFiles: readonly FoundFile[] | undefined;
  return async (dockerfile) => {
    const found = given === undefined ? lookUpward(path.dirname(dockerfile)) : [given];
    const ours = found.filter(({ kind }) => kind === 'sea-trial');
    const theirs = found.filter(({ kind }) => kind === 'hadolint');
    const ofUser = given === undefined && theirs.length === 0 ? (userFiles ??= hadolintOfUser(ports)) : [];
    const [own, hadolints] = await Promise.all(
      [ours, [...theirs, ...ofUser]].map((files) => Promise.all(files.map(read))),
    );
    const variables = await fromEnvironment;
    const all = [...(own ?? []), ...(variables === undefined ? [] : [variables]), ...(hadolints ?? [])];
    return all.length === 0 ? withoutConfiguration : joined(all, dockerfile);
  };
}

/** The trials that the file of this run names; undefined where there is no file. */
export async function namedTrialsOfRun(
  { configurationFile }: Pick<Settings, 'configurationFile'>,
  ports: ReadingPorts,
): Promise<NamedTrials | undefined> {
  const found = ownFileOfRun(configurationFile, ports);
  return found === undefined ? undefined : (await import('./config-file.ts')).readTrialsOf(found, ports);
}

async function readFile(found: FoundFile, ports: ReadingPorts): Promise<ConfigurationPart> {
  return (await import('./config-file.ts')).readConfigFile(found, ports);
}

/** The first part that says something about a key is right. */
function joined(parts: readonly ConfigurationPart[], dockerfile: string): Configuration {
  const first = <Value>(value: (part: ConfigurationPart) => Value | undefined): Value | undefined =>
    parts.map(value).find((each) => each !== undefined);
  const severities = new Map<string, Severity | 'off'>();
  const ignore = new Map<string, { readonly check: string; readonly reason: string }>();
  const placedIgnores: PlacedIgnore[] = [];
  for (const part of parts) {
    const relative = path.relative(part.folder, dockerfile).split(path.sep).join('/');
    const concerns = ({ paths }: ForPaths) => paths === undefined || readIgnoreFile(paths.join('\n')).ignores(relative);
    for (const entry of part.ignore) {
      const { check, place } = entry;
      if (place !== undefined) placedIgnores.push({ check, place, folder: part.folder, isForThis: concerns(entry) });
    }
    // What a nearer part gives a severity, a farther one does not silence.
    for (const entry of part.ignore.filter(concerns)) {
      const key = entry.check.toLowerCase();
      if (!severities.has(key) && !ignore.has(key)) ignore.set(key, { check: entry.check, reason: entry.reason });
    }
    for (const { check, severity } of part.severities.filter(concerns)) {
      const key = check.toLowerCase();
      if (!severities.has(key)) severities.set(key, severity);
    }
  }
  return {
    severities: Object.fromEntries(severities),
    ignore: [...ignore.values()],
    placedIgnores,
    ruleSettings: {
      trustedRegistries: first((part) => part.trustedRegistries) ?? unconfigured.trustedRegistries,
      labelSchema: first((part) => part.labelSchema) ?? unconfigured.labelSchema,
      strictLabels: first((part) => part.strictLabels) ?? unconfigured.strictLabels,
    },
    requireReason: first((part) => part.requireReason) ?? false,
    withoutPragmas: first((part) => part.inlineIgnores) === false,
    failOn: first((part) => part.failOn),
    notes: [
      `Configuration: ${parts.map(({ name }) => name).join(', ')}`,
      ...parts.flatMap(({ notes }) => notes),
      ...thresholdNotes(parts),
    ],
  };
}

/** hadolint fails by default from its mildest severities on, and we do not. */
function thresholdNotes(parts: readonly ConfigurationPart[]): readonly string[] {
  const hadolint = parts.findLast(({ name }) => /hadolint/i.test(name));
  return hadolint === undefined || parts.some(({ failOn }) => failOn !== undefined)
    ? []
    : [
        `${hadolint.name}: it has no \`failure-threshold\`, and hadolint's own default, \`info\`, is not taken over: what fails is an error. Write \`failure-threshold: info\` to fail as hadolint does.`,
      ];
}
