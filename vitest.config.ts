import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Far beyond what any test needs: a busy machine must not make one fail.
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
