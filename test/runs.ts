/**
 * How many cases a test tries that gets surer with each: `npm run test:long` tries all of them, and `npm test`, which is
 * to take minutes, fewer.
 */
export const runs = (all: number, fewer: number): number => (process.env['TESTS'] === 'long' ? all : fewer);
