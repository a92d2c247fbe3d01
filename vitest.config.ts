import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests in a browser wait more than they compute: two at once are faster even on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Far beyond what any test needs: a busy machine must not make one fail.
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
