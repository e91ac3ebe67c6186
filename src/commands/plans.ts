import path from 'node:path';
import type { Docker } from '../docker/docker.ts';
import { UserError } from '../errors.ts';
import { withComposeService } from '../plan/compose-service.ts';
import { dockerfileOf, makePlan } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Ports } from '../ports.ts';
import type { Settings } from '../settings/settings.ts';
import type { Unplanned } from '../trial/unplanned.ts';
import { composeOf, type StrangerPorts } from './strangers-compose.ts';
import { targetsOf, type Target } from './targets.ts';
import type { ConfigurationReader } from './telling-reader.ts';

export type Planned =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'unplanned'; readonly unplanned: Unplanned };

/** A plan for each trial. Among several, what cannot be planned is kept beside the others; a single one throws its UserError. */
export async function plansFor(
  given: Settings,
  ports: Ports & StrangerPorts & { readonly runId: string; readonly docker: Docker },
  configurationOf: ConfigurationReader,
): Promise<readonly Planned[]> {
  const compose = await composeOf(given, ports);
  const settings = compose === undefined ? given : withComposeService(given, compose, ports.workingDirectory);
  const targets = await targetsOf(settings, ports);
  const planPorts = { ...ports, ...(compose === undefined ? {} : { compose }) };
  const planned: Planned[] = [];
  for (const [index, target] of targets.entries()) {
    const file = dockerfileOf(target);
    const runId = index === 0 ? ports.runId : `${ports.runId}-${index}`;
    try {
      refuseMissing(target);
      const configuration = await configurationOf(path.resolve(ports.workingDirectory, file));
      planned.push({ kind: 'plan', plan: makePlan({ ...settings, ...target }, planPorts, runId, configuration) });
    } catch (error) {
      if (targets.length === 1 || !(error instanceof UserError)) throw error;
      const context = target.contexts[0] ?? '.';
      planned.push({ kind: 'unplanned', unplanned: { name: file, file, context, error } });
    }
  }
  return distinctlyNamed(planned);
}

function refuseMissing({ error, files }: Target): void {
  const [file] = files;
  if (error === undefined || file === undefined) return;
  throw new UserError(`"${file.text}" ${error}.`, { place: file.place });
}

/** A trial is told apart by its name, and a comment is kept under it: where several have one, each adds its Dockerfile's folder. */
function distinctlyNamed(planned: readonly Planned[]): readonly Planned[] {
  const plans = planned.flatMap((each) => (each.kind === 'plan' ? [each.plan] : []));
  const alike = Map.groupBy(plans, ({ name }) => name);
  const taken = new Set<string>();
  return planned.map((each): Planned => {
    if (each.kind === 'unplanned') return each;
    const { plan } = each;
    const folder = path.dirname(plan.file).replaceAll(/[^\w.]+/g, '-');
    const own = (alike.get(plan.name)?.length ?? 0) < 2 || folder === '.' ? plan.name : `${plan.name}-${folder}`;
    let name = own;
    for (let count = 2; taken.has(name); count += 1) name = `${own}-${count}`;
    taken.add(name);
    return { kind: 'plan', plan: { ...plan, name } };
  });
}
