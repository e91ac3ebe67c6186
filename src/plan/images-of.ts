import { imageName, readNamedContext } from './named-contexts.ts';
import { namesIn, neededStages } from './needed-stages.ts';
import type { Plan } from './plan.ts';

/** Trials by the images that they make for each other. */
export interface ImageTraffic {
  /** Bases of a trial that another one makes, and that register something for whoever builds on them. */
  readonly registering: (plan: Plan) => readonly string[];
  /** Trials whose image is built on that of another, with what to say of it. */
  readonly builtOn: (plan: Plan) => readonly { readonly plan: Plan; readonly image: string }[];
}

export function imageTraffic(plans: readonly Plan[]): ImageTraffic {
  const makers = new Map<string, Plan>();
  for (const plan of plans) for (const name of imagesMade(plan)) makers.set(name, plan);
  if (makers.size === 0) return { registering: () => [], builtOn: () => [] };
  const users = new Map<string, Plan[]>();
  const open: Plan[] = [];
  const taken = new Map<Plan, readonly string[]>();
  for (const plan of plans) {
    const { names, isOpen } = imagesTaken(plan);
    taken.set(plan, names);
    if (isOpen) open.push(plan);
    for (const name of names) {
      const others = users.get(name);
      if (others === undefined) users.set(name, [plan]);
      else others.push(plan);
    }
  }
  return {
    registering: (plan) =>
      (taken.get(plan) ?? []).filter((name) => {
        const maker = makers.get(name);
        return maker !== undefined && maker !== plan && registersForOthers(maker);
      }),
    builtOn(plan) {
      const made = imagesMade(plan);
      const sure = made.flatMap((image) => (users.get(image) ?? []).map((user) => ({ plan: user, image })));
      // A name that only the build knows may be this one.
      return [...sure, ...(made[0] === undefined ? [] : open.map((user) => ({ plan: user, image: made[0] ?? '' })))];
    },
  };
}

/** The images that a trial takes from elsewhere, by their whole names. */
function imagesTaken({ origin, facts, start }: Plan): { readonly names: readonly string[]; readonly isOpen: boolean } {
  const services = Object.values(start.compose?.project.model.services ?? {}).flatMap(({ image }) => image ?? []);
  if (origin.kind === 'existing') return whole([origin.name, ...services]);
  const named = origin.request.buildContexts.flatMap((pair) => {
    const { stands } = readNamedContext(pair);
    return stands.kind === 'image' ? [stands.reference] : [];
  });
  const stages = neededStages(facts);
  const bases = stages.flatMap(({ base }) => (base.kind === 'image' || base.kind === 'unknown' ? [base.text] : []));
  const others = stages.flatMap(({ instructions }) => instructions.flatMap(namesIn));
  return whole([...bases, ...others, ...named, ...services]);
}

function whole(texts: readonly string[]): { readonly names: readonly string[]; readonly isOpen: boolean } {
  return {
    names: [...new Set(texts.flatMap((text) => imageName(text) ?? []))],
    isOpen: texts.some((text) => text.includes('$')),
  };
}

/** What the image is called in the end; what we call it ourselves is nobody's base. */
function imagesMade({ origin }: Plan): readonly string[] {
  if (origin.kind !== 'built') return [];
  return origin.request.tags.flatMap((tag) => (tag.startsWith('sea-trial/') ? [] : (imageName(tag) ?? [])));
}

function registersForOthers({ facts }: Plan): boolean {
  return facts.stages.some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'ONBUILD'));
}
