import path from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import { fixedStart } from './find-dockerfiles.ts';
import type { Target } from './targets.ts';

/**
 * What one of several images is called that a trial of the configuration file stands for: the key, and what is its own, whichever
 * others are tried with it: `services-api` of `services: { context: services/* }`.
 */
export function nameInFile(key: string, { contexts, files, pattern = '' }: Target): string {
  const named = path.normalize(files[0]?.text ?? contexts[0] ?? '');
  const fixed = path.normalize(fixedStart(pattern));
  const own = named
    .slice(named.startsWith(fixed) ? fixed.length : 0)
    .replace(/(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-]|$)/i, '/')
    .replace(/\.(?:Dockerfile|Containerfile)$/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('-');
  return own === '' ? key : `${key}-${own}`;
}

/** Where several plans have one name, each adds its Dockerfile's folder, and then a number. */
export function distinctNames(plans: readonly Plan[]): ReadonlyMap<Plan, string> {
  const alike = Map.groupBy(plans, ({ name }) => name);
  const taken = new Set<string>();
  const names = new Map<Plan, string>();
  for (const plan of plans) {
    const folder = path.dirname(plan.file).replaceAll(/[^\w.]+/g, '-');
    const own = (alike.get(plan.name)?.length ?? 0) < 2 || folder === '.' ? plan.name : `${plan.name}-${folder}`;
    let name = own;
    for (let count = 2; taken.has(name); count += 1) name = `${own}-${count}`;
    taken.add(name);
    names.set(plan, name);
  }
  return names;
}
