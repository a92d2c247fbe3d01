import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conformance } from './run.ts';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures');
const present = existsSync(fixtures);

describe.skipIf(!present)(
  `the reference fixtures${present ? '' : ' (skipped: ../shared/fixtures is not there)'}`,
  () => {
    test.each(present ? readdirSync(fixtures).filter((name) => !name.endsWith('.md')) : [])(
      '%s agrees',
      (name) => {
        const outcomes = [...conformance(join(fixtures, name))];
        expect(outcomes.length).toBeGreaterThan(0);
        expect(outcomes.filter(({ failure }) => failure !== undefined)).toEqual([]);
      },
    );
  },
);
