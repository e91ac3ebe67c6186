import { layerLines } from '../facts/build-steps.ts';
import type { Probe } from './probe.ts';

export const baseSize: Probe = {
  id: 'base-size',
  summary: 'How many bytes of the image are its base',
  why: "The history names the layers that this build has made; those before them are the base's. How much smaller another base would be only a build with it tells, so this is no price, and the suspicion stays one.",
  settles: ['full-base-image'],
  settle({ container: { image }, facts }) {
    const lines = layerLines(image, facts);
    const bytes = image.layers.reduce((sum, layer, index) => sum + (lines[index] === undefined ? layer.bytes : 0), 0);
    if (bytes === 0) return undefined;
    return {
      status: 'suspected',
      evidence: [{ kind: 'measurement', what: 'the layers of the base image', value: bytes, unit: 'bytes' }],
    };
  },
};
