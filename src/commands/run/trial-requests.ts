import path from 'node:path';
import { UserError } from '../../errors.ts';
import { nearest } from '../../nearest.ts';
import { dockerfileOf } from '../../plan/make-plan.ts';
import type { Ports } from '../../ports.ts';
import { many, quoted, type Given } from '../../settings/given.ts';
import type { NamedTrials } from '../../settings/named-trials.ts';
import type { OptionName } from '../../settings/options.ts';
import { settingsUnder, type Settings } from '../../settings/settings.ts';
import { isPattern } from './find-dockerfiles.ts';
import type { RunSettings } from './run-settings.ts';
import type { Target } from './targets.ts';

/** What is tried under settings of its own; it may stand for several images. */
export interface TrialRequest {
  /** Its name in the configuration file; absent where folders or Dockerfiles were named by hand. */
  readonly key?: string;
  readonly settings: Settings;
}

/** Every trial of the file where nothing was named, else those that were named: by their names, or by folder and file. */
export function requestsFor(run: RunSettings, ports: Ports): readonly TrialRequest[] {
  const { given, settings, named } = run;
  if (named === undefined) return [{ settings: given }];
  const byKey = (key: string): TrialRequest => ({ key, settings: settingsOfTrial(key, named, given, ports) });
  if (!isAnythingNamed(given)) {
    const all = keysBelow(named, ports);
    return all.length === 0 ? [{ settings }] : all.map(byKey);
  }
  const contexts = many(given.given, 'context');
  const keys = contexts.filter(({ text }) => named.trials.has(text));
  const others = contexts.filter(({ text }) => !named.trials.has(text));
  for (const { text, place } of others) refuseUnknown(text, place, named, ports);
  const byHand = keys.length > 0 && others.length === 0 ? [] : [{ settings: withContexts(settings, others, ports) }];
  return [...keys.map(({ text }) => byKey(text)), ...byHand];
}

/** The trial of the file that stands for a target which was named by hand, where exactly one does. */
export function requestOfFile(target: Target, run: RunSettings, ports: Ports): RequestOfFile | undefined {
  const [only, ...others] = requestsOfFile(target, run, ports);
  return others.length > 0 ? undefined : only;
}

/** All of them: several targets of one Dockerfile may each be a trial. */
export function requestsOfFile(target: Target, run: RunSettings, ports: Ports): readonly RequestOfFile[] {
  const { given, named } = run;
  if (named === undefined) return [];
  return [...named.trials].flatMap(([key, trial]) => {
    const matched = isOfPlainFiles(trial) ? matchOf(target, trial, { named, given, ports }) : undefined;
    return matched === undefined ? [] : [{ key, ...matched, settings: settingsOfTrial(key, named, given, ports) }];
  });
}

type RequestOfFile = TrialRequest & Matched & { readonly key: string };

interface Matched {
  /** The trial stands for this image alone. */
  readonly isWhole: boolean;
  /** The pattern of the trial that stands for the target. */
  readonly pattern?: string;
  readonly contexts: readonly string[];
}

interface Matching {
  readonly named: NamedTrials;
  readonly given: Settings;
  readonly ports: Ports;
}

function matchOf(target: Target, trial: Given, { named, given, ports }: Matching): Matched | undefined {
  const at = (text: string): string => path.resolve(ports.workingDirectory, text);
  const standsFor = (text: string, file: string): boolean =>
    at(text) === at(file) || (isPattern(text) && path.matchesGlob(at(file), at(text)));
  const own = textsOf(trial, 'context');
  const contexts = own.length > 0 ? own : [path.relative(ports.workingDirectory, named.folder) || '.'];
  const files = textsOf(trial, 'file');
  const images = contexts.flatMap((context) =>
    (files.length > 0 ? files : [path.join(context, 'Dockerfile')]).map((file) => ({ context, file })),
  );
  const dockerfile = dockerfileOf(target);
  const isGiven = given.given.has('context');
  const found = images.find(
    ({ context, file }) => standsFor(file, dockerfile) && (!isGiven || standsFor(context, target.contexts[0] ?? '.')),
  );
  if (found === undefined) return undefined;
  const pattern = [found.context, found.file].find(isPattern);
  const folder = isPattern(found.context) ? path.dirname(dockerfile) : found.context;
  return {
    contexts: isGiven ? target.contexts : [folder],
    isWhole: images.length === 1 && pattern === undefined,
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** A compose file, and an image that exists, say themselves what is tried. */
function isOfPlainFiles(trial: Given): boolean {
  return many(trial, 'compose-file').length === 0 && many(trial, 'image').length === 0;
}

function settingsOfTrial(key: string, named: NamedTrials, given: Settings, ports: Ports): Settings {
  const own = named.trials.get(key) ?? new Map();
  const folder = path.relative(ports.workingDirectory, named.folder);
  const lowest: Given = new Map([...named.defaults, ...own]);
  const isElsewhere = folder !== '' && isOfPlainFiles(own) && many(lowest, 'context').length === 0;
  const here: Given = isElsewhere ? new Map([['context', [{ text: folder, place: named.file }]]]) : new Map();
  const lower: Given = new Map([...lowest, ...here]);
  // The name stands where a folder may stand too; the folder is the trial's.
  const withoutName = many(given.given, 'context').some(({ text }) => named.trials.has(text))
    ? { ...given, given: without(given.given, 'context') }
    : given;
  return settingsUnder(withoutName, lower, ports.environment);
}

function withContexts(settings: Settings, contexts: ReturnType<typeof many>, ports: Ports): Settings {
  const given = new Map([...settings.given, ['context', contexts] as const]);
  return settingsUnder({ ...settings, given }, new Map(), ports.environment);
}

function without(given: Given, name: OptionName): Given {
  return new Map([...given].filter(([each]) => each !== name));
}

function textsOf(given: Given, name: OptionName): readonly string[] {
  return many(given, name).map(({ text }) => text);
}

function isAnythingNamed({ given }: Settings): boolean {
  return (['context', 'file', 'image', 'compose-file'] as const).some((name) => given.has(name));
}

/** Below a folder that has trials of its own, those; at the file's own folder, all. */
function keysBelow(named: NamedTrials, { workingDirectory }: Ports): readonly string[] {
  if (path.relative(workingDirectory, named.folder) === '') return [...named.trials.keys()];
  return [...named.trials].flatMap(([key, trial]) => {
    const places = (['context', 'file', 'compose-file'] as const).flatMap((name) => textsOf(trial, name));
    return places.some((each) => !path.normalize(each).startsWith('..')) ? [key] : [];
  });
}

function refuseUnknown(text: string, place: string, named: NamedTrials, ports: Ports): void {
  if (isPattern(text) || /[/\\.]/.test(text) || named.trials.size === 0) return;
  if (ports.files.stat(path.resolve(ports.workingDirectory, text)) !== undefined) return;
  const names = [...named.trials.keys()];
  const near = nearest(text, names);
  throw new UserError(`${quoted(text)} is neither a folder nor a trial of ${named.file}.`, {
    place,
    hint: near === undefined ? `Its trials: ${names.slice(0, 10).join(', ')}.` : `Write ${near}.`,
  });
}
