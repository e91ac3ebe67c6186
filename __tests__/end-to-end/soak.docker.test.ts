import path from 'node:path';
import { expect, test } from 'vitest';
import { soak } from '../../bench/soaking.ts';

/** Among its first ten moments are both doors and all three signals. */
const seed = 5;

test(
  'trials killed at random moments leave nothing: no container, image, network, volume, folder or process',
  {
    timeout: 240_000,
  },
  async () => {
    const bundle = path.resolve(import.meta.dirname, '../../dist');
    const { ends, left } = await soak({ bundle, rounds: 10, seed, tell: () => {} });
    expect(left).toEqual([]);
    const met = [...ends.values()].reduce((sum, { inTime }) => sum + inTime, 0);
    expect(met).toBeGreaterThan(2);
  },
);
