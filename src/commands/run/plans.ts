import path from 'node:path';
import type { Docker } from '../../docker/docker.ts';
import { SetupError, UserError } from '../../errors.ts';
import { withComposeService } from '../../plan/compose-service.ts';
import { dockerfileOf, makePlan, type PlanPorts } from '../../plan/make-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Ports } from '../../ports.ts';
import type { Mask } from '../../render/mask.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Unplanned } from '../../trial/unplanned.ts';
import { distinctNames, nameInFile } from './names.ts';
import { maskOf } from './run-mask.ts';
import type { RunSettings } from './run-settings.ts';
import { composeOf, withoutStrangersFiles, type StrangerPorts } from './strangers-compose.ts';
import { targetsOf, type Target } from './targets.ts';
import type { ConfigurationReader } from './telling-reader.ts';
import { requestsFor, requestsOfFile, type TrialRequest } from './trial-requests.ts';

/** One trial of a run, and the settings that are its own. */
export type Planned = { readonly settings: Settings; readonly named?: NamedImage } & (
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'unplanned'; readonly unplanned: Unplanned }
);

/** An image of a trial that the configuration file names. */
export interface NamedImage {
  readonly key: string;
  /** The trial stands for this image alone, so that its name is enough to run it. */
  readonly isWhole: boolean;
}

export type PlansPorts = Ports &
  StrangerPorts &
  Pick<PlanPorts, 'machineGoes'> & { readonly runId: string; readonly docker: Docker };

/** A plan for each trial. Among several, what cannot be planned is kept beside the others; a single one throws its error. */
export async function plansFor(
  run: RunSettings,
  ports: PlansPorts,
  configurationOf: ConfigurationReader,
): Promise<readonly Planned[]> {
  const requests = requestsFor(run, ports);
  const asked: Asked[] = [];
  for (const request of requests) {
    try {
      asked.push(...(await askedBy(request, run, ports)));
    } catch (error) {
      if (requests.length === 1 || !isTold(error)) throw error;
      asked.push(unreadable(request, error, ports));
    }
  }
  const planned: Planned[] = [];
  for (const [index, { settings, ports: own, target, named, trouble }] of asked.entries()) {
    const about = { settings, ...(named === undefined ? {} : { named }) };
    const file = dockerfileOf(settings);
    const runId = index === 0 ? ports.runId : `${ports.runId}-${index}`;
    try {
      if (trouble !== undefined) throw trouble;
      refuseMissing(target);
      const configuration = await configurationOf(path.resolve(ports.workingDirectory, file));
      planned.push({ kind: 'plan', ...about, plan: makePlan(settings, own, runId, configuration) });
    } catch (error) {
      if (asked.length === 1 || !isTold(error)) throw error;
      const unplanned = { name: settings.name ?? file, file, context: settings.contexts[0] ?? '.', error };
      planned.push({ kind: 'unplanned', ...about, unplanned });
    }
  }
  return distinctlyNamed(planned);
}

/** One image that is wanted, before its files are read. */
interface Asked {
  readonly target: Target;
  /** The target is laid over them. */
  readonly settings: Settings;
  readonly ports: PlanPorts;
  readonly named?: NamedImage;
  /** Why nothing more is known of it: its compose file cannot be read. */
  readonly trouble?: UserError | SetupError;
}

function isTold(error: unknown): error is UserError | SetupError {
  return error instanceof UserError || error instanceof SetupError;
}

function masked(error: unknown, mask: Mask): unknown {
  if (error instanceof UserError) {
    const { place, hint, message } = error;
    const more = { ...(place === undefined ? {} : { place }), ...(hint === undefined ? {} : { hint: mask(hint) }) };
    return new UserError(mask(message), more);
  }
  return error instanceof SetupError ? new SetupError(mask(error.message), { check: error.check }) : error;
}

function unreadable({ key, settings }: TrialRequest, trouble: UserError | SetupError, ports: PlansPorts): Asked {
  const { contexts, files, service } = settings;
  const name = settings.name ?? key ?? service?.text;
  const named = key === undefined ? {} : { named: { key, isWhole: true } };
  return { target: { contexts, files }, settings: { ...settings, name }, ports, trouble, ...named };
}

async function askedBy(request: TrialRequest, run: RunSettings, ports: PlansPorts): Promise<readonly Asked[]> {
  const given = withoutStrangersFiles(request.settings, ports);
  const compose = await composeOf(given, ports).catch((error: unknown) => {
    throw masked(error, maskOf([given], [], ports)); // docker compose quotes what it took from the environment
  });
  const settings = compose === undefined ? given : withComposeService(given, compose, ports.workingDirectory);
  const planPorts = { ...ports, ...(compose === undefined ? {} : { compose }) };
  const targets = await targetsOf(settings, ports);
  return targets.flatMap((target): readonly Asked[] => {
    const { contexts, files, pattern } = target;
    const { key } = request;
    if (key !== undefined) {
      const named = { key, isWhole: targets.length === 1 && pattern === undefined };
      const name = nameOf(named, target, settings);
      return [{ named, target, settings: { ...settings, contexts, files, name }, ports: planPorts }];
    }
    const found = compose === undefined ? askedOfFile(target, run, ports) : [];
    return found.length > 0 ? found : [{ target, settings: { ...settings, contexts, files }, ports: planPorts }];
  });
}

/** The trials of the file that stand for a target which was named by hand; of several, the one that a name is given of. */
function askedOfFile(target: Target, run: RunSettings, ports: PlansPorts): readonly Asked[] {
  const requests = requestsOfFile(target, run, ports);
  const { name: given } = run.given;
  const meant = requests.filter((each) => ownName(each, { ...target, ...each }) === given);
  return (meant.length > 0 ? meant : requests).map((found) => {
    const { key, isWhole, contexts } = found;
    const named = { key, isWhole };
    const settings = withoutStrangersFiles(found.settings, ports);
    const name = nameOf(named, { ...target, ...found }, settings);
    return { named, target, settings: { ...settings, contexts, files: target.files, name }, ports };
  });
}

function nameOf(named: NamedImage, target: Target, { given, name }: Settings): string | undefined {
  return given.has('name') ? name : ownName(named, target);
}

function ownName({ key, isWhole }: NamedImage, target: Target): string {
  return isWhole ? key : nameInFile(key, target);
}

function refuseMissing({ error, files }: Target): void {
  const [file] = files;
  if (error === undefined || file === undefined) return;
  throw new UserError(`"${file.text}" ${error}.`, { place: file.place });
}

/** A trial is told apart by its name, and a comment is kept under it. */
function distinctlyNamed(planned: readonly Planned[]): readonly Planned[] {
  const plans = planned.flatMap((each) => (each.kind === 'plan' ? [each.plan] : []));
  const names = distinctNames(plans);
  return planned.map((each) =>
    each.kind === 'plan' ? { ...each, plan: { ...each.plan, name: names.get(each.plan) ?? each.plan.name } } : each,
  );
}
