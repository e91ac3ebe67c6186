import type { Plan } from './plan.ts';

/** The same plan on a port of the host that the engine chooses, unless the port was given: for what runs side by side. */
export function onFreePort(plan: Plan): Plan {
  if (!plan.start.portIsOurs) return plan;
  return {
    ...plan,
    start: { ...plan.start, publish: plan.start.publish.map((each) => ({ ...each, hostPort: 0 })) },
    ofCopy: (copy) => onFreePort(plan.ofCopy(copy)),
  };
}
