import type { Probe } from './probe.ts';

export const firstAnswer: Probe = {
  id: 'first-answer',
  summary: 'Does the published port answer',
  why: 'A server that answers from outside has found its application and what that imports, listens on an address that can be reached, and on the port that is published.',
  settles: ['loopback-host', 'port-mismatch', 'app-module-not-found', 'moved-virtualenv'],
  settle({ container }) {
    const answer = container.exchanges.find(({ outcome }) => outcome.kind === 'answered');
    if (container.wait.ended !== 'ready' || answer?.outcome.kind !== 'answered') return undefined;
    return {
      status: 'refuted',
      evidence: [{ kind: 'exchange', request: answer.request, outcome: `${answer.outcome.status}`, ms: answer.ms }],
    };
  },
};
