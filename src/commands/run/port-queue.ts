import type { Plan } from '../../plan/plan.ts';

/** Trials that were told to publish on one and the same port of the host wait for each other; the others need not. */
export function portQueue(): <Result>(plan: Plan, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<number, Promise<unknown>>();
  return async (plan, work) => {
    const ports = plan.start.publish.map(({ hostPort }) => hostPort).filter((port) => port !== 0);
    const done = Promise.allSettled(ports.flatMap((port) => last.get(port) ?? [])).then(work);
    for (const port of ports) last.set(port, done);
    return done;
  };
}
