import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conformance } from './run.ts';

/** What torch 1.13 says (sizes, gradients, optimizers), mpmath (scalar functions) and enumeration (Boolean functions). */
const reference = join(import.meta.dirname, 'reference');
/** A larger set that lies beside the repository where it is developed. */
const beside = join(import.meta.dirname, '../../../shared/fixtures');

for (const [title, folder] of [
  ['the reference values', reference],
  ['the reference values beside the repository', beside],
] as const) {
  const present = existsSync(folder);
  describe.skipIf(!present)(title, () => {
    test.each(present ? readdirSync(folder).filter((name) => !name.endsWith('.md')) : [])(
      '%s agree',
      (name) => {
        const outcomes = [...conformance(join(folder, name))];
        expect(outcomes.length).toBeGreaterThan(0);
        expect(outcomes.filter(({ failure }) => failure !== undefined)).toEqual([]);
      },
    );
  });
}
