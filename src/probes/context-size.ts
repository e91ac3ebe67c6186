import type { Probe } from './probe.ts';

export const contextSize: Probe = {
  id: 'context-size',
  summary: 'How many bytes of the build context were sent to the engine',
  why: 'BuildKit counts what it transfers; files that it already has are not sent again, so a later build may show less.',
  settles: ['missing-dockerignore'],
  settle({ observation }) {
    const bytes = observation.build?.contextBytes;
    if (bytes === undefined) return undefined;
    return {
      status: 'confirmed',
      cost: { bytes },
      evidence: [{ kind: 'measurement', what: 'build context sent', value: bytes, unit: 'bytes' }],
    };
  },
};
