import { defineConfig } from 'vitest/config';

const minutes = 60_000;

export default defineConfig({
  test: {
    // A suite that leaves a timer or a child behind shall say so instead of hanging.
    teardownTimeout: 10_000,
    // Containers compute: on two cores more than two at once only wait for each other.
    maxConcurrency: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['__tests__/**/*.test.ts'],
          exclude: ['**/*.docker.test.ts', '__tests__/fixtures/**'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'docker',
          include: ['__tests__/**/*.docker.test.ts'],
          exclude: ['**/*.port-8000.docker.test.ts', '__tests__/fixtures/**'],
          testTimeout: 3 * minutes,
          hookTimeout: 5 * minutes,
          // They wait for the engine more than they compute, so one more than the usual two cores.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          // The host has one port 8000: the suites that take it run alone, one file after another.
          name: 'port 8000',
          include: ['__tests__/**/*.port-8000.docker.test.ts'],
          testTimeout: 3 * minutes,
          hookTimeout: 5 * minutes,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
