import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const IN_A_BROWSER = 'test/browser/**/*.test.ts';
/** What replaces a module of the program, which no other file must meet. */
const ALONE = [
  'test/quizzes/marking/hanging.test.ts',
  'test/server/students/handwriting.test.ts',
  'test/server/students/practice-variants.test.ts',
];

/** Databases stand in memory where it has room for them: a disk would be waited for at each of their commits. */
const MEMORY = '/dev/shm';
const roomIn = (path: string) => {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
};
if (existsSync(MEMORY) && roomIn(MEMORY) > 2 ** 30) process.env['TMPDIR'] ??= MEMORY;

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'browser',
          include: [IN_A_BROWSER],
          globalSetup: ['test/processes/published.ts', 'test/browser/one-browser.ts'],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE, isolate: true } },
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [IN_A_BROWSER, ...ALONE] },
      },
    ],
    // The program is loaded once by each worker, not once by each file: files leave nothing behind in it.
    isolate: false,
    pool: 'threads',
    // Tests in a browser wait more than they compute: three at once are faster even on two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // Far beyond what any test needs: a busy machine must not make one fail.
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
